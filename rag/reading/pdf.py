"""A PDF with a text layer -> its text, column by column."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from rag.errors import PageError
from rag.reading.sheet import Letter, find_lines, sheet_text
from rag.reading.sheet.letters import upright

MOST_SHEETS = 64
"""Pages in one file. A newspaper issue has fewer; each of its pages should be a file of its own anyway."""

NOTHING = frozenset((0, 0xFFFE, 0xFFFF))
"""Codes that the library gives for what has no character."""

DEEP = 0.12
"""Share of a font's size that a character reaches beneath its base line."""


def read_pdf(data: bytes) -> str:
    """Text of all its pages, columns one after another, paragraphs apart by an empty line.

    Raises PageError for a file that is damaged or encrypted, or that has only images.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise PageError("is encrypted", "save it without a password") from error
        raise PageError("is damaged or is not a PDF", "open it and save it again as PDF") from error
    with document:
        if len(document) > MOST_SHEETS:
            raise PageError(f"has more than {MOST_SHEETS} pages", "split it into pages")
        text = "\n\n".join(filter(None, map(_text, document)))
    if not text.strip():
        raise PageError("has no text layer, only images", "run text recognition (OCR) on it first")
    return text


def _text(page: Any) -> str:
    """The text of one page, what is turned against the rest after it."""
    texts = (sheet_text(find_lines(letters)) for letters in upright(list(_letters(page))))
    return "\n\n".join(filter(None, texts))


def _letters(page: Any) -> Iterator[Letter]:
    """The characters of a page in the order of the file, without those that the library adds for gaps and line ends."""
    import ctypes

    import pypdfium2.raw as raw

    sheet = page.get_textpage()
    seen = page.get_cropbox()
    matrix, x, y, box = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    for i in range(sheet.count_chars()):
        code = raw.FPDFText_GetUnicode(sheet, i)
        if code in NOTHING or raw.FPDFText_IsGenerated(sheet, i) == 1:
            continue
        raw.FPDFText_GetMatrix(sheet, i, matrix)
        raw.FPDFText_GetCharOrigin(sheet, i, x, y)
        raw.FPDFText_GetLooseCharBox(sheet, i, box)
        size = raw.FPDFText_GetFontSize(sheet, i) * math.hypot(matrix.c, matrix.d)
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        letter = _placed(chr(code), x.value, y.value, abs(size) or 1.0, turn, box)
        if (
            seen[0] <= (letter.left + letter.right) / 2 <= seen[2]
            and seen[1] <= (letter.bottom + letter.top) / 2 <= seen[3]
        ):
            yield letter


def _placed(char: str, x: float, y: float, size: float, turn: int, box: Any) -> Letter:
    """The square a character fills, from its base line's beginning; the library's box may be that of its ink alone."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(a - x) * cos + (b - y) * sin for a in (box.left, box.right) for b in (box.bottom, box.top)]
    wide = max(max(corners), size if ord(char) > 0x2E80 else 0.0)
    ends = [
        (x + a * cos - b * sin, y + a * sin + b * cos) for a in (0.0, wide) for b in (-DEEP * size, (1 - DEEP) * size)
    ]
    xs, ys = [a for a, _ in ends], [b for _, b in ends]
    return Letter(char, min(xs), min(ys), max(xs), max(ys), size, turn)
