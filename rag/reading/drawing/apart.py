"""Sheets drawn in a process of their own: one that takes too long, or brings it down, costs that sheet alone."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.confined import Limits, Room
from rag.errors import PageError
from rag.reading.page import bytes_of

LIMITS = Limits(seconds=10, a_megabyte=1, memory=1 << 30)
"""For a sheet: a full one of 420 x 560 mm takes half a second. Whoever looks waits for it, so it has less than one that is read."""

_ROOM = Room("rag.reading.drawing.sheets:drawn", LIMITS)

MEDIA = ("image/png", "image/jpeg")
"""What a picture may be, whatever the process says of it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sheet as a picture: its media type, one of MEDIA, and its bytes."""

    media: str
    image: bytes


def sheet_sizes(path: Path, name: str) -> tuple[tuple[int, int], ...]:
    """Width and height in points of the picture of each sheet of a PDF, in their order.

    PageError, with the file's `name`, for one that cannot be opened, is damaged, encrypted, too long or too large.
    """
    return tuple((int(wide), int(high)) for wide, high in _run(path, name)["sizes"])


def sheet_drawn(path: Path, name: str, number: int) -> Drawn:
    """One of the sheets by its number from 0. PageError likewise, and where drawing takes too much time or memory."""
    told = _run(path, name, sheet=number)
    return Drawn(told["media"] if told["media"] in MEDIA else MEDIA[0], base64.b64decode(told["image"]))


def _run(path: Path, name: str, sheet: int | None = None) -> Any:
    try:
        return _ROOM.run(bytes_of(path), sheet=sheet)
    except PageError as error:
        raise PageError(f"{name} {error.fact}", error.remedy) from error
