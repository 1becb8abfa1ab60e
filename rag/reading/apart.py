"""Files are read in a process of their own: one that is made to do harm does it to itself.

Text needs no reader but the decoders of Python, so that of a page is decoded here: to hand it over would take longer.
"""

from __future__ import annotations

from dataclasses import dataclass

from rag.confined import Limits, Room
from rag.reading.beside import Beside
from rag.reading.pdf import Unseen
from rag.reading.plain import decode
from rag.reading.readers import PRINTED, TEXT

LIMITS = Limits(seconds=10, a_megabyte=10, memory=1 << 30)
"""A printed page as PDF takes a fifth of a second and has some hundred KB; an issue of 64, half a minute and many MB."""

A_PAGE = 256 * 1024
"""Bytes of text. A page has some tens of KB; of what has more, the time and the characters are bounded as of any file."""

_TEXTS = Room("rag.reading.contents:contents", LIMITS)
_SHEETS = Room("rag.reading.printed:printed", LIMITS)
"""A process for each: what letters on sheets need takes longer to load than a folder of texts to read."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of a file, and what it tells beside that. `unseen` instead where some of a PDF's sheets are pictures."""

    text: str
    beside: Beside
    unseen: Unseen | None = None


def read_apart(data: bytes, suffix: str) -> Contents:
    """What a file holds. PageError as its reader raises, and where it takes too much."""
    if suffix in TEXT and len(data) <= A_PAGE:
        return Contents(decode(data), Beside())
    told = (_SHEETS if suffix in PRINTED else _TEXTS).run(data, suffix=suffix)
    unseen = (
        Unseen({int(n): text for n, text in told["texts"].items()}, told["seen"], told["why"]) if told["seen"] else None
    )
    return Contents(told["text"], Beside(told["issued"], told["paper"]), unseen)
