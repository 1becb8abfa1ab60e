"""Rows of recognised characters -> lines of print, as a PDF's letters yield them: what orders those orders these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from rag.reading.pictures.glyphs import Glyph, Row, Sheet
from rag.reading.pictures.widths import widened
from rag.reading.sheet import UNSEEN, Letter, Line, find_lines
from rag.reading.sheet.pieces import joined, with_initials, without_marks

PROSE = 10.0
"""Points of the type of prose, to which a picture is brought: sheets of text are measured in points of that order."""

SAME = 1.13
"""Sizes of type that differ by less are one: what is measured on a picture wavers."""


def lines_of(sheet: Sheet, first: int = 0) -> tuple[list[Line], list[Glyph]]:
    """The lines, whose marks are numbers of the glyphs given with them, from `first` on."""
    rows = [widened(row) for row in sheet.rows]
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
    whole = with_initials(joined(without_marks(ranked)))
    return [replace(line, rank=-1) for line in whole], glyphs


def _sizes(rows: Sequence[Row]) -> list[float]:
    """The size of each row's type, those that are nearly the same made the same."""
    order = sorted(range(len(rows)), key=lambda k: rows[k].size)
    found = [0.0] * len(rows)
    group: list[int] = []
    for k in [*order, None]:
        if k is None or (group and rows[k].size > SAME * rows[group[0]].size):
            usual = median(rows[n].size for n in group for _ in rows[n].glyphs) if group else 0.0
            for n in group:
                found[n] = usual
            group = []
        if k is not None:
            group.append(k)
    return found


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
