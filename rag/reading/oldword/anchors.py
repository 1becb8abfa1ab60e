"""What stands at a place of an old Word document beside its text: the text boxes and names drawn as art anchored there."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Callable

from rag.reading.oldword.opened import Opened
from rag.reading.oldword.pieces import Written
from rag.reading.oldword.settings import UNSEEN
from rag.reading.oldword.shapes import art, drawings
from rag.reading.softbreaks import PARAGRAPH
from rag.reading.wordtext import in_characters

DRAWINGS = 50
IN_TEXT, IN_HEADERS = (40, 56), (41, 58)
"""Numbers of the parts that say where shapes are anchored, and where the text of each box stands."""

_NUMBER, _SPARE = 14, 8
"""Where the entry of a text box has the number of its shape, and whether it is none any more."""

Anchored = dict[int, list[str]]
"""Place in the text -> what is read behind the paragraph it stands in, each ended by PARAGRAPH."""

Between = Callable[[int, int], str]
"""Beginning and end of a part of the text -> its words."""


def anchored(opened: Opened, written: Written, between: Between) -> tuple[Anchored, list[str]]:
    """What is anchored in the text and the headers, and the boxes whose shape is not known to be anchored anywhere."""
    found: Anchored = defaultdict(list)
    lengths = opened.lengths
    headers = lengths.text + lengths.footnotes
    boxes = headers + lengths.headers + lengths.macros + lengths.comments + lengths.endnotes
    groups = drawings(opened.part(DRAWINGS))
    left: list[str] = []
    for (shapes, texts), start, first in ((IN_TEXT, 0, boxes), (IN_HEADERS, headers, boxes + lengths.boxes)):
        said = _boxes(opened, texts, first, lengths.boxes if texts == IN_TEXT[1] else lengths.header_boxes, between)
        for at, _, entry in opened.listed(shapes, 26):
            (number,) = struct.unpack_from("<I", entry)
            for shape, words in groups.pop(number, {number: ""}).items():
                for one in (words, said.pop(shape, "")):
                    if one and written.seen[start + at : start + at + 1] not in UNSEEN:
                        found[start + at].append(one + PARAGRAPH)
        left += [words + PARAGRAPH for words in said.values()]
    for at, place in written.pictures.items():
        if written.seen[at] not in UNSEEN and (words := _pictured(opened.data, place)):
            found[at].append(words + PARAGRAPH)
    return found, left


def _boxes(opened: Opened, part: int, first: int, length: int, between: Between) -> dict[int, str]:
    """Number of the shape -> words of the text box, for boxes that are still in use."""
    found: dict[int, str] = {}
    for start, end, entry in opened.listed(part, 22):
        (number,) = struct.unpack_from("<I", entry, _NUMBER)
        if entry[_SPARE : _SPARE + 2] == b"\0\0" and start < end <= length:
            found[number] = found.get(number, "") + between(first + start, first + end)
    return found


def _pictured(data: bytes, place: int) -> str:
    """The words of a name drawn as art that stands in the text like a character."""
    if place + 68 > len(data):
        return ""
    size, head = struct.unpack_from("<IH", data, place)
    return in_characters(art(data[place + head : place + size])) if size > head else ""
