"""A PDF opened, or refused: one that is damaged, cut off, encrypted, too long, or unpacks to an absurd size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rag.errors import PageError
from rag.reading.inflated import LARGEST, unpacks_too_large

MOST_SHEETS = 64
"""Pages in one file. A newspaper issue has fewer; each of its pages should be a file of its own anyway."""

HEAD = 2048
"""Bytes in which a PDF says what it is, and how long where it was made for the web."""

_LENGTH = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})\b")


@contextmanager
def opened_pdf(data: bytes) -> Iterator[Any]:
    """The library's document. PageError, as a fact without the file's name, for one that cannot be opened, and for what the
    library raises while it is open."""
    import pypdfium2 as pdfium

    if unpacks_too_large(data):
        raise PageError(f"unpacks to more than {LARGEST >> 20} MB", "print it to a new PDF")
    try:
        with pdfium.PdfDocument(data) as document:
            if _is_cut_off(data):
                raise PageError("breaks off before its end", "fetch or save it again")
            if len(document) > MOST_SHEETS:
                raise PageError(f"has more than {MOST_SHEETS} pages", "split it into pages")
            yield document
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise PageError("is encrypted", "save it without a password") from error
        raise PageError("is damaged or is not a PDF", "open it and save it again as PDF") from error


def _is_cut_off(data: bytes) -> bool:
    """Whether the end of a PDF is missing: the library would read what is left without a word."""
    told = _LENGTH.search(data[:HEAD])
    whole = data.rfind(b"%%EOF") >= 0 and (told is None or int(told[1]) <= len(data))
    return data[:HEAD].find(b"%PDF-") >= 0 and not whole
