"""A document of Word 97 to 2003 or WPS Writer -> its text: the parts that are seen, in the order of the .docx reader."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from rag.errors import PageError
from rag.reading.oldword.anchors import anchored
from rag.reading.oldword.opened import DAMAGED, Opened, open_old
from rag.reading.oldword.pieces import Written
from rag.reading.oldword.settings import each_setting
from rag.reading.oldword.stories import words_between
from rag.reading.wordtext import put_together

OLE = b"\xd0\xcf\x11\xe0"
"""What a compound file begins with."""

_WORD_2 = b"\xdb\xa5"
_AS_XML = b'progid="Word.Document"'
"""What a document says of itself that was written as one text of XML, by a program that fills in forms, say."""

_SECTIONS, _MARGINS, _DOCUMENT = 6, 11, 31
_FIRST_APART = 0x300A
_SEPARATORS, _MOST = 6, 6
"""Parts of the headers' text that come first and separate notes; parts that each section has."""

_EVEN, _ODD, _FIRST = (0, 2), (1, 3), (4, 5)
"""Header and footer among the parts of a section."""


def read_old_word(data: bytes) -> str:
    """What a reader sees of a document: headers first, then text, tables row by row and text boxes where they are anchored,
    then notes and footers; paragraphs apart by an empty line.

    Raises PageError for what is damaged, encrypted, of Word 95 or older, written as XML, or another program's.
    """
    if data.startswith(_WORD_2):
        raise PageError("is a document of Word 95 or older", "open it in a word processor and save it as .docx")
    if _AS_XML in data[:1000]:
        raise PageError("is a Word document written as XML", "open it in a word processor and save it as .docx")
    if not data.startswith(OLE):
        raise PageError("is damaged or is not a Word document", DAMAGED[1])
    try:
        return _text(open_old(data))
    except struct.error as error:
        raise PageError(*DAMAGED) from error


def _text(opened: Opened) -> str:
    written = Written(opened)
    beside, unplaced = anchored(opened, written, lambda start, end: words_between(written, start, end, {}))

    def read(start: int, end: int) -> str:
        return words_between(written, start, end, beside)

    lengths = opened.lengths
    notes = lengths.text, lengths.text + lengths.footnotes
    headers = notes[1] + lengths.headers
    ends = headers + lengths.macros + lengths.comments
    margins = {kind: [read(*part) for part in _margins(opened, notes[1], kind)] for kind in (0, 1)}
    return put_together(
        margins[0],
        [read(0, lengths.text), *unplaced],
        [read(*notes), read(ends, ends + lengths.endnotes)],
        margins[1],
    )


def _margins(opened: Opened, start: int, kind: int) -> Iterator[Sequence[int]]:
    """Where the text of the headers (0) or footers (1) that are shown stands; those of a section that has none of its own are
    those of the section before.
    """
    shown = {_ODD[kind]}
    if any(_first_apart(opened, place) for _, _, place in opened.listed(_SECTIONS, 12)):
        shown.add(_FIRST[kind])
    if opened.part(_DOCUMENT)[:1] and opened.part(_DOCUMENT)[0] & 1:
        shown.add(_EVEN[kind])
    parts = [(a, b) for a, b, _ in opened.listed(_MARGINS, 0)]
    for number, (first, last) in enumerate(parts[_SEPARATORS:]):
        if number % _MOST in shown and first < last <= opened.lengths.headers:
            yield start + first, start + last


def _first_apart(opened: Opened, section: bytes) -> bool:
    """Whether the first sheet of a section has a header of its own."""
    (place,) = struct.unpack_from("<I", section, 2)
    if place + 2 > len(opened.main):
        return False
    (size,) = struct.unpack_from("<H", opened.main, place)
    return any(
        n == _FIRST_APART and value != b"\0" for n, value in each_setting(opened.main[place + 2 : place + 2 + size])
    )
