"""Sentences that look like an activity and are none, or another one than they seem."""

from __future__ import annotations

import pytest

from rag.records import Activity, Standing
from tests.understanding.pages import done, read, told

ACTIVITIES = {Activity.INSPECT, Activity.RESEARCH_VISIT, Activity.MEETING_CHAIR, Activity.MEETING_ATTEND}

CASES = [
    pytest.param("市委书记陈志远将赴东江镇调研防汛工作。", [], id="a plan: 将"),
    pytest.param("市长周文涛拟于下周督查道路建设。", [], id="a plan: 拟于"),
    pytest.param("下一步，市委书记陈志远计划走访全市百家企业。", [], id="a plan: 下一步"),
    pytest.param("市长周文涛没有参加会议，也未调研企业。", [], id="negation: 没有, 未"),
    pytest.param("原定的督查取消，市长周文涛未能视察工地。", [], id="negation: 未能"),
    pytest.param(
        "去年，市委书记陈志远曾到东江镇调研。", [("陈志远", "research_visit", "past")], id="the past: 去年, 曾"
    ),
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
    pytest.param("如果市长周文涛督查发现问题，将严肃处理。", [], id="a condition: 如果"),
    pytest.param("会议指出，要开展执法检查，走访群众。", [], id="a meeting's demand"),
    pytest.param("记者走访发现，市民参观热情很高。", [], id="a reporter's round"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_only_acts_reported_as_done_count(text: str, expected: list[tuple[str, str, str]]) -> None:
    events = [e for e in read(text).events if e.activity in ACTIVITIES]
    marked = [(*told(e), e.standing.value) for e in events if e.standing is not Standing.PLANNED]
    assert marked == expected


def test_plans_are_kept_and_marked() -> None:
    (event,) = read("市委书记陈志远将赴东江镇调研防汛工作。").events
    assert (event.standing, event.activity) == (Standing.PLANNED, Activity.RESEARCH_VISIT)
    assert done("市委书记陈志远将赴东江镇调研防汛工作。") == []
