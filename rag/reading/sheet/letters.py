"""One character where it is printed, and sheets that lie on their side turned upright."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rag.reading.sheet.line import UNSEEN
from rag.text import has_han

SAME_TURN = 3
"""Degrees by which the letters of one text may differ."""

DOWNWARD = 270
"""Degrees of what lies on its side in a vertical line: digits and Latin letters among upright characters."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character and the square it fills: points from the sheet's lower left corner.

    `size` is that of its font, `turn` the direction it is read in, in degrees counterclockwise. `left` and `bottom`
    are where its base line begins, `right` where the next letter would begin. `number` tells letters apart where it
    is asked later which of them a character of the text is.
    """

    char: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    turn: int = 0
    number: int = UNSEEN


def each_its_own(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters, those that one glyph stands for (a dash of two, fi) side by side in it; what is printed over itself once."""
    for _, group in groupby(letters, key=lambda one: (one.left, one.bottom, one.right, one.top)):
        same = list(group)
        if len({one.char for one in same}) == 1 and has_han(same[0].char):
            same = same[:1]
        wide, high = (same[0].right - same[0].left) / len(same), (same[0].top - same[0].bottom) / len(same)
        for k, one in enumerate(same):
            if one.turn == DOWNWARD:
                yield replace(one, top=one.top - high * k, bottom=one.top - high * (k + 1))
            elif one.turn == 0:
                yield replace(one, left=one.left + wide * k, right=one.left + wide * (k + 1))
            else:
                yield one


def upright(letters: Sequence[Letter]) -> list[list[Letter]]:
    """The letters turned so that they are read from left to right, those of each direction by themselves.

    Most come first. What reads downward stays with the main text: it may be a part of vertical lines.
    """
    ways: list[int] = []
    for turn, _ in Counter(letter.turn for letter in letters if not letter.char.isspace()).most_common():
        if all(_apart(turn, way) > SAME_TURN for way in ways):
            ways.append(turn)
    main = ways[0] if ways else 0
    found: dict[int, list[Letter]] = {}
    for letter in letters:
        way = min(ways, key=lambda w: _apart(letter.turn, w), default=main)
        if _apart(letter.turn - main, DOWNWARD) <= SAME_TURN:
            way = main
        found.setdefault(way, []).append(_turned(letter, way))
    return [list(each_its_own(found[way])) for way in ways if way in found]


def _apart(one: int, other: int) -> int:
    return abs((one - other + 180) % 360 - 180)


def _turned(letter: Letter, by: int) -> Letter:
    """The letter on the sheet turned back by so many degrees."""
    left = replace(letter, turn=round(letter.turn - by) % 360)
    if by % 360 == 0:
        return left
    cos, sin = math.cos(math.radians(by)), math.sin(math.radians(by))
    corners = [
        (x * cos + y * sin, y * cos - x * sin) for x in (letter.left, letter.right) for y in (letter.bottom, letter.top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return replace(left, left=min(xs), right=max(xs), bottom=min(ys), top=max(ys))
