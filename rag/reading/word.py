"""A Word document (.docx) -> its text, a line a paragraph."""

from __future__ import annotations

import io
import zipfile

from rag.errors import PageError

LARGEST = 100 * 1024 * 1024
"""Bytes that a document may unpack to. A page of text needs a thousandth; a zip bomb promises gigabytes."""

_DAMAGED = ("is damaged or is not a Word document", "open it in a word processor and save it again as .docx")
_NOTHING_INSIDE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_word(data: bytes) -> str:
    """Text of a document, with tables and text boxes where they are anchored; paragraphs apart by an empty line.

    Raises PageError for what is damaged, encrypted, or unpacks to an absurd size.
    """
    _check_archive(data)
    from docx import Document
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    try:
        document = Document(io.BytesIO(data))
        body = document.element.body
        found = [
            Paragraph(p, document).text
            for p in body.iter(qn("w:p"))
            if not any(a.tag == _NOTHING_INSIDE for a in p.iterancestors())
        ]
    except Exception as error:  # the library lets errors of zip, XML and its own through, all of one meaning
        raise PageError(*_DAMAGED) from error
    return "\n\n".join(text for text in found if text.strip())


def _check_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile as error:
        raise PageError(*_DAMAGED) from error
    if size > LARGEST:
        raise PageError(f"unpacks to more than {LARGEST >> 20} MB", "save its text alone as a new document")
