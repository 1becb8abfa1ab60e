"""Letters in the order of the file -> the lines they stand on, horizontal and vertical, with the spaces a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from statistics import median

from rag.reading.sheet.letters import DOWNWARD, Letter
from rag.reading.sheet.line import MOST_LINES, UNSEEN, Line, Marks
from rag.reading.sheet.pieces import joined, with_initials, without_marks

APART = 1.4
"""Of a letter's size: a wider gap on one line is the space between columns, or between cells of a table."""

LEVEL = 0.5
"""Of a letter's size: letters whose base lines differ more do not stand on one line. An index stands higher by less."""

SPREAD = 4.0
"""Of a letter's size: as far apart the letters of a spread headline may be, all by the same."""

BELOW = 0.7
"""Of a letter's size: the widest gap between two letters of a vertical line."""

SKIPPED = 1.8
"""Of a letter's size: the widest gap further down such a line, where a space may stand."""

VERTICAL = 3
"""Letters beneath one another that make a vertical line; two may be the ends of lines."""

SEEN = 0.18
"""Of a letter's size: a gap wider by this than the others of its line is seen as a space."""

BLANK = 0.9
"""The same beside marks of Chinese print: their square is half blank, and may be drawn without that half."""


class Step(Enum):
    """Where a letter stands seen from the one before."""

    ASIDE = "beside it"
    BELOW = "beneath it"
    AWAY = "elsewhere"


def find_lines(letters: Sequence[Letter], first: int = 0) -> list[Line]:
    """The lines of a text whose letters are all turned alike; their ranks count from `first`."""
    runs = [run for run in _runs(letters) if _seen(run)]
    lines: list[Line] = []
    for run in runs:
        short = _beside_vertical(lines[-1], run) if lines else False
        pieces = [run] if short or not _is_pair(run) else [[letter] for letter in _seen(run)]
        lines += [_line(piece, first + len(lines) + k, short) for k, piece in enumerate(pieces)]
    if len(lines) > MOST_LINES:
        return lines
    return with_initials(joined(without_marks(lines)))


