"""Corrections made while another process changes the index: they are kept at once, and the index follows when it can."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

import pytest

from rag import IndexUnusableError, Language, Proposal, Ruling, Thing, rule, rulings_made
from rag.indexing.engines.sqlite_lock import building
from tests.corrections.conftest import Desk, desk
from tests.ui.correcting import at_the_desk
from ui.correcting.desk import kept
from ui.correcting.following import Following, Noticing
from ui.desk import Desk as Given
from ui.links import article_link

__all__ = ["desk"]

LINK = article_link("front.txt", 1)
MENDED = {"link": LINK, "thing": "place", "ruling": "mend", "was": "东江县", "now": "西江县"}
LATER = "The index is busy and will follow later."


@pytest.fixture
def given(desk: Desk) -> Iterator[Given]:
    with at_the_desk(desk) as made:
        made.indexing._correcting._soon = 0.05
        yield made


def comes(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


def test_it_follows_once_the_other_process_is_done(given: Given, desk: Desk) -> None:
    with building(desk.config.index):
        began = time.monotonic()
        told = kept(given, Language.EN, MENDED, "wang")["form"]
        assert time.monotonic() - began < 5, "nobody is kept waiting for what cannot be now"
        assert LATER in told
        assert "东江县" in desk.reading("front.txt", 1).understood.places
        time.sleep(0.3)
        assert "东江县" in desk.reading("front.txt", 1).understood.places
    assert comes(lambda: "西江县" in desk.reading("front.txt", 1).understood.places)
    other = kept(given, Language.EN, MENDED | {"was": "西江县", "now": "南江县"}, "wang")["form"]
    assert LATER not in other
    assert "南江县" in desk.reading("front.txt", 1).understood.places


def test_what_a_command_or_another_machine_kept_is_noticed(given: Given, desk: Desk) -> None:
    noticing = Noticing(lambda: rulings_made(desk.config), given.indexing.correct, 0.05)
    with noticing:
        rule(desk.config, "front.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("东江县",), now=("西江县",)))
        assert comes(lambda: "西江县" in desk.reading("front.txt", 1).understood.places)


def test_whoever_looks_again_at_a_ledger_that_did_not_grow_does_nothing() -> None:
    calls: list[int] = []
    noticing = Noticing(lambda: 3, lambda: calls.append(1))
    for _ in range(3):
        noticing.look()
    assert calls == [1]


def test_what_is_asked_while_it_follows_is_followed_too() -> None:
    rounds: list[int] = []
    ledger, began, goes_on = [1], Event(), Event()

    def follow() -> None:
        seen = len(ledger)
        if len(rounds) == 0:
            began.set()
            goes_on.wait(10)
        rounds.append(seen)

    following = Following(follow)
    assert not following.ask(0)
    assert began.wait(10)
    ledger.append(2)
    assert not following.ask(0)
    goes_on.set()
    assert following.ask(10)
    assert rounds[-1] == 2


def test_what_fails_is_tried_again_until_it_does_not_and_no_longer() -> None:
    left = [IndexUnusableError("another process is changing the index", "wait")] * 3
    calls: list[int] = []

    def follow() -> None:
        calls.append(1)
        if left:
            raise left.pop()

    following = Following(follow, 0.01)
    assert not following.ask(5)
    assert comes(lambda: len(calls) == 4)
    assert following.ask(5)
    time.sleep(0.1)
    assert len(calls) == 5
