"""Which place a page and each of its articles is of."""

from __future__ import annotations

import pytest

from rag.records import Page
from rag.understanding.city import city_of, city_shared, city_told
from tests.understanding.pages import read

TOWN = "东江县委召开会议。我县各乡镇参加。"


@pytest.mark.parametrize(
    ("newspaper", "text", "city"),
    [
        pytest.param("东江日报", TOWN, "东江县", id="a daily"),
        pytest.param("东江周报", TOWN, "东江县", id="the weekly's 周 is no part of the name"),
        pytest.param("新东江报", TOWN, "东江县", id="new"),
        pytest.param("今日东江", TOWN, "东江县", id="today's"),
        pytest.param(
            "民生导报",
            "民生导报\n南川县委召开会议。我县各乡镇参加。在南川县城关镇。",
            "南川县",
            id="a name without a place of the page",
        ),
        pytest.param("东江报", "区委书记到度假区调研。我区开会。", "东江区", id="an area is no district"),
        pytest.param("东江周报", "在东江区青石镇开会。", "东江区", id="the kind as the page prints it"),
        pytest.param("东江报", "区委书记讲话，了解全区情况。我区开会。", "东江区", id="the whole district is no name"),
        pytest.param("东江日报", "县委书记讲话，全县干部参加。", "东江县", id="who governs, where nobody says 我县"),
        pytest.param("柳树湾镇简报", "镇长到村里。", "柳树湾镇", id="a town's own bulletin"),
        pytest.param(
            "东江周报", "县长要求县应急局整改，十三届县委开会。", "东江县", id="neither an order nor a term is a name"
        ),
        pytest.param("", "会议召开。", "", id="nothing tells"),
        pytest.param(
            "", "会议由主任主持，代县长陈志远作报告。县委书记讲话。", "", id="an acting head's prefix is no name"
        ),
        pytest.param("", "全县干部参加，任代县长的陈志远、原副县长林海到会。", "", id="nor is what stands before it"),
        pytest.param(
            "",
            "我市开会。在保定市、保定市、保定市，保定市委常委、涿州市委书记陈志远讲话。在涿州市青石镇检查。",
            "涿州市",
            id="the city whose offices are called by its name is above it",
        ),
        pytest.param(
            "",
            "我市开会。在保定市、保定市、保定市、保定市、保定市传达精神，保定市委常委、涿州市委书记陈志远讲话。",
            "涿州市",
            id="and one on whose committee the head of its one town sits, however often it is named",
        ),
        pytest.param(
            "",
            "我市开会。保定市督查组到涿州市、在涿州市青石镇检查。保定市领导讲话，保定要求整改。",
            "涿州市",
            id="so is one that sends its people",
        ),
        pytest.param(
            "",
            "我市开会。在保定市、保定市、保定市，市委书记陈志远讲话。涿州市委书记林海参加，在涿州市检查。",
            "保定市",
            id="a page of the city tells of a town's offices by its name",
        ),
        pytest.param(
            "",
            "我市开会。在保定市，保定市委书记陈志远到涿州市、在涿州市和在高碑店市检查，在定州市、在保定市讲话。",
            "保定市",
            id="and of several towns",
        ),
        pytest.param("", "在代县召开会议，代县县长陈志远作报告。全县干部参加。", "代县", id="the county of that name"),
    ],
)
def test_city_of(newspaper: str, text: str, city: str) -> None:
    assert city_of(Page("p.txt", text, "d", newspaper=newspaper)) == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        pytest.param("东江防汛会议召开\n会议要求抓好落实。", "东江县", id="names the page's own place"),
        pytest.param("我县领导走访企业\n在海州市，县长陈志远走访企业。", "东江县", id="says 我县"),
        pytest.param("8月4日下午，海州市召开推进会。副市长林海出席。", "海州市", id="opens in another place"),
        pytest.param("新田县政府全体会议召开\n会议指出，要抓好落实。", "新田县", id="a name that begins with 新"),
        pytest.param("新城区防汛会议召开\n会议指出，要抓好落实。", "东江县", id="a new town is no other place"),
        pytest.param("会议召开\n会议指出，要抓好落实。", "东江县", id="names none"),
        pytest.param("会议召开\n会上要求，落实市委部署。", "东江县", id="a verb before 市委"),
        pytest.param("新股上市\n让城市更美，正式上市。", "东江县", id="words that end like a place"),
        pytest.param("会议召开\n8月4日，在苏州召开推介会。", "苏州市", id="a city without its kind, behind 在"),
        pytest.param("会议召开\n记者从河北涿州获悉。", "涿州市", id="behind its province"),
        pytest.param("会议召开\n代县长陈志远出席。", "东江县", id="an acting head of the page's county"),
        pytest.param("代县县长到任\n代县县长陈志远出席。", "代县", id="the head of a county called 代"),
    ],
)
def test_city_told(text: str, city: str) -> None:
    assert city_told(text, "东江县") == city


@pytest.mark.parametrize(
    ("newspaper", "articles", "shared"),
    [
        pytest.param("东江日报", ("会议召开", "会议结束"), True, id="the newspaper's name"),
        pytest.param("", ("东江县开会", "我县防汛", "海州签约", "南坪检查"), True, id="half of the articles"),
        pytest.param("", ("东江县开会", "海州签约", "南坪检查"), False, id="one article of three"),
    ],
)
def test_city_shared(newspaper: str, articles: tuple[str, ...], shared: bool) -> None:
    assert city_shared(Page("p.txt", "", "d", newspaper=newspaper), articles, "东江县") is shared


def test_an_article_that_names_no_place_has_none_where_the_page_shares_none() -> None:
    assert city_told("会议召开", "东江县", shared=False) == ""


def test_the_day_of_a_roundup_line_is_not_the_day_of_the_visit() -> None:
    told = read("新闻网8月4日综合（记者周宁）8月3日，市长陈志远到信访局调研。", issued="2023-08-05")
    assert told.when.value == "2023-08-03"
