"""Who a row of the table is about, where and on which day it was: sentences whose first reading would be another."""

from __future__ import annotations

import pytest

from rag.records import Standing
from tests.understanding.pages import done, read, told

ACTORS = [
    pytest.param("云栖法院组织部分青年干警赴县武警中队慰问。", ["云栖法院"], id="组织部分 is no 组织部"),
    pytest.param(
        "天工集团党委组织干部职工走进青石镇参观。", ["天工集团党委"], id="whom it organised is no part of its name"
    ),
    pytest.param(
        "5月6日，锦溪街道梅花社区党委联合滨江公司党支部走访老兵。", ["锦溪街道梅花社区党委"], id="with whom it did it"
    ),
    pytest.param(
        "5月6日，市妇联、市残联在中心广场开展慰问活动。", ["市妇联", "市残联"], id="several bodies, then where"
    ),
    pytest.param(
        "5月6日，区政协和青石街道组成考察团到横江镇考察。", ["区政协", "青石街道"], id="bodies that make a team"
    ),
    pytest.param("最高人民检察院有关负责人出席会议。", ["最高人民检察院有关负责人"], id="最 begins a name too"),
    pytest.param("与会代表详细介绍了经验。", ["与会代表"], id="与会"),
    pytest.param("志愿者向居民讲解防火知识。", ["志愿者"], id="people without a name"),
]


@pytest.mark.parametrize(("text", "names"), ACTORS)
def test_who_acts(text: str, names: list[str]) -> None:
    assert [p.name for p in done(text)[0].actors] == names


