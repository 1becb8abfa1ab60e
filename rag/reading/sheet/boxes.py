"""Lines that stand under one another in one column, put together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rag.reading.sheet.line import Line

LEADING = 2.7
"""Of a line's size: base lines further apart do not belong to one column's text."""

SAME_SIZE = 0.15
"""Share by which the sizes of lines of one box may differ; a headline's differ more."""

SET_IN = 2.3
"""Of a line's size: how far the first line of a paragraph is set in at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of one column that stand under one another, from the first to be read, and the rectangle around them."""

    lines: tuple[Line, ...]
    left: float
    bottom: float
    right: float
    top: float

    @property
    def rank(self) -> float:
        """Its place in the order of the file."""
        return median(line.rank for line in self.lines)

    @property
    def letters(self) -> int:
        """How much is written in it."""
        return sum(len(line.text) for line in self.lines)

    @property
    def vertical(self) -> bool:
        """Whether its lines read downward."""
        return self.lines[0].vertical


def make_box(lines: Sequence[Line]) -> Box:
    """The lines with the rectangle around them."""
    return Box(
        tuple(lines),
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )


def find_boxes(lines: Sequence[Line]) -> list[Box]:
    """The lines in boxes; a line that two stand beneath side by side ends one."""
    flat = [line for line in lines if not line.vertical]
    tall = [line.turned() for line in lines if line.vertical]
    boxes = [make_box(chain) for chain in _chains(flat)]
    return boxes + [make_box([line.turned() for line in chain]) for chain in _chains(tall)]


def _chains(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines one beneath another, from top to bottom."""
    ordered = sorted(lines, key=lambda line: -line.bottom)
    below = _nearest(ordered)
    above = _nearest([_flipped(line) for line in ordered], upward=True)
    following = {a: b for a, b in below.items() if above.get(b) == a and _fits(ordered[a], ordered[b])}
    starts = set(range(len(ordered))) - set(following.values())
    chains: list[list[Line]] = []
    for at in sorted(starts):
        chain = [ordered[at]]
        while at in following:
            at = following[at]
            chain.append(ordered[at])
        chains.append(chain)
    return chains


def _flipped(line: Line) -> Line:
    return Line(line.text, line.left, -line.bottom, line.right, -line.bottom + line.size, line.size, line.rank)


def _nearest(lines: Sequence[Line], *, upward: bool = False) -> dict[int, int]:
    """For each line the one directly beneath it, if there is one and no other beside that; above it in flipped ones."""
    order = sorted(range(len(lines)), key=lambda k: -lines[k].bottom)
    levels = [-lines[k].bottom for k in order]
    found: dict[int, int] = {}
    for k, line in enumerate(lines):
        under: list[int] = []
        at = bisect_left(levels, -line.bottom + 0.3 * line.size)
        while at < len(order) and levels[at] < -line.bottom + LEADING * line.size:
            other = lines[order[at]]
            if _under(other, line) if upward else _under(line, other):
                if under and lines[under[0]].bottom - other.bottom > 0.5 * min(line.size, other.size):
                    break
                under.append(order[at])
            at += 1
        if len(under) == 1:
            found[k] = under[0]
    return found


def _under(line: Line, other: Line) -> bool:
    """Whether a line further down stands beneath this one, or beneath the place where this one is set in."""
    across = other.left < line.right and line.left < other.right
    return across or line.left - SET_IN * line.size < other.left < line.left


def _fits(line: Line, below: Line) -> bool:
    size = max(line.size, below.size)
    return abs(line.size - below.size) <= SAME_SIZE * size and line.bottom - below.bottom < LEADING * size
