"""Rows of a table: words that stand on one level and follow one another in the file, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from statistics import mean

from rag.reading.sheet.line import Line

CELL = "\t"
"""Between the cells of a row."""

FEWEST = 2
"""Rows of a table."""

PROSE = 9
"""Letters that a cell has on average, at most; columns of prose that were typed across have more to a line."""


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, the cells of each row of a table put together."""
    found: list[Line] = []
    table: list[list[Line]] = []
    for row in _rows(lines):
        if len(row) > 1 and (not table or _beneath(table[-1], row)):
            table.append(row)
            continue
        found += _closed(table)
        table = [row] if len(row) > 1 else []
        found += row if len(row) == 1 else []
    return found + _closed(table)


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow one another to the right, on one level."""
    row: list[Line] = []
    for line in lines:
        if row and not _beside(row[-1], line):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _beside(line: Line, other: Line) -> bool:
    size = max(line.size, other.size)
    level = abs(line.bottom - other.bottom) <= 0.3 * size and not (line.vertical or other.vertical)
    return level and 0 <= line.rank < other.rank and other.left > line.right


def _beneath(row: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether a row stands directly beneath another and has as many cells."""
    size = row[0].size
    return len(row) == len(other) and 0 < row[0].bottom - other[0].bottom < 4 * size


def _closed(table: Sequence[Sequence[Line]]) -> list[Line]:
    cells = [len(cell.text) for row in table for cell in row]
    if len(table) < FEWEST or mean(cells) > PROSE:
        return [cell for row in table for cell in row]
    return [as_row(row) for row in table]


def as_row(row: Sequence[Line]) -> Line:
    """The cells of a row as one line."""
    piece = reduce(lambda before, cell: before.then(cell, CELL), (cell.piece for cell in row))
    return replace(
        row[0],
        text=piece.text,
        marks=piece.marks,
        bottom=min(cell.bottom for cell in row),
        right=max(cell.right for cell in row),
        top=max(cell.top for cell in row),
    )
