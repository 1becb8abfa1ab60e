"""Pieces of lines: those printed one by one are put together; dots of emphasis and readings over characters are left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.reading.sheet.line import Line, Piece
from rag.text import has_han

DOTS = frozenset("•●∙·・˙.．。﹅﹆﹒▲△◦○")
"""What is printed above or beneath characters to stress them."""

_READING = re.compile(r"[a-zü\u00e0-\u01dc\u3040-\u30ff\u3100-\u312f ]+")
"""How a character is read, printed over it in small: pinyin, bopomofo or kana."""

SMALL = 0.75
"""Of the size of the characters they belong to: what is printed over them is smaller."""

INITIAL = 1.8
"""Of the size of the others: a first letter set so large reaches down over several lines."""

OPENED = 2.6
"""Of the others' size: how far from it its line may begin, being set in as well."""

LARGER = 1.2
"""Of the size of prose: two letters set far apart are a headline's if they are larger."""

SPREAD = 4.0
"""Of their size: how far apart they are at most."""

NEAR = 0.6
"""Of the letters' size: pieces of a line that stand no further apart are one."""

CLOSE = 0.3
"""The same where the file has them apart: columns may be set as close as a letter's width."""

ALIKE = 0.75
"""Share of the larger size that the letters of pieces of one line have at least."""


def without_marks(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that only stress characters beside them, or say how they are read."""
    marks = {id(line) for line in lines if DOTS.issuperset(line.text.replace(" ", "")) or _READING.fullmatch(line.text)}
    if not marks:
        return list(lines)
    words = [line for line in lines if id(line) not in marks]
    return [line for line in lines if id(line) not in marks or not any(_belongs(line, word) for word in words)]


def _belongs(dot: Line, word: Line) -> bool:
    """Whether a line of marks stands close above or beneath characters of a larger size."""
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
        beside = [o for o in _near(ordered, levels, k) if _goes_on(line, ordered[o], _reach(line, ordered[o]))]
        if beside:
            following[k] = min(beside, key=lambda o: ordered[o].left)
    heads = set(range(len(ordered))) - set(following.values())
    for k in heads:
        line, taken = ordered[k], {k}
        while k in following and following[k] not in taken:
            k = following[k]
            taken.add(k)
            other = ordered[k]
            line = _both(line, other, " " if other.left - line.right > 0.2 * line.size else "")
        found.append(line)
    return sorted(found, key=lambda line: line.rank)


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """The lines, a large first letter put before the line it opens, and two letters set far apart put together."""
    written: Counter[float] = Counter()
    for line in lines:
        written[round(line.size, 1)] += len(line.text)
    prose = max(written, key=lambda size: written[size], default=0.0)
    alone = {
        k for k, line in enumerate(lines) if len(line.text) == 1 and has_han(line.text) and line.size > LARGER * prose
    }
    opened: dict[int, Line] = {}
    for k in sorted(alone):
        beside = [o for o, line in enumerate(lines) if o not in alone and _opened(lines[k], line)]
        if beside:
            opened[max(beside, key=lambda o: lines[o].top)] = lines[k]
    initials = {id(line) for line in opened.values()}
    found: list[Line] = []
    for k, line in enumerate(lines):
        if id(line) in initials:
            continue
        if k in alone and found and len(found[-1].text) == 1 and _goes_on(found[-1], line, SPREAD):
            found[-1] = _both(found[-1], line, "")
        else:
            found.append(_rewritten(line, opened[k].piece.then(line.piece)) if k in opened else line)
    return found


def _opened(initial: Line, line: Line) -> bool:
    """Whether a line stands beside the head of a letter that is larger by far."""
    beside = -0.3 * line.size < line.left - initial.right < OPENED * line.size
    inside = initial.bottom <= line.bottom + line.size and line.top <= initial.top + line.size
    return initial.size >= INITIAL * line.size and beside and inside


def _near(lines: Sequence[Line], levels: Sequence[float], at: int) -> Iterator[int]:
    """Lines on about the same level."""
    reach = 0.35 * lines[at].size
    for other in range(bisect_left(levels, levels[at] - reach), len(lines)):
        if levels[other] > levels[at] + reach:
            return
        if other != at:
            yield other


def _reach(line: Line, other: Line) -> float:
    """How far apart two pieces may stand: less where other lines come between them in the file."""
    return NEAR if abs(line.rank - other.rank) <= 1 else CLOSE


def _goes_on(line: Line, other: Line, near: float) -> bool:
    """Whether the other stands to the right, no further away than so many letters, in about the same size."""
    size = min(line.size, other.size)
    alike = size >= ALIKE * max(line.size, other.size) and abs(line.bottom - other.bottom) < 0.5 * size
    return alike and line.left < other.left and -0.4 * size < other.left - line.right < near * size


def _both(line: Line, other: Line, space: str) -> Line:
    size = line.size if len(line.text) >= len(other.text) else other.size
    return replace(
        _rewritten(line, line.piece.then(other.piece, space)),
        bottom=min(line.bottom, other.bottom),
        right=max(line.right, other.right),
        top=max(line.top, other.top),
        size=size,
        rank=min(line.rank, other.rank),
    )


def _rewritten(line: Line, piece: Piece) -> Line:
    return replace(line, text=piece.text, marks=piece.marks)
