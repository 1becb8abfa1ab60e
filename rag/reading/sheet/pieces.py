"""Pieces of lines: those printed one by one are put together, and dots of emphasis are left out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.reading.sheet.line import Line

DOTS = frozenset("•●∙·・˙.．。﹅﹆﹒▲△◦○")
"""What is printed above or beneath characters to stress them."""

SMALL = 0.75
"""Of the size of the characters they belong to: dots of emphasis are smaller."""

NEAR = 0.6
"""Of the letters' size: pieces of a line that stand no further apart are one."""

ALIKE = 0.75
"""Share of the larger size that the letters of pieces of one line have at least."""


def without_dots(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that hold nothing but dots of emphasis."""
    dots = {id(line) for line in lines if DOTS.issuperset(line.text.replace(" ", ""))}
    if not dots:
        return list(lines)
    words = [line for line in lines if id(line) not in dots]
    return [line for line in lines if id(line) not in dots or not any(_stresses(line, word) for word in words)]


def _stresses(dot: Line, word: Line) -> bool:
    """Whether a line of dots stands close above or beneath characters of a larger size."""
    inside = word.left - 0.5 * word.size <= dot.left and dot.right <= word.right + 0.5 * word.size
    apart = max(word.bottom - dot.top, dot.bottom - word.top)
    level = word.bottom < dot.bottom + 0.2 * dot.size and dot.bottom < word.bottom + 0.4 * word.size
    return inside and not level and dot.size <= SMALL * word.size and apart < 0.5 * word.size


def joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, those put together that stand side by side on one level, close to each other."""
    found = [line for line in lines if line.vertical]
    ordered = sorted((line for line in lines if not line.vertical), key=lambda line: line.bottom)
    levels = [line.bottom for line in ordered]
    following: dict[int, int] = {}
    for k, line in enumerate(ordered):
        beside = [o for o in _near(ordered, levels, k) if _goes_on(line, ordered[o])]
        if beside:
            following[k] = min(beside, key=lambda o: ordered[o].left)
    heads = set(range(len(ordered))) - set(following.values())
    for k in heads:
        line, taken = ordered[k], {k}
        while k in following and following[k] not in taken:
            k = following[k]
            taken.add(k)
            line = _both(line, ordered[k])
        found.append(line)
    return sorted(found, key=lambda line: line.rank)


def _near(lines: Sequence[Line], levels: Sequence[float], at: int) -> Iterator[int]:
    """Lines on about the same level."""
    reach = 0.35 * lines[at].size
    for other in range(bisect_left(levels, levels[at] - reach), len(lines)):
        if levels[other] > levels[at] + reach:
            return
        if other != at:
            yield other


def _goes_on(line: Line, other: Line) -> bool:
    """Whether the other stands directly to the right, in letters of about the same size."""
    size = min(line.size, other.size)
    alike = size >= ALIKE * max(line.size, other.size)
    return alike and line.left < other.left and -0.4 * size < other.left - line.right < NEAR * size


def _both(line: Line, other: Line) -> Line:
    space = " " if other.left - line.right > 0.2 * line.size else ""
    size = line.size if len(line.text) >= len(other.text) else other.size
    return replace(
        line,
        text=line.text + space + other.text,
        bottom=min(line.bottom, other.bottom),
        right=max(line.right, other.right),
        top=max(line.top, other.top),
        size=size,
        rank=min(line.rank, other.rank),
    )
