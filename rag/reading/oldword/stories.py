"""A part of an old Word document's text -> the words a reader sees, lines of tables and text boxes in their places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rag.reading.oldword.fields import codes, drawn
from rag.reading.oldword.pieces import Written, in_characters
from rag.reading.oldword.settings import DELETED, UNSEEN
from rag.reading.softbreaks import LINE, PARAGRAPH
from rag.reading.wordtext import End, Flow

_MARK = re.compile("[\x00-\x1f\x7f]")
_CELL, _COLUMN, _LINE, _SHEET, _PARAGRAPH, _BEGINS = "\x07", "\x0e", "\x0b", "\x0c", "\r", "\x13"
_SAID = {"\t": "\t", "\x1e": "-", _LINE: LINE, _COLUMN: PARAGRAPH}
"""Marks that are seen, beside those that end something; the others stand for pictures, notes and parts of fields."""


def words_between(written: Written, start: int, end: int, beside: Mapping[int, Sequence[str]]) -> str:
    """What is seen of the text from `start` to `end`, PARAGRAPH where a paragraph ends, LINE where a line does inside of one.

    `beside` is what is read behind the paragraph in which its place stands.
    """
    said, seen = written.said, written.seen
    hidden_codes = codes(said, start, end)
    flow, boxes, at = Flow(), list[str](), start
    while (found := _MARK.search(said, at, end)) is not None:
        flow.add(_words(seen[at : found.start()]))
        mark, place, at = found.group(), found.start(), found.end()
        boxes += beside.get(place, ())
        if place in hidden_codes:
            at = hidden_codes[place]
            flow.add(drawn(_words(seen[place + 1 : at])))
        elif mark in (_PARAGRAPH, _CELL, _SHEET):
            _end(flow, written, place, boxes)
        elif seen[place] not in UNSEEN:
            flow.add(_SAID.get(mark, ""))
    flow.add(_words(seen[at:end]))
    return flow.text() + "".join(boxes)


def _end(flow: Flow, written: Written, place: int, boxes: list[str]) -> None:
    """What a mark at `place` ends; the paragraph goes on behind a mark that was deleted, unless boxes stand between."""
    told = written.ending(place)
    cell = written.said[place] == _CELL
    if boxes:
        flow.add(PARAGRAPH + "".join(boxes))
        boxes.clear()
    elif written.seen[place] == DELETED and not (cell or told.row or told.inner_cell):
        return
    depth = max(told.depth, int(cell))
    what = End.ROW if told.row else End.CELL if cell or told.inner_cell else End.PARAGRAPH
    flow.end(what, depth)


def _words(seen: str) -> str:
    return seen if seen.isprintable() else in_characters(_MARK.sub("", seen))
