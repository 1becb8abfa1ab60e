"""The stops of a visit, one by one."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.answers.places import elsewhere, places
from rag.asking.writing.draft import Claim, Source
from rag.records import Dated, Standing
from tests.asking.handmade import (
    JUNE,
    LED,
    MAY,
    PAGE,
    STOPS,
    TITLE,
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


JOINT = "5月6日，陈志远、林月华分别慰问。"
APART = "陈志远到了茶场，林月华看了码头。"


def test_a_stop_is_of_those_whose_clause_names_it() -> None:
    page = TITLE + JOINT + APART
    events = (
        event(page, JOINT, "陈志远", "林月华", places=("茶场", "码头")),
        event(page, "陈志远到了茶场", "陈志远", number=2, places=("茶场",)),
        event(page, "林月华看了码头", "林月华", number=3, places=("码头",)),
    )
    query = asked(Asks.WHERE, "陈志远去了哪里？", words=("陈志远",), **CHEN)
    assert [c.text for c in places(query, judged(query, article([JOINT, APART], events=events)))] == ["茶场"]


FIRST = "5月6日，陈志远先后到青石镇星光鞋材厂、青石镇联勤站督查。"
SECOND = "在白沙镇，陈志远察看了白沙水库。"


@pytest.mark.parametrize(
    ("named", "stops"),
    [
        pytest.param(("青石镇",), ["青石镇星光鞋材厂", "青石镇联勤站"], id="one town"),
        pytest.param(("白沙镇",), ["白沙水库"], id="another, not named as a stop of itself"),
        pytest.param((), ["青石镇星光鞋材厂", "青石镇联勤站", "白沙镇", "白沙水库"], id="no town"),
    ],
)
def test_stops_in_the_town_that_is_asked_about(named: tuple[str, ...], stops: list[str]) -> None:
    page = TITLE + FIRST + SECOND
    events = (
        event(page, FIRST, "陈志远", places=("青石镇星光鞋材厂", "青石镇联勤站")),
        event(page, SECOND, "陈志远", number=2, places=("白沙镇", "白沙水库")),
    )
    query = asked(Asks.WHERE, "陈志远去了哪里？", words=("陈志远",), places=named, **CHEN)
    assert [c.text for c in places(query, judged(query, article([FIRST, SECOND], events=events)))] == stops


def test_of_a_stretch_of_time_every_article_is_quoted() -> None:
    first = article(events=(event(PAGE, LED, "陈志远"),))
    later = "5月9日，陈志远到北坡林场植树。"
    planted = article([later], title="植树", page="q.txt", when=Dated("2022-05-09"), first_id=9)
    query = asked(Asks.WHERE, "陈志远5月去了哪里？", words=("陈志远",), periods=(MAY,), **CHEN)
    found = judged(query, first, planted)
    assert [c.text for c in elsewhere(query, found, [Claim("", (Source(found[0].passage, first),))])] == [later]
