"""One made-up file read as any other is, in the process apart: what came of it, and which lines of the readers it went through."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

from rag.errors import PageError
from rag.reading.contents import MOST_CHARACTERS, contents
from rag.reading.nature import true_suffix
from rag.reading.pictures.known import PICTURES
from rag.reading.pictures.opened import Sheets
from rag.reading.printed import printed
from rag.reading.readers import PRINTED, READERS

_seen: set[tuple[str, int]] = set()


def tried(data: bytes, suffix: str) -> dict[str, Any]:
    """`told` is what came of it; `new` whether a line of ours ran that no file before this one reached in this process.

    Anything that is neither a text nor a PageError of one line is a fault, and raised.
    """
    before = len(_seen)
    sys.settrace(_entered)
    try:
        told = _told(data, suffix)
    finally:
        sys.settrace(None)
    return {"told": told, "new": len(_seen) > before}


def _told(data: bytes, suffix: str) -> str:
    suffix = true_suffix(data, suffix)
    try:
        if suffix in PICTURES:
            return "decoded" if Sheets(data, False).grey(0).size else "decoded to nothing"
        if suffix != ".pdf" and suffix not in READERS:
            return "not read"
        found = (printed if suffix in PRINTED else contents)(data, suffix)
    except PageError as error:
        return "refused" if "\n" not in str(error) else f"told in several lines: {error}"
    text = found["text"]
    assert len(text) <= MOST_CHARACTERS
    text.encode("utf-8")
    return "read" if text.strip() else "read, and holds nothing"


def _entered(frame: FrameType, event: str, _: object) -> Any:
    return _passed if "/rag/" in frame.f_code.co_filename else None


def _passed(frame: FrameType, event: str, _: object) -> Any:
    if event == "line":
        _seen.add((frame.f_code.co_filename, frame.f_lineno))
    return _passed
