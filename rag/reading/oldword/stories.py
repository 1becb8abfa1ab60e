"""A part of an old Word document's text -> the words a reader sees, lines of tables and text boxes in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rag.reading.formulas import drawn
from rag.reading.oldword.fields import codes
from rag.reading.oldword.pieces import Written
from rag.reading.oldword.settings import DELETED, UNSEEN
from rag.reading.softbreaks import LINE, PARAGRAPH
from rag.reading.wordtext import End, Flow

_MARK = re.compile("[\x00-\x1f\x7f]")
_CELL, _COLUMN, _LINE, _SHEET, _PARAGRAPH = "\x07", "\x0e", "\x0b", "\x0c", "\r"
_SAID = {"\t": "\t", "\x1e": "-", _LINE: LINE, _COLUMN: PARAGRAPH}
"""Marks that are seen, beside those that end something; the others stand for pictures, notes and parts of fields."""


def words_between(written: Written, start: int, end: int, beside: Mapping[int, Sequence[str]]) -> str:
    """What is seen of the text from `start` to `end`, PARAGRAPH where a paragraph ends, LINE where a line does inside of one.

    `beside` is what is read behind the paragraph in which its place stands.
    """
    said, seen = written.said, written.seen
    hidden_codes = codes(said, start, end)
    flow, at = Flow(), start
    while (found := _MARK.search(said, at, end)) is not None:
        flow.add(_words(seen[at : found.start()]))
        mark, place, at = found.group(), found.start(), found.end()
        flow.beside(beside.get(place, ()))
        if place in hidden_codes:
            at = hidden_codes[place]
            flow.add(drawn(_words(seen[place + 1 : at])))
        elif mark in (_PARAGRAPH, _CELL, _SHEET):
            _end(flow, written, place)
        elif seen[place] not in UNSEEN:
            flow.add(_SAID.get(mark, ""))
    flow.add(_words(seen[at:end]))
    return flow.text()


def _end(flow: Flow, written: Written, place: int) -> None:
    """What a mark at `place` ends."""
    told, cell = written.ending(place), written.said[place] == _CELL
    what = End.ROW if told.row else End.CELL if cell or told.inner_cell else End.PARAGRAPH
    flow.end(what, max(told.depth, int(cell)), written.seen[place] != DELETED)


def _words(seen: str) -> str:
    return seen if seen.isprintable() else _MARK.sub("", seen)
