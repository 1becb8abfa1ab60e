"""Every regular expression takes time in proportion to the text, on long runs of whatever it may stumble over.

Each is first tried on 16 KB of each trigger: what takes no more than a moment there cannot grow with the square of the
text. Only what takes longer is tried on a longer one, and compared with an eighth of it.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from rag.asking.question.wording import LONGEST
from tests.linear.built import built
from tests.linear.patterns import Found, every_pattern
from tests.linear.triggers import triggers

SHORT, SHARE = 16 << 10, 8
LONG = (1 << 20) if os.environ.get("WENZHENG_LONG") else 256 << 10
"""Characters: in the long profile 1 MB, and every text that long by itself would take CI minutes."""

CLOSELY = 2
"""Triggers of each pattern that are tried on the long text: those on which the short one took longest."""

MOMENT = 0.002
"""Seconds of the processor for 16 KB that leave no room for a square: its 250 million steps take a hundred times that."""

FOR_A_QUESTION = 0.25
"""Seconds for the longest question that may be asked."""

ROUNDS = 4
"""How often what is not linear must show so."""

ASIDE = 4.0
"""How many times as slow by character the longer text may be: a square would be eight times so."""

LEAST, LEAST_BUILT = 1_000, 500
"""Patterns that there are at least, and of those at least that are built while it works; fewer would mean that they are not found."""

BUILDING = frozenset(
    (
        "rag/reading/cues.py",
        "rag/mentions/times.py",
        "rag/time/wordings.py",
        "rag/understanding/evidence.py",
        "rag/asking/expected/things.py",
        "rag/asking/matching/rivals.py",
        "rag/asking/question/rivals.py",
        "ui/gate/doors.py",
    )
)
"""Modules that build patterns, some of each room."""

ROOMS = (
    "rag/",
    "rag/reading",
    "rag/mentions",
    "rag/time",
    "rag/understanding",
    "rag/asking",
    "rag/asking/question",
    "ui/",
)
"""Where patterns stand; the longest name that fits counts."""

QUESTIONS = "rag/asking/question/"
"""A room that reads nothing but questions, which have an end."""


def text_of(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def spent(found: Found, text: str) -> float:
    """Seconds of the processor to find all there is."""
    given: Any = text.encode() if isinstance(found.pattern.pattern, bytes) else text
    began = time.thread_time()
    if found.anchored:
        found.pattern.match(given)
        found.pattern.fullmatch(given)
    else:
        for _ in found.pattern.finditer(given):
            pass
    return time.thread_time() - began


def trouble(found: Found) -> str:
    """The trigger on which it is not linear; empty where there is none. Those that take longest are looked at closely."""
    asked = found.place.replace(".", "/").startswith(QUESTIONS)
    size = LONGEST if asked else SHORT
    taken = sorted(((spent(found, text_of(piece, size)), piece) for piece in triggers(found.pattern)), reverse=True)
    for short, piece in taken[:CLOSELY]:
        if short <= MOMENT:
            return ""
        if asked:
            return f"{piece!r}: {short:.3f} s for a question" if short > FOR_A_QUESTION else ""
        if (ratio := min(_ratios(found, piece))) > ASIDE:
            return f"{piece!r}: {ratio:.1f} times as slow by character"
    return ""


def _ratios(found: Found, piece: str) -> Iterator[float]:
    """What is slower by character is measured anew, all of it: the processor itself is faster in one moment than in another."""
    for _ in range(ROUNDS):
        yield (ratio := _ratio(found, piece))
        if ratio <= ASIDE:
            return


def _ratio(found: Found, piece: str) -> float:
    """By how much a longer text is slower by character. It is made longer step by step: a square must not take an hour."""
    least, size, worst = SHORT // SHARE, SHORT, 0.0
    while size <= LONG and worst <= ASIDE:
        short = min(spent(found, text_of(piece, least)) for _ in range(2))
        allowed = ASIDE * short * size / least
        long = spent(found, text_of(piece, size))
        if long > allowed:  # once more, since something else may have held it up; less than allowed is enough at once
            long = min(long, spent(found, text_of(piece, size)))
        worst = max(worst, long / short * least / size)
        least, size = size, LONG if size < LONG else LONG + 1
    return worst


@cache
def by_room() -> dict[str, list[Found]]:
    """The patterns of each room; those of tables stand with the module that reads them."""
    rooms: dict[str, list[Found]] = {room: [] for room in ROOMS}
    for found in every_pattern():
        place = found.place.replace(".", "/") if "/" not in found.place else found.place
        rooms[max((room for room in ROOMS if place.startswith(room)), key=len)].append(found)
    return rooms


def test_they_are_found() -> None:
    assert sum(map(len, by_room().values())) >= LEAST
    made = built()
    assert len({m.pattern for m in made}) >= LEAST_BUILT
    assert {m.place for m in made} >= BUILDING


@pytest.mark.parametrize("room", ROOMS)
def test_every_pattern_is_linear(room: str) -> None:
    found = {f"{p.place} {str(p.pattern.pattern)[:60]}": told for p in by_room()[room] if (told := trouble(p))}
    assert found == {}


@pytest.mark.parametrize("square", [r"[a-z]+\d", r" *x", r"“[^”]*”$", r"(?:a|b)*c", r".*,$", r"的有：?[^：]*何文"])
def test_what_is_not_linear_is_noticed(square: str) -> None:
    import re

    assert trouble(Found("rag/made_up.py", re.compile(square)))


@pytest.mark.parametrize("line", [r"[a-z]{1,9}\d", r"(?<![a-z])[a-z]+\d", r"“[^”]{0,60}”"])
def test_what_is_linear_is_let_be(line: str) -> None:
    import re

    assert trouble(Found("rag/made_up.py", re.compile(line))) == ""
