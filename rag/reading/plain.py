"""Bytes of a text file -> its text, in whichever encoding newsrooms use."""

from __future__ import annotations

import codecs

from rag.errors import PageError
from rag.reading.ordinary import SAMPLE, ordinary_share

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("gb18030", "cp950")
"""Encodings without a signature; which of them it is, is told by how ordinary the decoded characters are."""

ORDINARY_SHARE = 0.85
"""Of the characters outside ASCII. Chinese prose read in its own encoding has over 0.97, in a wrong one under 0.6."""

LOST = "\ufffd"
"""What stands for a byte that is part of no character."""

LOST_SHARE = 0.01
"""Of the characters outside ASCII. A page has a bad byte or two; what has more is in another encoding."""


def decode(data: bytes) -> str:
    """The file's text without its byte order mark; line ends stay as they are.

    Reads UTF-8, UTF-16 (with or without mark), GB18030 and Big5; a few bytes that are none of these become U+FFFD.
    Raises PageError for what is not text, and for text in an unknown encoding or several at once.
    """
    text = _marked(data) or _utf16_unmarked(data) or _strict(data, "utf-8") or _legacy(data) or _damaged(data)
    if text is None:
        raise PageError("is in an unknown encoding, or in several at once", "save it as UTF-8")
    if "\0" in text:
        raise PageError("is not text (it has NUL bytes)", "give the page as text")
    return text


def _marked(data: bytes) -> str | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    return None


def _utf16_unmarked(data: bytes) -> str | None:
    """UTF-16 shows by its line breaks and ASCII: every second byte of those is zero."""
    zeros = [data[:SAMPLE][side::2].count(0) for side in (0, 1)]
    if not any(zeros) or len(data) % 2:
        return None
    text = _strict(data, "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be")
    return text if text and ordinary_share(text) >= ORDINARY_SHARE else None


def _legacy(data: bytes) -> str | None:
    if b"\0" in data:
        raise PageError("is not text (it has NUL bytes)", "give the page as text")
    readings = [text for encoding in LEGACY if (text := _strict(data, encoding))]
    best = max(readings, key=ordinary_share, default=None)
    return best if best and ordinary_share(best) >= ORDINARY_SHARE else None


def _damaged(data: bytes) -> str | None:
    """Text of which a few bytes were lost or added on the way; the rest tells its encoding."""
    readings = [data.decode(encoding, "replace") for encoding in ("utf-8", *LEGACY)]
    best = min(readings, key=lambda text: text.count(LOST))
    beyond = sum(c > "\x7f" for c in best)
    return best if best.count(LOST) <= max(1, LOST_SHARE * beyond) and ordinary_share(best) >= ORDINARY_SHARE else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
