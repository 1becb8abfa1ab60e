"""Marks of Chinese print that have a narrow twin, told apart by the room they are given on the sheet.

A comma in a picture looks the same in both widths, and the recogniser gives now one and now the other. What differs is how
far apart the characters before and after it stand, and a paper sets all its marks in one way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from rag.reading.pictures.glyphs import Glyph, Row
from rag.text import has_han

WIDER = 0xFEE0
"""From a narrow character's number to that of its twin."""

NARROW = ",;:!?()"
"""What has a wide twin that prose uses; a full stop has none, and brackets of other kinds are seldom narrow."""

WIDE = "".join(chr(ord(char) + WIDER) for char in NARROW)

BESIDE = frozenset("“”‘’《》、。，；：！？（）")
"""Other marks of Chinese print."""

ROOM = 1.48
"""Characters from the middle of the one before a mark to the middle of the one after it: less, and the mark is narrow. A
narrow one leaves about a quarter more than 1; some papers give wide ones half a character."""

DASH = "—"

LONG = 2.5
"""Characters from the middle of the one before a dash to the middle of the one after it: more, and it is twice as long."""

TELLING = 3
"""Marks from which a sheet's way of setting them is told."""


def as_set(rows: Sequence[Row]) -> list[Row]:
    """The rows, marks next to Chinese characters in the width in which the sheet sets them, wide where that is not told."""
    rooms = [room for row in rows if not row.tall for room in _rooms(row)]
    narrow = len(rooms) >= TELLING and median(rooms) < ROOM
    return [_with_whole_dashes(_in_one_width(row, narrow)) for row in rows]


def _rooms(row: Row) -> Iterator[float]:
    """For each mark between two Chinese characters the distance of these, in characters of the row."""
    seen = _seen(row)
    for (before, mark), (_, after) in pairwise(pairwise(seen)):
        if mark.char in NARROW + WIDE and has_han(before.char) and has_han(after.char):
            yield (after.right - before.left) / row.size - 1


def _in_one_width(row: Row, narrow: bool) -> Row:
    given, wanted = (WIDE, NARROW) if narrow else (NARROW, WIDE)
    seen = [None, *_seen(row), None]
    other: dict[Glyph, Glyph] = {}
    for before, glyph, after in zip(seen, seen[1:], seen[2:], strict=False):
        beside = [one.char for one in (before, after) if one]
        if glyph and glyph.char in given and any(has_han(char) or char in BESIDE for char in beside):
            other[glyph] = glyph._replace(char=wanted[given.index(glyph.char)])
    return replace(row, glyphs=tuple(other.get(glyph, glyph) for glyph in row.glyphs))


def _with_whole_dashes(row: Row) -> Row:
    """The row, a dash as long as two characters as the two of which Chinese print makes it."""
    if row.tall:
        return row
    seen = [None, *_seen(row), None]
    halves: dict[Glyph, tuple[Glyph, Glyph]] = {}
    for before, glyph, after in zip(seen, seen[1:], seen[2:], strict=False):
        if glyph and glyph.char == DASH and before and after and DASH not in (before.char, after.char):
            middle = (before.right + after.left) / 2
            if _middle(after) - _middle(before) > LONG * row.size:
                halves[glyph] = (
                    glyph._replace(left=before.right, right=middle),
                    glyph._replace(left=middle, right=after.left),
                )
    return replace(row, glyphs=tuple(half for glyph in row.glyphs for half in halves.get(glyph, (glyph,))))


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _seen(row: Row) -> list[Glyph]:
    return [glyph for glyph in row.glyphs if not glyph.char.isspace()]
