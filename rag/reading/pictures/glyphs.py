"""What the recogniser tells of a sheet: lines of characters with their places, and a picture of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character, the rectangle it fills in points from the sheet's upper left corner, and how sure it is, 0 to 1.

    A space that was recognised has no width.
    """

    char: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


@dataclass(frozen=True, slots=True)
class Row:
    """Characters on one line of print, in the order they are read; `size` is that of its type, in points."""

    glyphs: tuple[Glyph, ...]
    size: float
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet turned upright: its size in points, a JPEG of it (perhaps smaller), its lines in no order of reading."""

    width: int
    height: int
    jpeg: bytes
    rows: tuple[Row, ...]
