"""What the readers of Word documents share: how rows of a table become lines, and in which order a document's parts are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from rag.reading.softbreaks import LINE, PARAGRAPH, paragraphs
from rag.reading.tree import facts

_BLANK = PARAGRAPH + LINE + " \t\u3000"


def put_together(headers: Iterable[str], body: Iterable[str], notes: Iterable[str], footers: Iterable[str]) -> str:
    """A document's text, paragraphs apart by an empty line: headers with anything to see, each wording once, then the text,
    the notes, and footers that are no bare numbers of sheets.
    """
    above = [text for text in dict.fromkeys(headers) if text.strip(PARAGRAPH + " ")]
    below = [text for text in dict.fromkeys(footers) if any(c.isalpha() for c in text)]
    return "\n\n".join(paragraphs(PARAGRAPH.join([*above, *body, *notes, *below])))


def row_text(cells: Iterable[str]) -> str:
    """A row's cells on one line where they are short, else one after another."""
    said = [text for cell in cells if (text := cell.strip(_BLANK))]
    if len(said) > 1 and not any(PARAGRAPH in cell for cell in said) and facts(list(map(len, said))):
        return "\u3000".join(cell.replace(LINE, "") for cell in said)
    return PARAGRAPH.join(said)


def in_characters(text: str) -> str:
    """Units of UTF-16 as the characters that they are; half of a pair as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


class End(Enum):
    """What a mark at the end of some words ends."""

    PARAGRAPH = auto()
    CELL = auto()
    ROW = auto()


@dataclass(slots=True)
class _Level:
    """A row that is being read, and the cell of it that is; at depth 0, what is outside of tables."""

    cells: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def unfinished(self) -> str:
        """What was read of a row that does not end."""
        return "".join(cell + PARAGRAPH for cell in (*self.cells, "".join(self.parts)))


class Flow:
    """Words as they come, in units of UTF-16, and marks that tell what has ended and how many tables deep -> text, a row's cells
    together.
    """

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._held: list[str] = []
        self._beside: list[str] = []

    def add(self, words: str) -> None:
        """Words of the paragraph that is being read."""
        self._held.append(words)

    def beside(self, boxes: Iterable[str]) -> None:
        """What is read behind the paragraph that is being read; each has PARAGRAPH at its end."""
        self._beside += boxes

    def end(self, what: End, depth: int, seen: bool = True) -> None:
        """Here ends a paragraph, a cell, or a row, `depth` tables deep (at least 1 for the latter two). A paragraph whose end is
        not `seen`, since it was deleted, goes on, unless boxes stand there.
        """
        if self._beside:
            self._held += (PARAGRAPH, *self._beside)
            self._beside.clear()
        elif what is End.PARAGRAPH and not seen:
            return
        self._to(depth)
        level = self._levels[-1]
        level.parts.append(in_characters("".join(self._held)))
        self._held.clear()
        if what is End.PARAGRAPH:
            level.parts.append(PARAGRAPH)
        elif what is End.CELL:
            level.cells.append("".join(level.parts))
            level.parts.clear()
        else:
            self._levels.pop()
            self._levels[-1].parts.append(row_text((*level.cells, "".join(level.parts))) + PARAGRAPH)

    def text(self) -> str:
        """All of it, PARAGRAPH and LINE where such end."""
        self.end(End.PARAGRAPH, 0)
        return "".join(self._levels[0].parts)

    def _to(self, depth: int) -> None:
        while len(self._levels) - 1 > depth:
            row = self._levels.pop()
            self._levels[-1].parts.append(row.unfinished())
        while len(self._levels) - 1 < depth:
            self._levels.append(_Level())
