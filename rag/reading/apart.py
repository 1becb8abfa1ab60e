"""Files are read in a process of their own, whatever their kind: one that is made to do harm does it to itself."""

from __future__ import annotations

from typing import Any

from rag.confined import Limits, Room
from rag.errors import PageError
from rag.reading.beside import Beside
from rag.reading.readers import BESIDE, READERS

MOST_CHARACTERS = 1_000_000
"""Of one file's text. An issue of 64 dense pages in one file has about as many."""

LIMITS = Limits(seconds=10, a_megabyte=10, memory=1 << 30)
"""A printed page as PDF takes a fifth of a second and has some hundred KB; an issue of 64, half a minute and many MB."""

_ROOM = Room(f"{__name__}:contents", LIMITS)


def read_apart(data: bytes, suffix: str) -> tuple[str, Beside]:
    """The text of a file, and what it tells beside that. PageError as its reader raises, and where it takes too much."""
    told = _ROOM.run(data, suffix=suffix)
    return told["text"], Beside(told["issued"], told["paper"])


def contents(data: bytes, suffix: str) -> dict[str, Any]:
    """The same, in this process, as values that JSON knows."""
    text = READERS[suffix](data)
    if len(text) > MOST_CHARACTERS:
        raise PageError(f"has more than {MOST_CHARACTERS:,} characters", "split it into pages")
    beside = BESIDE[suffix](data) if suffix in BESIDE else Beside()
    return {"text": text, "issued": beside.issued, "paper": beside.paper}
