"""What a page was recognised from: pictures of its sheets, and where each character of its text stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

SURE = 0.9
"""Confidence below which a character is uncertain."""


class Mark(NamedTuple):
    """Where a character is printed: number of the sheet's picture, points from its upper left corner; and how sure, 0 to 1."""

    sheet: int
    left: int
    top: int
    right: int
    bottom: int
    sure: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A sheet as it was recognised, upright: its number in the file from 1, its size in points, and a JPEG of it.

    The JPEG may have fewer points than the size says; it is empty where only the places on it were asked for.
    """

    number: int
    width: int
    height: int
    jpeg: bytes = b""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a page's text was recognised from, or a part of it.

    `marks` has an entry for each character of the text, None for one that no picture shows (the end of a paragraph, text
    that the file itself holds). `file` is the digest of the file's bytes; `lost` are the numbers of sheets that are
    pictures and could not be read, and `why` says why and what to do, each reason once.
    """

    file: str
    pictures: tuple[Picture, ...]
    marks: tuple[Mark | None, ...]
    lost: tuple[int, ...] = ()
    why: str = ""

    def doubted(self, spans: Iterable[tuple[int, int]]) -> tuple[int, ...]:
        """Offsets in these spans (start, end) at which the recogniser was not sure of the character."""
        return tuple(at for at, mark in self._at(spans) if mark.sure < SURE)

    def recognised(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether anything in these spans was read off a picture."""
        return any(True for _ in self._at(spans))

    def boxes(self, spans: Iterable[tuple[int, int]]) -> tuple[Mark, ...]:
        """Rectangles around these spans, one for each stretch on one line; `sure` is that of its least sure character."""
        found: list[Mark] = []
        for _, mark in self._at(spans):
            if found and _one_line(found[-1], mark):
                found[-1] = _around(found[-1], mark)
            else:
                found.append(mark)
        return tuple(found)

    def _at(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Mark]]:
        for start, end in spans:
            for at in range(start, min(end, len(self.marks))):
                mark = self.marks[at]
                if mark is not None:
                    yield at, mark


def _one_line(before: Mark, mark: Mark) -> bool:
    """Whether a character goes on with a rectangle, to the right or downward."""
    size = max(mark.bottom - mark.top, mark.right - mark.left)
    level = abs((before.top + before.bottom) - (mark.top + mark.bottom)) < size
    beside = level and -size < mark.left - before.right < 2 * size
    upright = abs((before.left + before.right) - (mark.left + mark.right)) < size
    beneath = upright and -size < mark.top - before.bottom < size / 2 and before.right - before.left < 2 * size
    return before.sheet == mark.sheet and (beside or beneath)


def _around(one: Mark, other: Mark) -> Mark:
    return Mark(
        one.sheet,
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
        min(one.sure, other.sure),
    )
