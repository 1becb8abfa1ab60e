"""How often somebody did something."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame, Language
from rag.asking.answers.occasions import occasions
from rag.asking.matching.candidates import Candidate
from rag.records import Activity, Dated, Standing
from tests.asking.handmade import JUNE, LED, MAY, STOPS, article, asked, event

CHEN = {"people": ("陈志远",)}
INSPECTED = {**CHEN, "activities": (Activity.INSPECT,)}


def told(page: str, day: str | None, **more: object) -> Candidate:
    """An article of a day on an act of 陈志远, an inspection if `more` does not say otherwise."""
    when = Dated(day)
    act = event("要闻" + LED + STOPS, LED, "陈志远", page=page, when=when, **more)
    return article([LED, STOPS], title="要闻", page=page, when=when, events=(act,))


def lines(query: Frame, *candidates: Candidate) -> list[str]:
    return [c.text.partition("——")[0] for c in occasions(query, (), candidates)]


MEETING = told("m.txt", "2022-05-20", activity=Activity.MEETING_CHAIR)
IN_MAY, IN_JUNE, UNDATED = told("a.txt", "2022-05-06"), told("b.txt", "2022-06-10"), told("c.txt", None)


def test_only_acts_of_the_kind_that_is_named_are_counted() -> None:
    query = asked(Asks.COUNT, "陈志远督查了几次？", **INSPECTED)
    assert lines(query, IN_JUNE, MEETING, IN_MAY) == ["报道了 2 次。", "2022-05-06：要闻", "2022-06-10：要闻"]


def test_within_a_period_what_has_no_day_is_told_apart() -> None:
    query = asked(Asks.COUNT, "陈志远2022年5月督查了几次？", periods=(MAY,), **INSPECTED)
    assert lines(query, IN_MAY, IN_JUNE, UNDATED) == [
        "报道了 1 次。",
        "2022-05-06：要闻",
        "另有 1 次报道没有写明日期。",
        "日期不详：要闻",
    ]


def test_without_a_period_it_counts() -> None:
    assert lines(asked(Asks.COUNT, "陈志远督查了几次？", **INSPECTED), IN_MAY, UNDATED)[0] == "报道了 2 次。"


def test_two_days_of_one_article_are_two_times_and_two_stops_of_a_day_one() -> None:
    page = "要闻" + LED + STOPS
    first = event(page, LED, "陈志远", when=Dated("2022-05-06"))
    second = event(page, STOPS, "陈志远", number=2, when=Dated("2022-05-07"))
    query = asked(Asks.COUNT, "陈志远督查了几次？", **INSPECTED)
    assert lines(query, article([LED, STOPS], title="要闻", events=(first, second)))[0] == "报道了 2 次。"
    same = event(page, STOPS, "陈志远", number=2, when=Dated("2022-05-06"))
    assert lines(query, article([LED, STOPS], title="要闻", events=(first, same)))[0] == "报道了 1 次。"


@pytest.mark.parametrize(
    ("query", "candidate"),
    [
        pytest.param(asked(Asks.COUNT, periods=(JUNE,), **INSPECTED), IN_MAY, id="another month"),
        pytest.param(asked(Asks.COUNT, periods=(JUNE,), **INSPECTED), UNDATED, id="no day where a period is asked"),
        pytest.param(asked(Asks.COUNT, people=("林月华",)), IN_MAY, id="somebody else"),
        pytest.param(asked(Asks.COUNT, **INSPECTED), MEETING, id="another kind of act"),
        pytest.param(asked(Asks.COUNT, places=("柳溪乡",), **INSPECTED), IN_MAY, id="another place"),
        pytest.param(asked(Asks.COUNT, **INSPECTED), told("p.txt", None, standing=Standing.PLANNED), id="a plan"),
        pytest.param(asked(Asks.COUNT, "陈志远去了几次？", **CHEN), MEETING, id="a meeting is not gone to by 去"),
    ],
)
def test_nothing_to_count(query: Frame, candidate: Candidate) -> None:
    assert lines(query, candidate) == []


def test_visits_in_english_are_of_any_kind_and_whoever_chairs_attends() -> None:
    visited = Frame(Language.EN, Asks.COUNT, people=("陈志远",), activities=(Activity.RESEARCH_VISIT,))
    assert lines(visited, IN_MAY)[0] == "Reported 1 time."
    attended = asked(Asks.COUNT, "陈志远参加了几次会议？", activities=(Activity.MEETING_ATTEND,), **CHEN)
    assert lines(attended, MEETING)[0] == "报道了 1 次。"


def test_of_acts_of_any_kind_the_morning_and_the_afternoon_are_two() -> None:
    morning, later = "5月6日上午，陈志远督查安全生产。", "下午，陈志远主持召开座谈会。"
    page = "要闻" + morning + later
    first = event(page, morning, "陈志远")
    second = event(page, later, "陈志远", number=2, activity=Activity.MEETING_CHAIR)
    told_twice = article([morning, later], title="要闻", events=(first, second))
    query = asked(Asks.COUNT, "陈志远参加了几次活动？", activities=(Activity.MEETING_ATTEND,), **CHEN)
    assert lines(query, told_twice)[0] == "报道了 2 次。"


def test_only_acts_in_the_matter_that_is_named_are_counted() -> None:
    query = asked(Asks.COUNT, "陈志远督查了几次防汛？", matter=("防汛",), **INSPECTED)
    assert lines(query, IN_MAY, IN_JUNE) == []