def _runs(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters that stand in one line, one after another in the file; spaces within."""
    run: list[Letter] = []
    seen = _seen(letters)
    following = {id(a): (b, c) for a, b, c in zip(seen, [*seen[1:], None], [*seen[2:], None, None], strict=False)}
    way, spaces = Step.AWAY, list[Letter]()
    for letter in letters:
        if letter.char.isspace():
            spaces.append(letter)
            continue
        step = _step(run, letter, spaces, following.get(id(letter), (None, None))[0]) if run else Step.AWAY
        if run and step is not Step.AWAY and way in (Step.AWAY, step):
            way = step
            run += [*spaces, letter]
        elif run and step is Step.ASIDE and way is Step.BELOW and _within(run, letter):
            run.append(letter)
        elif run and step is Step.ASIDE and _count(run) < VERTICAL:
            yield from ([one] for one in run[:-1])
            run, way = [run[-1], *spaces, letter], step
        else:
            yield run
            run, way = [letter], Step.AWAY
        spaces = []
    yield run


def _is_pair(run: Sequence[Letter]) -> bool:
    """Whether the run is two letters one above the other: the ends of lines, where no vertical line stands beside."""
    seen = _seen(run)
    return len(seen) == 2 and seen[0].bottom - seen[1].bottom > LEVEL * seen[0].size


def _beside_vertical(line: Line, run: Sequence[Letter]) -> bool:
    """Whether a letter or two are what is left for the next of several vertical lines."""
    seen = _seen(run)
    if not line.vertical or len(seen) > 2 or abs(seen[0].size - line.size) > 0.1 * line.size:
        return False
    return 0 <= line.left - seen[0].right < 2 * line.size and abs(line.top - seen[0].top) < line.size


def _count(run: Sequence[Letter]) -> int:
    return len(_seen(run))


def _seen(letters: Sequence[Letter]) -> list[Letter]:
    """Those that are no spaces."""
    return [letter for letter in letters if not letter.char.isspace()]


def _step(run: Sequence[Letter], letter: Letter, spaces: Sequence[Letter], after: Letter | None) -> Step:
    """Where a letter stands, seen from the last of a run, with these spaces of the file between them."""
    last = run[-1]
    size = max(last.size, letter.size)
    between = sum(max(space.right - space.left, 0) for space in spaces)
    if last.turn != DOWNWARD and letter.turn != DOWNWARD and abs(letter.bottom - last.bottom) <= LEVEL * size:
        gap = letter.left - last.right
        if -0.7 * size < gap < APART * size + between or _spread(run, last, letter, after):
            return Step.ASIDE
    overlap = min(last.right, letter.right) - max(last.left, letter.left)
    beneath = overlap >= 0.5 * min(last.right - last.left, letter.right - letter.left)
    gap = last.bottom - letter.top - sum(abs(space.top - space.bottom) for space in spaces)
    widest = SKIPPED if _is_vertical(run) else BELOW
    return Step.BELOW if beneath and -0.5 * size < gap < widest * size else Step.AWAY


def _spread(run: Sequence[Letter], last: Letter, letter: Letter, after: Letter | None) -> bool:
    """Whether the letter before or the one after is as far away: then all are set apart for effect."""
    gap = letter.left - last.right
    if not 0 < gap < SPREAD * last.size or abs(last.size - letter.size) > 0.1 * last.size:
        return False
    others = [last.left - one.right for one in run[-2:-1]]
    if after is not None and abs(after.bottom - letter.bottom) <= LEVEL * letter.size:
        others.append(after.left - letter.right)
    return any(abs(gap - other) <= 0.15 * last.size for other in others)


def _within(run: Sequence[Letter], letter: Letter) -> bool:
    """Whether a letter stands beside the last one within the width of their vertical line: digits set together."""
    middle = (min(one.left for one in run) + max(one.right for one in run)) / 2
    return abs(letter.left - middle) <= 0.8 * letter.size and letter.right - middle <= 0.8 * letter.size


def _line(run: Sequence[Letter], rank: int, vertical: bool) -> Line:
    seen = _seen(run)
    size = median(letter.size for letter in seen)
    left, right = min(one.left for one in seen), max(one.right for one in seen)
    bottom, top = min(one.bottom for one in seen), max(one.top for one in seen)
    vertical = vertical or _is_vertical(seen)
    text = _spaced([_sideways(letter) for letter in run] if vertical else run, size).strip()
    return Line(text, left, bottom, right, top, size, rank, vertical, _marks(text, seen))


def _marks(text: str, seen: Sequence[Letter]) -> Marks:
    """The numbers of the letters that the text shows; none if they have none."""
    if seen[0].number == UNSEEN:
        return ()
    numbers = iter(letter.number for letter in seen)
    return tuple(UNSEEN if char.isspace() else next(numbers) for char in text)


def _is_vertical(run: Sequence[Letter]) -> bool:
    """Whether the letters, several of them, stand beneath one another."""
    return len(run) >= VERTICAL and run[0].bottom - run[-1].bottom > run[-1].left - run[0].left + run[0].size


def _sideways(letter: Letter) -> Letter:
    """A letter of a vertical line as if its line were read from left to right."""
    return replace(letter, left=-letter.top, right=-letter.bottom)


def _spaced(run: Sequence[Letter], size: float) -> str:
    """The words of a line, with the file's own spaces, and one where a gap is seen that the file has no space for."""
    gaps = [b.left - a.right for a, b in pairwise(run) if not (a.char.isspace() or b.char.isspace())]
    usual = median(gaps) if gaps else 0.0
    found = run[0].char
    for before, letter in pairwise(run):
        bare = not (before.char.isspace() or letter.char.isspace())
        seen = BLANK if _has_blank(before.char) or _has_blank(letter.char) else SEEN
        found += " " * (bare and letter.left - before.right - usual > seen * size) + letter.char
    return found


def _has_blank(char: str) -> bool:
    """Whether a character is a mark that has blank space in its own square."""
    return ord(char) > 0x2000 and not char.isalnum()
