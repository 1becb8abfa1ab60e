"""A PDF with a text layer -> its text, column by column."""

from __future__ import annotations

from typing import Any

from rag.errors import PageError
from rag.reading.columns import Line, column_text

MOST_SHEETS = 64
"""Pages in one file. A newspaper issue has fewer; each of its pages should be a file of its own anyway."""

GENERATED = frozenset((0, 10, 13, 0xFFFE, 0xFFFF))
"""Codes that the library adds at line ends or gives for what has no character."""

APART = 1.5
"""Of a character's height: a wider gap on one line is the space between columns."""

LEVEL = 0.5
"""Of a character's height: characters whose middles differ more do not stand on one line."""


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
        text = "\n\n".join(filter(None, (column_text(_lines(page)) for page in document)))
    if not text.strip():
        raise PageError("has no text layer, only images", "run text recognition (OCR) on it first")
    return text


def _lines(page: Any) -> list[Line]:
    """Characters that stand side by side, in the order of the file."""
    import pypdfium2.raw as raw

    sheet = page.get_textpage()
    lines: list[Line] = []
    letters: list[str] = []
    left = bottom = right = top = 0.0
    for i in range(sheet.count_chars()):
        code = raw.FPDFText_GetUnicode(sheet, i)
        box = sheet.get_charbox(i, loose=True)
        height = box[3] - box[1]
        level = abs((box[1] + box[3]) - (bottom + top)) / 2 <= LEVEL * max(height, top - bottom)
        if letters and (code in GENERATED or not level or not -height < box[0] - right < APART * height):
            lines.append(Line("".join(letters), left, bottom, right, top))
            letters = []
        if code in GENERATED:
            continue
        if not letters:
            left, bottom, top = box[0], box[1], box[3]
        letters.append(chr(code))
        right = box[2]
    if letters:
        lines.append(Line("".join(letters), left, bottom, right, top))
    return [line for line in lines if line.text.strip()]
