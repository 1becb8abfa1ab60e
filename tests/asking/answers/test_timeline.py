"""What somebody did, in the order of the days."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.answers.timeline import timeline
from rag.asking.matching.candidates import Candidate
from rag.records import Dated
from tests.asking.handmade import (
    JUNE,
    LED,
    article,
    asked,
    event,
    inspection,
)

CHEN = {"people": ("陈志远",)}


def test_entries_by_day_undated_last() -> None:
    def on(day: str | None, page: str) -> Candidate:
        when = Dated(day)
        e = event("要闻" + LED, LED, "陈志远", page=page, when=when)
        return article([LED], title="要闻", page=page, when=when, events=(e,))

    candidates = [on(None, "c.txt"), on("2022-06-10", "b.txt"), on("2022-05-06", "a.txt")]
    told = [c.text for c in timeline(asked(Asks.TIMELINE, **CHEN), (), candidates)]
    assert [t.split("：")[0] for t in told] == ["2022-05-06", "2022-06-10", "日期不详"]
    assert told[0] == f"2022-05-06：要闻——{LED}"


def test_a_sentence_tells_the_day_before_a_headline_does() -> None:
    page = "假期陈志远督查" + LED
    head = event(page, "假期陈志远督查", "陈志远", when=Dated("2022-05-01"))
    body = event(page, LED, "陈志远", number=2, when=Dated("2022-05-06"))
    c = article([LED], title="假期陈志远督查", events=(head, body))
    assert [t.text for t in timeline(asked(Asks.TIMELINE, **CHEN), (), [c])] == [f"2022-05-06：假期陈志远督查——{LED}"]


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(asked(Asks.TIMELINE, people=("苏敏",)), id="somebody who did nothing"),
        pytest.param(asked(Asks.TIMELINE, periods=(JUNE,), **CHEN), id="another month"),
    ],
)
def test_no_entry(query: Frame) -> None:
    assert timeline(query, (), [inspection()]) == []


def test_what_two_papers_tell_is_told_once_and_rests_on_both() -> None:
    def tells(page: str, day: str, **more: object) -> Candidate:
        when = Dated(day)
        e = event("要闻" + LED, LED, "陈志远", page=page, when=when, **more)
        return article([LED], title="要闻", page=page, when=when, events=(e,))

    stops = {"places": ("青石镇", "星光鞋材厂")}
    candidates = [tells(p, d, **stops) for p, d in (("a", "2022-05-06"), ("b", "2022-05-06"), ("c", "2022-05-07"))]
    claims = timeline(asked(Asks.TIMELINE, **CHEN), (), candidates)
    assert [c.text.split("：")[0] for c in claims] == ["2022-05-06", "2022-05-07"]
    assert [{s.passage.page for s in c.sources} for c in claims] == [{"a", "b"}, {"c"}]


def test_who_came_along_has_the_entry_too() -> None:
    assert len(timeline(asked(Asks.TIMELINE, people=("林月华",)), (), [inspection()])) == 1
