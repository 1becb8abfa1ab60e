"""The day or the month of a page, from what it prints of its issue or else from all it speaks of."""

from __future__ import annotations

import pytest

from rag.records import Page
from rag.understanding import as_of

NEWS = "本报讯（记者林海）近日，市长周文涛调研。\n\n本报讯（记者李明）近日，副市长陈立调研。\n\n"
FESTIVE = "各地要做好春节期间值班。让群众过一个祥和的春节。"
REVIEW = "去年全市出口增长。2022年，我市对外贸易同比增长一成。"


def month(text: str, **known: str) -> str:
    return as_of(Page("a.txt", NEWS + text, "", **known)).month


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            FESTIVE + REVIEW + "落实“乙类乙管”。", "2023-01", id="a festival ahead, a year over, a rule begun"
        ),
        pytest.param(FESTIVE, "", id="a festival comes every year"),
        pytest.param(
            FESTIVE + "2022年上半年全市增长。", "", id="the festival before and the one behind that half-year"
        ),
        pytest.param("本厂成立于2014年，要做好春节期间值班。", "", id="a founding year dates nothing"),
        pytest.param("按照规划（2023—2027年）推进，过一个祥和的春节。", "", id="the end of a plan dates nothing"),
        pytest.param(
            FESTIVE + "会议总结2023年工作，部署2024年重点任务。去年全县增长。",
            "",
            id="January or February of a year of plans",
        ),
        pytest.param("没有别的。", "", id="nothing"),
    ],
)
def test_a_page_without_a_day_may_have_a_month(text: str, found: str) -> None:
    assert month(text) == found


def test_the_reasons_of_a_month_are_given() -> None:
    known = as_of(Page("a.txt", NEWS + FESTIVE + REVIEW + "落实“乙类乙管”。", ""))
    assert known.why.startswith("月份据“要做好春节期间”")
    assert not known.printed


@pytest.mark.parametrize(
    ("issued", "found"),
    [
        pytest.param("2022-05-18", "2022-05", id="its issue's"),
        pytest.param("2022-05-02", "", id="or the month before, nobody knows"),
    ],
)
def test_recently_is_of_the_month_of_an_issue(issued: str, found: str) -> None:
    assert month("", newspaper="海州日报", issued=issued) == found


def test_recently_in_a_lone_article_is_of_no_month() -> None:
    assert as_of(Page("a.txt", "近日，市长周文涛调研。", "", issued="2022-05-18")).month == ""


@pytest.mark.parametrize(
    ("text", "year"),
    [
        pytest.param("5月6日，周文涛调研。2023年是奋进之年。", 2023, id="what this year is"),
        pytest.param("5月6日，周文涛调研。本厂成立于2014年。", None, id="a founding year"),
        pytest.param("5月6日，周文涛调研。2022年，全市增长。", None, id="last year's or this year's"),
        pytest.param("5月6日，周文涛调研。规划到2035年建成。", None, id="a year to come"),
        pytest.param("5月6日，周文涛调研。2022年以来，全市增长。", None, id="a year since which"),
        pytest.param(
            "5月6日，周文涛调研。2023年8月22日，本厂开工。迎接党的二十大。", None, id="evidence that conflicts"
        ),
        pytest.param("7月27日，代表到会。2021年东江邻里运动会27日在北屿村举行。", 2021, id="what is held that year"),
        pytest.param("7月27日，代表到会。2021年1至6月，全市增长。", 2021, id="the first months of a year"),
        pytest.param("8月16日，发布会举行。截至2021年7月底，全市有三座影院。", 2021, id="as of a month"),
        pytest.param("8月16日，论坛举行。自2015年首届邻里论坛成功举办至今，已有八届。", None, id="what was held first"),
        pytest.param("8月16日，发布会举行。本市获得2027年邻里运动会举办权。", None, id="what will be held"),
    ],
)
def test_the_year_of_a_day(text: str, year: int | None) -> None:
    day = as_of(Page("a.txt", text, "")).day
    assert (day.year if day else None) == year


@pytest.mark.parametrize(
    ("dated_by", "why"),
    [
        ("masthead", "见报日"),
        ("line", "发布日"),
        ("head", "文件所载发布日"),
        ("file", "文件名中的日期"),
        ("", "见报日"),
    ],
)
def test_what_told_the_day_is_said(dated_by: str, why: str) -> None:
    known = as_of(Page("a.txt", "字", "", issued="2022-05-08", dated_by=dated_by))
    assert (known.why, known.printed) == (f"{why}2022-05-08", True)


@pytest.mark.parametrize(
    ("evidence", "day"),
    [
        pytest.param("迎接党的二十大。", "2022-05-08", id="its year by what is to come"),
        pytest.param("天气晴。", None, id="the weekday alone fits several years"),
    ],
)
def test_a_masthead_without_its_year_is_the_page_s_day(evidence: str, day: str | None) -> None:
    known = as_of(
        Page("a.txt", f"海州日报\n5月8日 星期日 第1版\n\n昨日，周文涛调研。4月30日，本镇开会。{evidence}", "")
    )
    assert (known.day.isoformat() if known.day else None, known.printed) == (day, day is not None)
