"""Words that stand on one line of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LINES = 4000
"""Of one sheet. A page of a newspaper has a thousand; a drawing with more words about is read as the file has them."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line and where they stand: points from the sheet's lower left corner.

    `size` is that of its letters; `rank` its place in the order of the file, -1 where there is no such order. A
    vertical line reads downward, the next one stands to its left.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    rank: int = -1
    vertical: bool = False

    def turned(self) -> Line:
        """A vertical line as if it were read from left to right, with what stands to its left beneath it; or back."""
        if self.vertical:
            return Line(self.text, -self.top, self.left, -self.bottom, self.right, self.size, self.rank)
        return Line(self.text, self.bottom, -self.right, self.top, -self.left, self.size, self.rank, True)
