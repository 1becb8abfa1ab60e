"""Words that stand on one line of a sheet."""

from __future__ import annotations

from dataclasses import dataclass

MOST_LINES = 4000
"""Of one sheet. A page of a newspaper has a thousand; a drawing with more words about is read as the file has them."""


Marks = tuple[int, ...]

UNSEEN = -1
"""The mark of a character that no letter on the sheet is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks of its characters, or with none."""

    text: str
    marks: Marks = ()

    def then(self, other: Piece, between: str = "") -> Piece:
        """The two put together, with `between` in the middle."""
        marks = (*self.marks, *[UNSEEN] * len(between), *other.marks) if self.marks or other.marks else ()
        return Piece(self.text + between + other.text, marks)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line and where they stand: points from the sheet's lower left corner.

    `size` is that of its letters; `rank` its place in the order of the file, -1 where there is no such order. A
    vertical line reads downward, the next one stands to its left. `marks` are for each character of the text the number
    of the letter it is, -1 for a space that only a gap stands for; empty where letters have no numbers.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    rank: int = -1
    vertical: bool = False
    marks: Marks = ()

    @property
    def piece(self) -> Piece:
        """What is written on it."""
        return Piece(self.text, self.marks)

    def turned(self) -> Line:
        """A vertical line as if it were read from left to right, with what stands to its left beneath it; or back."""
        if self.vertical:
            box = (-self.top, self.left, -self.bottom, self.right)
            return Line(self.text, *box, self.size, self.rank, marks=self.marks)
        box = (self.bottom, -self.right, self.top, -self.left)
        return Line(self.text, *box, self.size, self.rank, True, self.marks)
