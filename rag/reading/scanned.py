"""A picture, or a PDF of which pages are pictures -> its text and where each character of it stands on them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from rag.errors import NoPageError, PageError
from rag.reading.pdf import Unseen
from rag.reading.pictures.apart import Told, recognise
from rag.reading.pictures.glyphs import Glyph, Sheet
from rag.reading.pictures.known import INSTALL, PICTURES, is_installed
from rag.reading.pictures.lines import lines_of
from rag.reading.sheet import UNSEEN, Line, Piece, written
from rag.scans import Mark, Picture, Scan

__all__ = ["PICTURES", "read_picture", "read_unseen"]

FEWEST = 16
"""Characters on a picture beneath which it is no page: a photograph with a sign on it."""

PARAGRAPH = "\n\n"


def read_picture(data: bytes, told: Told | None = None) -> tuple[str, Scan]:
    """Text of a picture, and what it was recognised from. NoPageError where hardly any text is on it."""
    text, scan = _together(data, {}, recognise(data, False, None, told))
    if sum(not char.isspace() for char in text) < FEWEST:
        raise NoPageError("is a picture without text", "if it shows a page, scan it at 300 points to the inch")
    return text, scan


def read_unseen(data: bytes, pdf: Unseen, told: Told | None = None) -> tuple[str, Scan]:
    """Text of a PDF of which some sheets can only be seen: those are recognised.

    Raises PageError where nothing of it can be read.
    """
    if not is_installed():
        if not pdf.texts:
            raise PageError(pdf.why, INSTALL)
        return _together(data, pdf.texts, {number: PageError("no text layer", INSTALL) for number in pdf.seen})
    text, scan = _together(data, pdf.texts, recognise(data, True, pdf.seen, told))
    if not text.strip():
        raise PageError("has no text layer, and no text is seen on it", "scan it at 300 points to the inch")
    return text, scan


def _together(data: bytes, texts: Mapping[int, str], found: Mapping[int, Sheet | PageError]) -> tuple[str, Scan]:
    """The text of all sheets in their order, and what was recognised."""
    pieces: list[Piece] = []
    run: list[Sequence[Line]] = []
    glyphs: list[tuple[int, Glyph]] = []
    pictures: list[Picture] = []
    lost: dict[int, PageError] = {}
    for number in sorted({*texts, *found}):
        sheet = found.get(number)
        if isinstance(sheet, Sheet):
            lines, own = lines_of(sheet, len(glyphs))
            glyphs += ((len(pictures), glyph) for glyph in own)
            pictures.append(Picture(number + 1, sheet.width, sheet.height, sheet.jpeg))
            run.append(lines)
            continue
        pieces += [written(run)] if run else []
        run = []
        if sheet is None:
            pieces.append(Piece(texts[number], (UNSEEN,) * len(texts[number])))
        else:
            lost[number + 1] = sheet
    pieces += [written(run)] if run else []
    whole = _joined([piece for piece in pieces if piece.text])
    why = "; ".join(dict.fromkeys(f"{error.fact}; {error.remedy}" for error in lost.values()))
    seen = tuple(None if mark == UNSEEN else _mark(*glyphs[mark]) for mark in whole.marks)
    return whole.text, Scan(hashlib.sha256(data).hexdigest(), tuple(pictures), seen, tuple(lost), why)


def _joined(pieces: Sequence[Piece]) -> Piece:
    whole = pieces[0] if pieces else Piece("")
    for piece in pieces[1:]:
        whole = whole.then(piece, PARAGRAPH)
    return whole


def _mark(sheet: int, glyph: Glyph) -> Mark:
    left, top, right, bottom = (max(0, round(end)) for end in glyph[1:5])
    return Mark(sheet, left, top, right, bottom, round(glyph.sure, 2))
