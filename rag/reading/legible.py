"""How much of a page could be read: a garbled font, a shell that scripts would fill or a lone footer is no page."""

from __future__ import annotations

from rag.errors import PageError
from rag.reading.ordinary import ordinary
from rag.reading.plain import LOST
from rag.records import Layout

LEAST = 0.7
"""Share of readable characters below which a page is not taken in. Pages of newspapers have over 0.97."""

_MARKS = frozenset(" .,:;!?-/()[]%\"'&+*")
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") | _MARKS
"""What of ASCII stands in prose; a font whose codes are taken for letters yields the rest as well."""

_HAN = (
    range(0x4E00, 0xA000),
    range(0x3400, 0x4DC0),
    range(0x20000, 0x323B0),
    range(0x2E80, 0x2FE0),
    range(0xF900, 0xFB00),
)
_FEW = 0.1
"""Share of rare Chinese characters that names and places account for; more are a wrong decoding's."""


def require_readable(layout: Layout) -> None:
    """Raise PageError, with the share of readable text, where little of a page could be read or no article is on it."""
    text = layout.page.text
    share = readable_share(text)
    size = sum(not c.isspace() for c in text)
    if share < LEAST:
        raise PageError(
            f"{layout.page.name} could hardly be read: {share:.0%} of its {size:,} characters are readable text",
            "if it can be read where you open it, copy its text into a .txt file; else run text recognition over it",
        )
    if not layout.articles:
        raise PageError(
            f"{layout.page.name} holds no article: 0% of its {size:,} characters are more than headings and notices",
            "open it, wait until all of it shows, and save it again, or copy its text into a .txt file",
        )


def readable_share(text: str) -> float:
    """Of the visible characters, the share that prose is made of; 1.0 where there are none."""
    visible = [c for c in text if not c.isspace()]
    rare = sum(_is_han(c) and c not in ordinary() for c in visible)
    usual = sum(c in _PLAIN or c in ordinary() or (c.isalpha() and c < "\u0250") for c in visible)
    allowed = min(rare, int(_FEW * len(visible)))
    return (usual + allowed) / len(visible) if visible else 1.0


def remark(text: str) -> str:
    """What is to be told of a page that was taken in; empty where all of it could be read."""
    lost = text.count(LOST)
    return f"{lost} of its characters could not be read and stand as {LOST}" if lost else ""


def _is_han(char: str) -> bool:
    return any(ord(char) in part for part in _HAN)
