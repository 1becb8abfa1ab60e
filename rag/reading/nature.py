"""What a file is by its own bytes: documents travel under the wrong name (a web page as .doc, a .docx as .wps, a .doc as .docx, rich text as .doc, a picture as .pdf)."""

from __future__ import annotations

import re

_WEB = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_SAVED = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/related)", re.I | re.M)
HEAD = 2048

_PICTURES = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"II*\0", ".tif"), (b"MM\0*", ".tif"))
"""What pictures begin with."""

_HOLDS = re.compile(rb"<(?:img|image|v:imagedata)\b|Content-Type:\s{0,8}image/|word/media/|\\pict\b", re.I)
"""What tells of a picture in a web page, a saved one, a Word document and rich text."""

ONLY_PICTURES = (
    "has no text, only images",
    "save the picture as .jpg, or print it to PDF: that is recognised with pip install 'wenzheng[ocr]'",
)
"""The fact and the remedy of a document whose pictures are all there is in it."""


def true_suffix(data: bytes, suffix: str) -> str:
    """The suffix that fits the bytes, where they tell; else the one the file has (in small letters)."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    if picture := next((known for start, known in _PICTURES if data.startswith(start)), None):
        return picture
    if data.startswith(b"PK\x03\x04"):
        return next((known for part, known in _ARCHIVES if part in data), suffix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return ".doc"
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if _SAVED.search(head) and b"boundary" in head:
        return ".mhtml"
    return ".html" if _WEB.match(head) else suffix


def holds_pictures(data: bytes) -> bool:
    """Whether a document has a picture in it, as far as its own bytes tell."""
    return _HOLDS.search(data) is not None


_ARCHIVES = ((b"word/document", ".docx"), (b"OFD.xml", ".ofd"))
"""A part's name, which an archive keeps as it is, and what the archive then is."""
