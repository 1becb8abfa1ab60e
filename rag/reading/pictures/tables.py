"""Tables on a picture: words that stand in columns and rows at once are read row by row, as those of a PDF's table are.

A picture has no order of its own in which cells follow one another, so a table is known by its grid alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import mean

from rag.reading.sheet import Line, as_row

WIDEST = 12
"""Letters of a cell, at most."""

PROSE = 6.0
"""Letters that the cells of a column have on average, at most: no column of prose is so narrow."""

FEWEST = 3
"""Rows of a table: two lines beside two lines are often ends of paragraphs."""

ALIGNED = 0.8
"""Of a line's size: how far the beginnings, or the middles, of cells of one column may lie apart."""

LEVEL = 0.4
"""Of a line's size: how far cells of one row may stand above one another."""

STEPS = 0.9, 3.2
"""Of a line's size: the distance of the rows."""

SAME_SIZE = 0.2
"""Share by which the sizes of cells of one column may differ."""


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines, the cells of each row of a table put together."""
    tables: list[list[list[Line]]] = []
    for column in _columns([line for line in lines if not line.vertical and len(line.text) <= WIDEST]):
        table = next((t for t in tables if _side_by_side(t[-1], column)), None)
        if table is None:
            tables.append([column])
        else:
            table.append(column)
    rows = [sorted(row, key=lambda cell: cell.left) for t in tables if len(t) > 1 for row in zip(*t, strict=True)]
    taken = {id(cell) for row in rows for cell in row}
    return [*(line for line in lines if id(line) not in taken), *map(as_row, rows)]


def _columns(cells: Sequence[Line]) -> Iterator[list[Line]]:
    """Cells that stand beneath one another, from the first, columns from the left."""
    ordered = sorted(cells, key=lambda cell: cell.bottom)
    following = _following(ordered)
    above = Counter(following.values())
    for head in sorted(set(range(len(ordered))) - set(above), key=lambda k: ordered[k].left):
        places = [head]
        while (k := following.get(places[-1])) is not None and above[k] == 1:
            places.append(k)
        column = [ordered[k] for k in places]
        if len(column) >= FEWEST and mean(len(cell.text) for cell in column) <= PROSE:
            yield column


def _following(ordered: Sequence[Line]) -> dict[int, int]:
    """Each of the cells, which are in order from the foot of the sheet, and the nearest that stands aligned beneath it."""
    bottoms = [cell.bottom for cell in ordered]
    found: dict[int, int] = {}
    for k, cell in enumerate(ordered):
        nearest, furthest = (cell.bottom - step * cell.size for step in STEPS)
        places = range(bisect_right(bottoms, nearest) - 1, bisect_left(bottoms, furthest) - 1, -1)
        beneath = next((n for n in places if _is_aligned(cell, ordered[n])), None)
        if beneath is not None:
            found[k] = beneath
    return found


def _is_aligned(cell: Line, other: Line) -> bool:
    apart = abs(cell.left - other.left), abs(cell.left + cell.right - other.left - other.right) / 2
    return min(apart) <= ALIGNED * cell.size and abs(other.size - cell.size) <= SAME_SIZE * cell.size


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two columns have the same rows."""
    return len(left) == len(right) and all(
        abs(one.bottom - other.bottom) <= LEVEL * one.size and other.left > one.right
        for one, other in zip(left, right, strict=True)
    )
