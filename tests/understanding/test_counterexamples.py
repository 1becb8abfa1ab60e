"""Sentences that look like an activity and are none, or another one than they seem."""

from __future__ import annotations

import pytest

from rag.records import Activity, Standing
from tests.understanding.pages import done, read, told

ACTIVITIES = {Activity.INSPECT, Activity.RESEARCH_VISIT, Activity.MEETING_CHAIR, Activity.MEETING_ATTEND}

PLANNED_VISIT, PLANNED_INSPECTION = ("陈志远", "research_visit", "planned"), ("周文涛", "inspect", "planned")
PAST_VISIT = ("陈志远", "research_visit", "past")

CASES = [
    pytest.param("市委书记陈志远将赴东江镇调研防汛工作。", [PLANNED_VISIT], id="a plan: 将"),
    pytest.param("市委书记陈志远拟赴东江镇调研。", [PLANNED_VISIT], id="a plan: 拟, which is no part of the name"),
    pytest.param("市长周文涛拟于下周督查道路建设。", [PLANNED_INSPECTION], id="a plan: 拟于"),
    pytest.param("市长周文涛预计本周督查道路建设。", [PLANNED_INSPECTION], id="a plan: 预计"),
    pytest.param("下一步，市委书记陈志远计划走访全市百家企业。", [PLANNED_VISIT], id="a plan: 下一步"),
    pytest.param("2022年5月20日，市委书记陈志远赴东江镇调研。", [PLANNED_VISIT], id="a day behind the page's own"),
    pytest.param(
        "市长周文涛主持会议，部署下周到北山村走访的方案。",
        [("周文涛", "meeting_chair", "done")],
        id="a visit that is the object of what is arranged",
    ),
    pytest.param("市长周文涛没有参加会议，也未调研企业。", [], id="negation: 没有, 未"),
    pytest.param("原定的督查取消，市长周文涛未能视察工地。", [], id="negation: 未能"),
    pytest.param("市长周文涛原定督查工地，因故未成行。", [], id="what was meant to be: 原定"),
    pytest.param("去年，市委书记陈志远曾到东江镇调研。", [PAST_VISIT], id="the past: 去年, 曾"),
    pytest.param("市委书记陈志远曾三次到东江镇调研。", [PAST_VISIT], id="the past: 曾 before a number"),
    pytest.param(
        "5月6日，市长周文涛主持防汛会议。2021年3月，市委书记陈志远到东江镇调研。会议研究了方案。",
        [("周文涛", "meeting_chair", "done"), PAST_VISIT],
        id="the past: a date long before the report",
    ),
    pytest.param("截至目前，市委书记陈志远累计走访企业三百家。", [PAST_VISIT], id="a sum of many visits: 累计"),
    pytest.param("此前，市长周文涛走访了北山村。", [("周文涛", "research_visit", "past")], id="the past: 此前"),
    pytest.param("市委书记陈志远强调，各级干部要深入企业调研，检查安全隐患。", [], id="what is demanded is not done"),
    pytest.param("市长周文涛要求，相关部门立即督查整改情况。", [], id="an order to inspect is no inspection"),
    pytest.param(
        "“陈书记上个月来村里走访时答应修路。”村民说，市长周文涛表示，将尽快落实。", [], id="a villager's memory"
    ),
    pytest.param(
        "市委书记陈志远、副市长陈明华调研北山村。陈明华强调，要修好村路。",
        [("陈志远、陈明华", "research_visit", "done")],
        id="two people with one family name: the one who speaks is the one named",
    ),
    pytest.param(
        "市委书记陈志远主持会议。陈志远食品有限公司检查了消防设施。",
        [("陈志远", "meeting_chair", "done"), ("陈志远食品有限公司", "inspect", "done")],
        id="a company named after a person",
    ),
    pytest.param("市长周文涛赴任海州。", [], id="赴任 is no visit"),
    pytest.param("学生们奔赴考场，市长周文涛表示祝贺。", [], id="奔赴 by others"),
    pytest.param("消防检查站和督查组办公室搬进新楼。", [], id="检查站 and 督查组 are nouns"),
    pytest.param("市领导听取督查情况汇报的制度已经建立。", [], id="督查情况 is an object"),
    pytest.param("据了解，该项目将于年底完工。", [], id="据了解 is nobody's visit"),
    pytest.param("按照市委书记陈志远调研时的要求，项目加快推进。", [], id="the visit is only referred to"),
    pytest.param("市长周文涛对企业的走访制度作了说明。", [], id="走访制度 is a noun"),
    pytest.param("如果市长周文涛督查发现问题，将严肃处理。", [PLANNED_INSPECTION], id="a condition: 如果"),
    pytest.param(
        "村主任高明说，2019年7月，市委书记陈志远来村里调研。", [], id="a past visit in what somebody says, dated"
    ),
    pytest.param(
        "受市委书记陈志远委托，市长周文涛调研北山村。",
        [("周文涛", "research_visit", "done")],
        id="who sends somebody does not go",
    ),
    pytest.param(
        "市长周文涛与来海州考察的德隆集团董事长高明座谈。",
        [("周文涛、高明", "meeting_attend", "done")],
        id="why the guest came is no act of the host",
    ),
    pytest.param("市长周文涛欢迎企业家来海州考察。", [], id="whoever is welcome has not come yet"),
    pytest.param("市长周文涛介绍了走访经验、检查等方式。", [], id="走访经验 and 检查等方式 are nouns"),
    pytest.param("会议指出，要开展执法检查，走访群众。", [], id="a meeting's demand"),
    pytest.param("记者走访发现，市民参观热情很高。", [], id="a reporter's round"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_acts_reported_as_done_count(text: str, expected: list[tuple[str, str, str]]) -> None:
    events = [e for e in read(text).events if e.activity in ACTIVITIES]
    assert [(*told(e), e.standing.value) for e in events] == expected


@pytest.mark.parametrize(
    ("text", "standing", "day"),
    [
        pytest.param("5月20日，市委书记陈志远将赴东江镇调研。", Standing.PLANNED, "2022-05-20", id="a day to come"),
        pytest.param("9月，市委书记陈志远将赴东江镇调研。", Standing.PLANNED, "2022-09", id="a month to come"),
        pytest.param(
            "5月20日，市委书记陈志远赴东江镇调研。", Standing.PAST, "2021-05-20", id="told as done: a year ago"
        ),
        pytest.param("2月20日，市委书记陈志远赴东江镇调研。", Standing.DONE, "2022-02-20", id="a review of a quarter"),
        pytest.param("2020年2月29日，市委书记陈志远赴东江镇调研。", Standing.DONE, "2020-02-29", id="all that is told"),
    ],
)
def test_days_to_come_and_days_long_gone(text: str, standing: Standing, day: str) -> None:
    (event,) = read(text).events
    assert (event.standing, event.when.value) == (standing, day)


def test_the_day_of_the_past_is_not_the_day_of_what_follows() -> None:
    first, second = read("5月6日，市长周文涛督查工地。2019年6月，工地动工。周文涛走访北山村。").events
    assert (first.when.value, second.when.value) == ("2022-05-06", "2022-05-06")


def test_plans_are_kept_and_marked() -> None:
    (event,) = read("市委书记陈志远将赴东江镇调研防汛工作。").events
    assert (event.standing, event.activity) == (Standing.PLANNED, Activity.RESEARCH_VISIT)
    assert (event.places, event.target) == (("东江镇",), "防汛工作")
    assert done("市委书记陈志远将赴东江镇调研防汛工作。") == []
