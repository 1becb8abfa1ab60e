"""Bytes of a text file -> its text, in whichever encoding newsrooms use."""

from __future__ import annotations

import codecs

from rag.errors import PageError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LEGACY = ("gb18030", "cp950")
"""Encodings without a signature; which of them it is, is told by how ordinary the decoded characters are."""

ORDINARY_SHARE = 0.85
"""Of the characters outside ASCII. Chinese prose read in its own encoding has over 0.97, in a wrong one under 0.6."""

SAMPLE = 20_000
"""Characters looked at when judging an encoding."""


def decode(data: bytes) -> str:
    """The file's text without its byte order mark; line ends stay as they are.

    Reads UTF-8, UTF-16 (with or without mark), GB18030 and Big5. Raises PageError for an empty file, for one that is
    not text, and for one in an unknown encoding or several at once.
    """
    if not data:
        raise PageError("is empty", "remove it, or give a page that has text")
    text = _marked(data) or _utf16_unmarked(data) or _utf8(data) or _legacy(data)
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
    return text if text and _ordinary_share(text) >= ORDINARY_SHARE else None


def _utf8(data: bytes) -> str | None:
    return _strict(data, "utf-8")


def _legacy(data: bytes) -> str | None:
    if b"\0" in data:
        raise PageError("is not text (it has NUL bytes)", "give the page as text")
    readings = [text for encoding in LEGACY if (text := _strict(data, encoding))]
    best = max(readings, key=_ordinary_share, default=None)
    return best if best and _ordinary_share(best) >= ORDINARY_SHARE else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _ordinary_share(text: str) -> float:
    beyond = [c for c in text[:SAMPLE] if c > "\x7f"]
    return sum(map(_is_ordinary, beyond)) / len(beyond) if beyond else 1.0


def _is_ordinary(char: str) -> bool:
    """Whether it is punctuation or one of the frequent characters that GB 2312 and Big5 list first."""
    return _within(char, "gb2312", b"\xa1\xa1", b"\xa3\xfe", b"\xb0\xa1", b"\xd7\xf9") or _within(
        char, "big5", b"\xa1\x40", b"\xa2\x8d", b"\xa4\x40", b"\xc6\x7e"
    )


def _within(char: str, charset: str, *bounds: bytes) -> bool:
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return False
    return any(low <= code <= high for low, high in zip(bounds[::2], bounds[1::2], strict=True))
