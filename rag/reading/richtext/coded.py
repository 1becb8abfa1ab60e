"""The bytes of rich text -> characters: each font has an encoding of its own, and the document one for all others."""

from __future__ import annotations

import codecs
import re
from functools import cache

from rag.tables import rows

SIGNS = 2
"""The set of characters of fonts that have signs for letters."""

WESTERN = "cp1252"
_CHINESE = ("936", "54936")
_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\x81-\xfe][\xa1-\xfe])+")
"""Letters, and characters of two bytes as every encoding of Chinese has them; Western letters seldom come in pairs."""


def encoding(page: str) -> str:
    """The encoding that a document names by its code page; Western where it is not known here."""
    name = "gb18030" if page in _CHINESE else "utf-8" if page == "65001" else f"cp{page}"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return WESTERN


def decoded(data: bytes, charset: int | None, document: str) -> str:
    """Bytes in a font of the set `charset` (None: not told) as text, U+FFFD for what is none. A font that is told to be Western
    is believed where its bytes cannot be characters of the document's own encoding.
    """
    if charset == SIGNS:
        return ""
    known = document if charset is None else charsets().get(charset, document)
    if known == WESTERN and document != WESTERN and _PAIRS.fullmatch(data):
        known = document
    return data.decode(known, "replace")


@cache
def charsets() -> dict[int, str]:
    """Number of a set of characters -> its encoding."""
    return {
        int(number): name
        for kind, told in rows("rich_text.tsv")
        if kind == "charset"
        for number, name in [told.split()]
    }


@cache
def words(kind: str) -> frozenset[str]:
    """The words that are of a kind to the reader."""
    return frozenset(word for known, told in rows("rich_text.tsv") if known == kind for word in told.split())


@cache
def said() -> dict[str, str]:
    """Words that stand for characters."""
    told = dict(row.split() for kind, row in rows("rich_text.tsv") if kind == "say")
    return {word: chr(int(number)) for word, number in told.items()}