NOBODY = [
    pytest.param("指挥中心视频巡查、无人机空中巡查同步进行。", id="a list of nouns"),
    pytest.param("区纪委监委依据督察条例，向公司下发纪律检查建议书。", id="what a paper is called"),
    pytest.param("社区食堂的成立，方便了老人。", id="a deed that is only named"),
    pytest.param("中新网5月6日电（秦强 何小平）启动仪式在东江举行。", id="who wrote it"),
    pytest.param("对市民秦强来说，这是第一次。", id="来说 says nothing"),
    pytest.param("自3月18日青石镇启动整治以来，面貌一新。", id="since when"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_no_row(text: str) -> None:
    assert done(text) == []


def test_a_meeting_speaks_by_its_name_and_its_body_appoints() -> None:
    text = "5月6日，东江区人大常委会召开第十次会议。会议指出，要依法履职，务求实效。会议决定任命何小平为东江区副区长。"
    _, said, appointed = done(text)
    assert (told(said), said.target) == (("第十次会议", "speech"), "要依法履职，务求实效")
    assert told(appointed) == ("东江区人大常委会", "other")


def test_meetings_that_are_counted_are_none_by_name() -> None:
    text = "5月6日，全市防汛工作会议召开。会议指出，省里连续召开三次会议研究防汛。会议强调，要抓好落实。"
    assert {p.name for e in done(text) for p in e.actors} == {"全市防汛工作会议"}


def test_a_body_is_named_where_the_page_says_this_one() -> None:
    visits = done("5月6日，东江县教育局走访困难学生。近日，该局开展安全检查。")
    assert [p.name for e in visits for p in e.actors] == ["东江县教育局", "东江县教育局"]


def test_each_meeting_has_its_own_hall() -> None:
    first, *_ = done("5月6日，全市文旅推进会在横江镇召开。市长秦强主持召开全市防汛工作会议。")
    assert first.places == () or "横江镇" in first.places
    assert all("横江镇" not in e.places for e in done("5月6日，全市文旅推进会在横江镇召开。")[1:])


PLACES = [
    pytest.param("市长秦强先后来到北山村，天工公司，与职工交谈。", ("北山村", "天工公司"), id="listed by commas"),
    pytest.param("市长秦强到水库河边查看水位。", ("水库河边",), id="a spot"),
    pytest.param("市长秦强深入东江驻某部队走访慰问。", ("东江驻某部队",), id="troops"),
    pytest.param("市长秦强在详细了解情况后走访了三户居民。", (), id="详细 is no place"),
    pytest.param("在得知他家有困难，市长秦强走访了他家。", (), id="what was learned is no place"),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_where(text: str, places: tuple[str, ...]) -> None:
    assert done(text)[0].places == places


def test_who_returns_acts_on_his_own_day() -> None:
    text = "5月6日，副市长秦强一行看望东江救援队。救援队5月1日晚奔赴北川县参与抢险。最后，秦强一行给救援队送上慰问品。"
    assert [e.when.value for e in done(text) if e.actors[0].name == "秦强"] == ["2022-05-06", "2022-05-06"]


def test_a_bare_year_dates_its_own_sentence() -> None:
    text = "5月6日，市长秦强调研东江学院。2006年，市教育局成立东江学院。"
    old = [e for e in read(text).events if e.activity.value == "other"]
    assert [(e.when.value, e.standing) for e in old] == [("2006", Standing.PAST)]


TOWNS = [
    pytest.param("青石镇党委书记秦强走访了老兵罗大同。", ("青石镇",), id="a township's leader in his township"),
    pytest.param("东江县委书记秦强慰问了军分区官兵。", (), id="a county's leader out of town"),
    pytest.param("东江县委书记秦强主持召开防汛工作会议。", ("东江县",), id="a county's meeting"),
]


@pytest.mark.parametrize(("text", "places"), TOWNS)
def test_whose_town_it_was_in(text: str, places: tuple[str, ...]) -> None:
    assert done(text)[0].places == places


def test_a_deed_is_of_whoever_does_it_not_of_whom_the_sentence_opened_with() -> None:
    text = "陈海昌是一名退役老兵，多年生活不能自理，红色志愿服务队给他送去慰问品。"
    assert [p.name for e in done(text) for p in e.actors] == ["红色志愿服务队"]


SETTINGS = [
    pytest.param(
        "滨江产业园是全省示范园区。秦强详细了解园区建设情况。", ("滨江产业园",), id="a sentence on the place before"
    ),
    pytest.param(
        "东港物资储备中心内，工人正在装车。秦强察看物资储备情况。", ("东港物资储备中心",), id="what goes on there"
    ),
    pytest.param(
        "横江镇石桥排涝站正在抢排积水，秦强对干部群众表示慰问。", ("横江镇石桥排涝站",), id="in the same sentence"
    ),
]


@pytest.mark.parametrize(("text", "places"), SETTINGS)
def test_where_the_page_has_just_set_the_scene(text: str, places: tuple[str, ...]) -> None:
    visit = done("5月6日，市长秦强到东江县调研。" + text)[-1]
    assert ("、".join(p.name for p in visit.actors), visit.places) == ("秦强", places)


def test_habits_and_stretches_are_of_no_day() -> None:
    text = "5月6日，市教育局局长秦强检查防溺水工作。暑期期间，市教育局督查各校。青石镇志愿者每天在水库边巡逻。"
    assert [e.when.value for e in done(text)] == ["2022-05-06", None, None]


def test_the_way_to_a_meeting_is_no_visit_beside_it() -> None:
    assert [told(e) for e in done("市长秦强来到北山村召开座谈会。")] == [("秦强", "meeting_chair")]
    assert done("市长秦强来到北山村召开座谈会。")[0].places == ("北山村",)


def test_leaders_without_names_are_those_named_below() -> None:
    text = "东江县领导走访慰问部队\n县委书记秦强、县长何小平走访慰问部队官兵。"
    assert [told(e) for e in done(text)] == [("秦强、何小平", "research_visit")]


def test_a_name_before_an_office_and_a_company_is_a_person() -> None:
    text = "5月6日，市城管局副局长唐春春到天工公司调研。唐春春副局长还了解了该公司的产品。"
    assert done(text)[0].target == "该公司的产品"


def test_these_two_places_are_those_just_told_of() -> None:
    text = (
        "5月6日，市长秦强到东江县调研。滨江智能产业园是全省示范园区。天工科技集团是当地龙头企业。"
        "在这两地，秦强详细了解生产情况。"
    )
    assert done(text)[-1].places == ("滨江智能产业园", "天工科技集团")


def test_the_same_day_is_the_one_printed_last() -> None:
    text = "5月7日，记者查询县政府网站，最近一条消息说“5月2日晚，县长秦强主持召开防汛会议”。当天上午，秦强还调研春耕。"
    assert done(text)[-1].when.value == "2022-05-02"


def test_a_team_with_a_quoted_name_is_named_whole() -> None:
    text = "5月6日，东江大学建筑学院“古村落赋能发展团队”成员一同前往北山村考察。"
    assert [p.name for p in done(text)[0].actors] == ["东江大学建筑学院“古村落赋能发展团队”成员"]


def test_leaders_without_names_are_told_beside_the_one_named() -> None:
    text = "5月6日，市长秦强调研青石镇。市领导察看了便民大厅。"
    assert [p.name for p in done(text)[-1].actors] == ["秦强", "市领导"]
