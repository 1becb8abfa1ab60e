"""A table for a terminal, in which a Chinese character is as wide as two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

WIDEST = 36
"""Columns a cell may take; what is longer is cut and ends in …"""


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of the table; control characters in a cell, line breaks too, become spaces."""
    cells = [[_cut(_plain(cell)) for cell in row] for row in (header, *rows)]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True)).rstrip()


def width(text: str) -> int:
    """Columns that the text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _cut(text: str) -> str:
    if width(text) <= WIDEST:
        return text
    while width(text) >= WIDEST:
        text = text[:-1]
    return f"{text}…"
