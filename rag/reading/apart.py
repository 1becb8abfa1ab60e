"""Files are read in a process of their own, whatever their kind: one that is made to do harm does it to itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rag.confined import Limits, Room
from rag.errors import PageError
from rag.reading.beside import Beside
from rag.reading.pdf import Unseen, read_printed
from rag.reading.readers import BESIDE, READERS

MOST_CHARACTERS = 1_000_000
"""Of one file's text. An issue of 64 dense pages in one file has about as many."""

LIMITS = Limits(seconds=10, a_megabyte=10, memory=1 << 30)
"""A printed page as PDF takes a fifth of a second and has some hundred KB; an issue of 64, half a minute and many MB."""

_ROOM = Room(f"{__name__}:contents", LIMITS)


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of a file, and what it tells beside that. `unseen` instead where some of a PDF's sheets are pictures."""

    text: str
    beside: Beside
    unseen: Unseen | None = None


def read_apart(data: bytes, suffix: str) -> Contents:
    """What a file holds. PageError as its reader raises, and where it takes too much."""
    told = _ROOM.run(data, suffix=suffix)
    unseen = (
        Unseen({int(n): text for n, text in told["texts"].items()}, told["seen"], told["why"]) if told["seen"] else None
    )
    return Contents(told["text"], Beside(told["issued"], told["paper"]), unseen)


def contents(data: bytes, suffix: str) -> dict[str, Any]:
    """The same, in this process, as values that JSON knows."""
    unseen = read_printed(data) if suffix == ".pdf" else Unseen({0: READERS[suffix](data)})
    text = "" if unseen.seen else unseen.texts[0]
    if sum(map(len, unseen.texts.values())) > MOST_CHARACTERS:
        raise PageError(f"has more than {MOST_CHARACTERS:,} characters", "split it into pages")
    beside = BESIDE[suffix](data) if suffix in BESIDE else Beside()
    sheets = {"seen": unseen.seen, "texts": unseen.texts if unseen.seen else {}, "why": unseen.why}
    return {"text": text, "issued": beside.issued, "paper": beside.paper, **sheets}
