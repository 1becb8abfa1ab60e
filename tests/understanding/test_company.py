"""Who came along, who received whom, and to which of a day's events they belong."""

from __future__ import annotations

import pytest

from rag.records import Activity, Event, Standing
from tests.understanding.pages import done, read

VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)
MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)


def visit(text: str) -> Event:
    return next(e for e in done(text) if e.activity in VISITS)


def meeting(text: str) -> Event:
    return next(e for e in done(text) if e.activity in MEETINGS)


def names(event: Event) -> tuple[list[str], list[str]]:
    return [p.name for p in event.actors], [p.name for p in event.participants]


COMPANY = [
    pytest.param(
        "副市长何小平陪同市委书记陈志远调研北山村。", ["何小平"], id="陪同: who is led acts, who leads came along"
    ),
    pytest.param(
        "市委书记陈志远带领副市长何小平、市政府秘书长秦强深入东江镇调研防汛工作。",
        ["何小平", "秦强"],
        id="带领 and a list",
    ),
    pytest.param(
        "市委书记陈志远带领办公室主任何小平，副主任秦强，来东江镇开展调研。",
        ["何小平", "秦强"],
        id="带领 across commas",
    ),
    pytest.param("市委书记陈志远会同副市长何小平检查东江水库。", ["何小平"], id="会同"),
    pytest.param(
        "市委书记陈志远率市发展改革局主要负责人到横江工业园区调研。",
        ["市发展改革局主要负责人", "市发展改革局"],
        id="a body whose name holds 发展",
    ),
    pytest.param(
        "市委书记陈志远调研北山村。陪同调研的有副市长何小平、市政府秘书长秦强。", ["何小平", "秦强"], id="陪同调研的有"
    ),
    pytest.param(
        "市委书记陈志远调研北山村。参加调研的还有何小平、秦强等。", ["何小平", "秦强"], id="the rest, without office"
    ),
    pytest.param(
        "市委书记陈志远在东江区委书记秦强、区长何小平陪同下，来到北山村走访。",
        ["秦强", "何小平"],
        id="在…陪同下, two hosts",
    ),
    pytest.param(
        "市委书记陈志远调研北山村，市领导何小平、秦强，市政府秘书长林大伟分别参加。",
        ["何小平", "秦强", "林大伟"],
        id="分别参加",
    ),
    pytest.param(
        "市委书记陈志远调研北山村。市应急管理局、市水利局等部门主要负责同志陪同。",
        ["市应急管理局、市水利局等部门主要负责同志"],
        id="负责同志 without a name",
    ),
    pytest.param("市委书记陈志远,副市长秦强到北山村调研,东江镇党委书记何小平陪同.", ["何小平"], id="ASCII punctuation"),
    pytest.param(
        "考察团一行由市委书记陈志远率领，来到东江镇考察。市长周文涛，副市长何小平陪同考察。",
        ["周文涛", "何小平"],
        id="a delegation led by, and its hosts",
    ),
    pytest.param(
        "市委书记陈志远调研北山村。市领导安宁、何小平参加。",
        ["安宁", "何小平"],
        id="a name that is a common word, in a list",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COMPANY)
def test_a_visit_has_its_company(text: str, expected: list[str]) -> None:
    actors, there = names(visit(text))
    assert "陈志远" in actors
    assert not set(expected) & set(actors)
    assert there == expected


def test_the_last_line_belongs_to_the_visit_and_to_its_meeting() -> None:
    text = "市委书记陈志远督查东江水库，并主持召开座谈会。他强调，要抓好落实。市领导何小平、秦强参加{}。"
    for what in ("", "上述活动"):
        told = text.format(what)
        assert names(visit(told)) == (["陈志远"], ["何小平", "秦强"])
        assert names(meeting(told)) == (["陈志远"], ["何小平", "秦强"])


def test_who_speaks_at_a_meeting_is_there() -> None:
    text = "市长周文涛主持召开座谈会。德隆集团董事长高明表示，将加大投资。"
    assert names(meeting(text)) == (["周文涛"], ["高明"])


def test_those_who_alone_took_part_made_the_visit() -> None:
    (event,) = done("市人大常委会副主任何小平、秦强及部分市人大代表参加视察。")
    assert (names(event)[0], event.activity) == (["何小平", "秦强"], Activity.INSPECT)


NOT_ACTING = [
    pytest.param("市长周文涛为劳动模范黄光明送去慰问品。", id="为: who is given something"),
    pytest.param("在退休职工黄光明家，市长周文涛详细了解生活情况。", id="在…家: whose home it is"),
    pytest.param("市长周文涛看望慰问退役军人代表黄光明。", id="who is visited"),
    pytest.param("为落实市委部署和市委书记陈志远的要求，市长周文涛到北山村调研。", id="whose words are followed"),
]


@pytest.mark.parametrize("text", NOT_ACTING)
def test_who_is_only_spoken_of_does_not_act(text: str) -> None:
    assert names(visit(text))[0] == ["周文涛"]


def test_a_plan_goes_on_through_its_sentence() -> None:
    events = read("市长周文涛将于5月10日启程前往南岭市，并于5月12日出席合作论坛。").events
    assert [e.standing for e in events] == [Standing.PLANNED]


REFERRED = [
    pytest.param("市委召开会议，传达学习市委书记陈志远考察北山村重要讲话精神。", id="the speech of a visit"),
    pytest.param("会议贯彻市长周文涛巡查东江流域的部署要求。", id="the demands of a visit"),
]


@pytest.mark.parametrize("text", REFERRED)
def test_a_visit_whose_words_are_studied_is_not_told(text: str) -> None:
    assert [e for e in done(text) if e.activity in VISITS] == []
