"""The stops of a visit, one by one."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.answers.places import places
from rag.records import Standing
from tests.asking.handmade import (
    JUNE,
    MAY,
    PAGE,
    STOPS,
    article,
    asked,
    event,
    inspection,
    judged,
    read,
)

CHEN = {"people": ("陈志远",)}


def test_every_stop_once_with_the_sentence_that_names_it() -> None:
    query = asked(Asks.WHERE, "陈志远督查了哪里？", words=("陈志远", "督查"), **CHEN)
    assert read(places(query, judged(query, inspection()))) == [("青石镇联勤站", (STOPS,)), ("星光鞋材厂", (STOPS,))]


@pytest.mark.parametrize(
    ("more", "known"),
    [
        pytest.param({}, 0, id="nobody asked about"),
        pytest.param({"people": ("周文澜",)}, 0, id="somebody else's visit"),
        pytest.param({**CHEN, "periods": (JUNE,)}, 0, id="another day"),
        pytest.param({**CHEN, "periods": (MAY,)}, 2, id="the day"),
    ],
)
def test_stops_of_the_visit_asked_about_only(more: dict[str, object], known: int) -> None:
    query = asked(Asks.WHERE, words=("督查",), **more)
    assert len(places(query, judged(query, inspection()))) == known


def test_a_planned_visit_is_no_visit() -> None:
    planned = article(events=(event(PAGE, STOPS, "陈志远", places=("青石镇",), standing=Standing.PLANNED),))
    query = asked(Asks.WHERE, words=("督查",), **CHEN)
    assert places(query, judged(query, planned)) == []
