"""The bytes of a file -> what it holds, as values that JSON knows: what is done in the process that reads files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rag.errors import PageError
from rag.reading.readers import BESIDE, READERS

MOST_CHARACTERS = 1_000_000
"""Of one file's text. An issue of 64 dense pages in one file has about as many."""


def contents(data: bytes, suffix: str) -> dict[str, Any]:
    """What a file of any kind but .pdf holds. PageError as its reader raises, and where it is too much."""
    return told(data, suffix, {0: READERS[suffix](data)})


def told(data: bytes, suffix: str, texts: Mapping[int, str], seen: Sequence[int] = (), why: str = "") -> dict[str, Any]:
    """The same of a file whose `texts` are read; `seen` are the sheets that are pictures, `why` is what is said of them where
    they cannot be recognised."""
    if sum(map(len, texts.values())) > MOST_CHARACTERS:
        raise PageError(f"has more than {MOST_CHARACTERS:,} characters", "split it into pages")
    beside = BESIDE[suffix](data) if suffix in BESIDE else None
    issued, paper = (beside.issued, beside.paper) if beside else (None, "")
    sheets = {"seen": seen, "texts": texts if seen else {}, "why": why}
    return {"text": "" if seen else texts[0], "issued": issued, "paper": paper, **sheets}
