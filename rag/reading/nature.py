"""What a file is by its own bytes: documents travel under the wrong name (a web page as .doc, a .docx as .wps, a .doc as .docx, rich text as .doc)."""

from __future__ import annotations

import re

_WEB = re.compile(rb"(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html)\b", re.I | re.S)
_SAVED = re.compile(rb"^(?:MIME-Version:|Content-Type:\s*multipart/related)", re.I | re.M)
HEAD = 2048


def true_suffix(data: bytes, suffix: str) -> str:
    """The suffix that fits the bytes, where they tell; else the one the file has (in small letters)."""
    if data.startswith(b"%PDF-"):
        return ".pdf"
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


_ARCHIVES = ((b"word/document", ".docx"), (b"OFD.xml", ".ofd"))
"""A part's name, which an archive keeps as it is, and what the archive then is."""
