"""The XML of a Word document's part -> the words a reader sees in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from rag.reading.packed import attribute, local
from rag.reading.softbreaks import LINE, PARAGRAPH
from rag.reading.wordtext import row_text
from rag.tables import rows

SPOKEN = {"tab": "\t", "noBreakHyphen": "-", "cr": LINE, "ptab": "\t"}
_OFF = ("0", "false", "off", "none")

Foreign = Callable[[str], str]
"""Number of a relation -> the text of the document of another kind behind it."""


def body_text(root: Any, foreign: Foreign = lambda number: "") -> str:
    """Text of all that is in `root`, PARAGRAPH where a paragraph ends, LINE where a line does inside of one."""
    boxes: list[str] = []
    return "".join([*_seen(root, boxes, foreign), *boxes])


def _seen(element: Any, boxes: list[str], foreign: Foreign) -> Iterator[str]:
    """What is seen inside an element; text boxes go to `boxes`, to be read behind the paragraph they are anchored in."""
    for child in element:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, foreign)
        elif name == "tr":
            yield from _row(child, foreign)
        elif name == "t":
            yield (child.text or "").replace(PARAGRAPH, "").replace(LINE, "")
        elif name in SPOKEN:
            yield SPOKEN[name]
        elif name == "br":
            yield LINE if attribute(child, "type") in ("", "textWrapping") else PARAGRAPH
        elif name == "txbxContent":
            boxes.append(body_text(child, foreign) + PARAGRAPH)
        elif name == "textpath":
            boxes.append(attribute(child, "string") + PARAGRAPH)
        elif name == "altChunk":
            yield PARAGRAPH + foreign(attribute(child, "id")) + PARAGRAPH
        elif not _unseen(child, name):
            yield from _seen(child, boxes, foreign)


def _unseen(element: Any, name: str) -> bool:
    """Whether a reader sees nothing of an element: deleted, a code, hidden, or what an empty form asks for."""
    if name in _elements("skip"):
        return True
    if name == "r":
        return _set(element, "rPr", "vanish")
    return name == "sdt" and _set(element, "sdtPr", "showingPlcHdr")


def _paragraph(paragraph: Any, foreign: Foreign) -> Iterator[str]:
    """The words of a paragraph, then the text boxes anchored in it; it goes on in the next where its end was deleted."""
    boxes: list[str] = []
    yield from _seen(paragraph, boxes, foreign)
    settings = [mark for part in _named(paragraph, "pPr") for mark in _named(part, "rPr")]
    if boxes or not any(_named(mark, "del") for mark in settings):
        yield PARAGRAPH
    yield from boxes


def _row(row: Any, foreign: Foreign) -> Iterator[str]:
    """A row's cells; nothing where the row was deleted."""
    if any(_named(settings, "del") for settings in _named(row, "trPr")):
        return
    yield row_text(body_text(cell, foreign) for cell in _cells(row))
    yield PARAGRAPH


def _cells(row: Any) -> Iterator[Any]:
    """The cells, those within content controls too."""
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) not in _elements("skip"):
            yield from _cells(child)


def _named(element: Any, name: str) -> list[Any]:
    return [child for child in element if local(child) == name]


def _set(element: Any, part: str, flag: str) -> bool:
    """Whether a flag stands in the settings of an element and is on."""
    marks = [mark for one in _named(element, part) for mark in _named(one, flag)]
    return any(attribute(mark, "val") not in _OFF for mark in marks)


@cache
def _elements(kind: str) -> frozenset[str]:
    return frozenset(name for known, names in rows("word_elements.tsv") if known == kind for name in names.split())
