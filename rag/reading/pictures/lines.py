"""Rows of recognised characters -> lines of print, as a PDF's letters yield them: what orders those orders these."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from rag.reading.pictures.glyphs import Glyph, Row, Sheet
from rag.reading.pictures.tables import with_tables
from rag.reading.pictures.widths import as_set
from rag.reading.sheet import UNSEEN, Letter, Line, find_lines
from rag.reading.sheet.pieces import joined, with_initials, without_marks

PROSE = 10.0
"""Points of the type of prose, to which a picture is brought: sheets of text are measured in points of that order."""

FINE, SAME = 0.02, 5
"""Sizes of type that differ by less than so many steps, of two in a hundred each, are one: what is measured wavers."""

TELLING = 6
"""Characters of a row that tells the size of its type well."""

BENEATH = 2.2
"""Of a row's size: how far beneath it the next line of its paragraph stands, at most."""

NEARLY = 1.6
"""Times as large, at most, as the size that a short row is taken to be of."""


def lines_of(sheet: Sheet, first: int = 0) -> tuple[list[Line], list[Glyph]]:
    """The lines, whose marks are numbers of the glyphs given with them, from `first` on."""
    rows = as_set(sheet.rows)
    sizes = _sizes(rows)
    written = Counter[float]()
    for row, size in zip(rows, sizes, strict=True):
        written[size] += len(row.glyphs)
    scale = PROSE / written.most_common(1)[0][0] if written else 1.0
    lines: list[Line] = []
    glyphs: list[Glyph] = []
    for row, size in zip(rows, sizes, strict=True):
        letters = list(_letters(row, size * scale, scale, sheet.height, first + len(glyphs)))
        glyphs += (glyph for glyph in row.glyphs if not glyph.char.isspace())
        lines += [_downward(letters)] if row.tall else find_lines(letters)
    ordered = sorted(lines, key=lambda line: (-line.top, line.left))
    ranked = [replace(line, rank=k) for k, line in enumerate(ordered)]
    whole = with_tables(with_initials(joined(without_marks(ranked))))
    return [replace(line, rank=-1) for line in whole], glyphs


def _sizes(rows: Sequence[Row]) -> list[float]:
    """The size of each row's type: those of longer rows that are nearly the same made the same. A short one tells little of
    its size: it has that of the row it ends, else the nearest of these."""
    telling = [k for k, row in enumerate(rows) if len(row.glyphs) >= TELLING]
    found = [row.size for row in rows]
    for group in _alike(telling, rows):
        usual = median(rows[k].size for k in group for _ in rows[k].glyphs)
        for k in group:
            found[k] = usual
    known = sorted({found[k] for k in telling})
    for k, row in enumerate(rows):
        if len(row.glyphs) < TELLING:
            over = [found[n] for n in telling if _ends(rows[n], row)]
            near = min(over or known, key=lambda size: _times(size, row.size), default=0.0)
            found[k] = near if near and _times(near, row.size) < NEARLY else row.size
    return found


def _ends(row: Row, other: Row) -> bool:
    """Whether another row stands directly beneath a row, beginning where it begins: as its paragraph's last line."""
    first, last = row.glyphs[0], other.glyphs[0]
    steps = (last.top + last.bottom - first.top - first.bottom) / 2 / row.size
    return not (row.tall or other.tall) and 0.5 < steps < BENEATH and abs(last.left - first.left) < row.size


def _alike(telling: Sequence[int], rows: Sequence[Row]) -> Iterator[list[int]]:
    """Rows in groups of about one size, the size that most is written in first."""
    left = {k: round(math.log(max(rows[k].size, 1.0)) / FINE) for k in telling}
    while left:
        written = Counter[int]()
        for k, at in left.items():
            for near in range(at - SAME, at + SAME + 1):
                written[near] += len(rows[k].glyphs)
        middle = max(written, key=lambda at: written[at])
        group = [k for k, at in left.items() if abs(at - middle) <= SAME]
        yield group
        left = {k: at for k, at in left.items() if abs(at - middle) > SAME}


def _times(one: float, other: float) -> float:
    """How many times as large the larger of two is."""
    return max(one, other) / max(min(one, other), 1e-6)


def _letters(row: Row, size: float, scale: float, height: int, first: int) -> Iterator[Letter]:
    """The characters of a row as letters on a sheet whose lower left corner is the origin."""
    number = first
    for glyph in row.glyphs:
        left, right, top, bottom = glyph.left, glyph.right, glyph.top, glyph.bottom
        space = glyph.char.isspace()
        yield Letter(
            glyph.char,
            left * scale,
            (height - bottom) * scale,
            right * scale,
            (height - top) * scale,
            size,
            number=-1 if space else number,
        )
        number += not space


def _downward(letters: Sequence[Letter]) -> Line:
    """The letters of a row that reads downward, however few, as a line."""
    text = "".join(letter.char for letter in letters).strip()
    seen = [letter for letter in letters if not letter.char.isspace()]
    numbers = iter(letter.number for letter in seen)
    marks = tuple(UNSEEN if char.isspace() else next(numbers) for char in text)
    left, bottom = min(one.left for one in seen), min(one.bottom for one in seen)
    right, top = max(one.right for one in seen), max(one.top for one in seen)
    return Line(text, left, bottom, right, top, seen[0].size, vertical=True, marks=marks)
