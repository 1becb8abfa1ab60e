"""Which events of two articles are one, told twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rag.records import Activity, Dated, Event, Person, Span, Standing
from rag.understanding import same_event, telling_keys, tellings

CHEN, ZHOU, HE = Person("陈志远", "市委书记"), Person("周文涛", "市长"), Person("何小平", "副市长")
GROUP, OFFICE = Person("检查组"), Person("东江区应急管理局")
DAY = "2022-05-06"


def visit(*places: str, who: tuple[Person, ...] = (CHEN,), target: str = "", day: str | None = DAY) -> Event:
    return Event("a.txt", 1, 1, who, "督查", Activity.INSPECT, target, places, when=Dated(day), spans=(Span(0, 9),))


def meeting(target: str, *, who: tuple[Person, ...] = (CHEN,), day: str | None = DAY, **more: object) -> Event:
    chaired = Event("a.txt", 1, 1, who, "主持召开", Activity.MEETING_CHAIR, target, when=Dated(day))
    return replace(chaired, **more)  # type: ignore[arg-type]


def speech(target: str, *, who: tuple[Person, ...] = (CHEN,), day: str | None = DAY) -> Event:
    return Event("a.txt", 1, 1, who, "强调", Activity.SPEECH, target, when=Dated(day))


def elsewhere(event: Event, **more: object) -> Event:
    return replace(event, page="b.txt", **more)  # type: ignore[arg-type]


ATTENDED: dict[str, Any] = {"actors": (CHEN, ZHOU), "activity": Activity.MEETING_ATTEND, "action": "出席"}

ONE = [
    pytest.param(visit("横江镇"), visit("横江镇"), id="same words in another paper"),
    pytest.param(
        visit("横江镇", "北山村", "东江水库"), visit("横江镇"), id="a brief names only the town of the full report"
    ),
    pytest.param(
        visit("横江镇"),
        replace(visit("海州市横江镇"), activity=Activity.RESEARCH_VISIT, action="调研"),
        id="a town with and without its city; 督查 here, 调研 there",
    ),
    pytest.param(
        visit("横江镇", target="防汛工作"), visit(target="防汛准备工作"), id="no place in one, but the same matter"
    ),
    pytest.param(
        replace(visit("横江镇", who=(CHEN,)), participants=(ZHOU,)),
        replace(visit("横江镇", who=(ZHOU,)), participants=(CHEN,)),
        id="each tells that the other's actor was there",
    ),
    pytest.param(
        visit("横江镇", target="防汛工作"), visit("横江镇", target="防汛工作", day="2022-05"), id="month only"
    ),
    pytest.param(visit("横江镇", target="防汛工作"), visit("横江镇", target="防汛工作", day=None), id="近日 and a day"),
    pytest.param(
        meeting("全市防汛工作会议"), meeting("防汛工作会议", **ATTENDED), id="chaired in one paper, attended in another"
    ),
    pytest.param(meeting("全市安全生产工作会议"), meeting("安全生产会议"), id="a meeting's name shortened"),
    pytest.param(
        meeting("座谈会", places=("横江镇",)), meeting("防汛座谈会", places=("横江镇",)), id="no name, but one place"
    ),
    pytest.param(
        meeting("市政府第12次常务会议", day=None), meeting("市政府第12次常务会议"), id="undated, but numbered"
    ),
    pytest.param(
        visit("南山商场", who=(GROUP,)), visit("南山商场", who=(GROUP,)), id="a team without a name at a named place"
    ),
    pytest.param(
        speech("要深入排查隐患，守牢安全底线"), speech("深入排查隐患，守牢安全底线"), id="the same words quoted"
    ),
]

TWO = [
    pytest.param(visit("横江镇"), visit("南溪街道"), id="two visits of one official on one day"),
    pytest.param(
        visit("横江镇", "北山村", target="防汛工作"),
        visit("横江镇", "德隆公司", target="企业生产"),
        id="two visits in one town: the stops differ",
    ),
    pytest.param(
        visit("横江镇", target="防汛工作"), visit("南溪街道", target="防汛工作"), id="one matter at two places"
    ),
    pytest.param(visit(), visit(), id="nothing but the name and the day"),
    pytest.param(visit(target="工作"), visit(target="有关工作"), id="a target that says nothing"),
    pytest.param(visit("横江镇"), visit("横江镇", day="2022-05-07"), id="the day after"),
    pytest.param(visit("横江镇"), visit("横江镇", day=None), id="a day unknown, and only a town in common"),
    pytest.param(visit("横江镇"), visit("横江镇", who=(ZHOU,)), id="somebody else at the same place"),
    pytest.param(
        visit("横江镇", target="防汛工作"),
        replace(visit("横江镇", who=(ZHOU,)), participants=(CHEN,)),
        id="only one paper says that the other's actor was there",
    ),
    pytest.param(visit("横江镇"), replace(visit("横江镇"), standing=Standing.PLANNED), id="the plan and the deed"),
    pytest.param(visit("企业", target=""), visit("企业"), id="a place without a name"),
    pytest.param(
        visit("东江区", who=(OFFICE,), target="商场"),
        visit("东江区", who=(OFFICE,), target="学校"),
        id="a body's own district is no place in common",
    ),
    pytest.param(visit("南山商场", who=(GROUP,)), visit(target="消防安全", who=(GROUP,)), id="teams of two cities"),
    pytest.param(
        meeting("市委常委会会议", who=(Person("市委"),)),
        meeting("市委常委会会议", who=(Person("市委"),)),
        id="two cities have a 市委 each",
    ),
    pytest.param(meeting("防汛工作会议"), meeting("招商引资大会"), id="two meetings on one day"),
    pytest.param(meeting("座谈会"), meeting("座谈会"), id="meetings without a name"),
    pytest.param(meeting("市政府常务会议", day=None), meeting("市政府常务会议"), id="a meeting that comes every week"),
    pytest.param(meeting("防汛工作会议"), visit(target="防汛工作会议"), id="a meeting and a visit"),
    pytest.param(speech("要深入排查隐患"), speech("要加快项目建设"), id="two sayings of one speaker"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_told_twice(one: Event, other: Event) -> None:
    assert same_event(one, elsewhere(other))
    assert same_event(elsewhere(other), one)
    assert set(telling_keys(one)) & set(telling_keys(elsewhere(other)))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_not_the_same(one: Event, other: Event) -> None:
    assert not same_event(one, elsewhere(other))
    assert not same_event(elsewhere(other), one)


def test_events_of_one_article_are_never_one() -> None:
    assert not same_event(visit("横江镇"), replace(visit("横江镇"), number=2))


def test_keys_name_who_what_and_when_or_where() -> None:
    assert telling_keys(visit("横江镇", "企业", target="防汛工作")) == (
        "陈志远|visit|@横江镇",
        "陈志远|visit|#防汛工作",
        "陈志远|visit|2022-05",
    )


def test_tellings_pair_whole_visits_with_whole_visits_and_stops_with_stops() -> None:
    whole, stop = visit("横江镇", "北山村", "东江水库"), replace(visit("北山村"), number=2)
    alone = visit("南溪街道", who=(HE,))
    events = [whole, stop, alone, elsewhere(stop), elsewhere(whole)]
    assert tellings(events) == [(0, 4), (1, 3), (2,)]


def test_a_brief_joins_one_event_of_the_full_report_only() -> None:
    events = [visit("横江镇", "北山村"), replace(visit("北山村"), number=2), elsewhere(visit("北山村"))]
    assert tellings(events) == [(0,), (1, 2)]


def test_three_papers_tell_one_event() -> None:
    events = [replace(meeting("防汛工作会议"), page=page) for page in ("a.txt", "b.txt", "c.txt")]
    assert tellings(events) == [(0, 1, 2)]
    assert tellings([]) == []
