"""How ordinary the characters of a text are: prose is made of frequent ones, what was decoded wrongly of rare ones."""

from __future__ import annotations

from functools import cache

SAMPLE = 20_000
"""Characters looked at; a page has some ten thousand."""

FIRST_OF_GB = (range(0xA1A1, 0xA3FF), range(0xB0A1, 0xD7FA))
"""Punctuation, and the frequent characters that GB 2312 lists first."""

FIRST_OF_BIG5 = (range(0xA140, 0xA28E), range(0xA440, 0xC67F))
"""The same in Big5."""


def ordinary_share(text: str) -> float:
    """Of the characters outside ASCII, the share that is punctuation or a frequent character; 1.0 where there are none."""
    beyond = [c for c in text[:SAMPLE] if c > "\x7f"]
    return sum(c in ordinary() for c in beyond) / len(beyond) if beyond else 1.0


@cache
def ordinary() -> frozenset[str]:
    """Punctuation and the frequent characters, simplified and traditional."""
    listed = [("gb2312", code) for part in FIRST_OF_GB for code in part]
    listed += [("big5", code) for part in FIRST_OF_BIG5 for code in part]
    return frozenset(char for charset, code in listed if (char := _decoded(code.to_bytes(2, "big"), charset)))


def _decoded(code: bytes, charset: str) -> str:
    try:
        return code.decode(charset)
    except UnicodeDecodeError:
        return ""
