"""The compound file around an old Word document, and where in its streams the parts of the document stand."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from rag.errors import PageError
from rag.tables import rows

DAMAGED = ("is damaged or breaks off before its end", "open it in a word processor and save it again as .docx")

OLDEST = 0xC0
"""The number that Word 97 wrote first; 6 and 95 kept their text elsewhere."""

_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_TEXT_LENGTHS = 3
"""The number of the first length that counts characters, among the document's lengths."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """Characters of each part of the text, which follow one another in this order."""

    text: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's streams. `main` has text and settings in pages of 512 bytes, `table` what says where in it."""

    main: bytes
    table: bytes
    data: bytes
    lengths: Lengths
    places: tuple[tuple[int, int], ...]

    def part(self, number: int) -> bytes:
        """Part `number` of the table's stream, empty where the document has none. PageError where it is cut off."""
        start, size = self.places[number] if number < len(self.places) else (0, 0)
        if start + size > len(self.table) and size:
            raise PageError(*DAMAGED)
        return self.table[start : start + size]

    def listed(self, number: int, size: int) -> Iterator[tuple[int, int, bytes]]:
        """The entries of a part that is a list: where each begins and ends, as the document counts, and its `size` bytes. One
        that goes back behind those before it is passed over, so that together they are no longer than what they divide.
        """
        part = self.part(number)
        count = max(0, len(part) - 4) // (4 + size)
        bounds = struct.unpack_from(f"<{count + 1}I", part) if part else (0,)
        reached = 0
        for n in range(count):
            if reached <= bounds[n] <= bounds[n + 1]:
                reached = bounds[n + 1]
                at = 4 * (count + 1) + n * size
                yield bounds[n], reached, part[at : at + size]


def open_old(data: bytes) -> Opened:
    """The document in a compound file. PageError where there is none, or where it is encrypted, older than Word 97, or cut
    off.
    """
    streams = _streams(data)
    main = streams["worddocument"]
    number, flags = struct.unpack_from("<2xH6xH", main)
    if number < OLDEST:
        raise PageError("is a document of Word 95 or older", "open it in a word processor and save it as .docx")
    if flags & _ENCRYPTED:
        raise PageError("is encrypted", "save it without a password")
    words = 0x22 + 2 * _short(main, 0x20)
    lengths = struct.unpack_from("<8I", main, words + 2 + 4 * _TEXT_LENGTHS)
    pairs = words + 2 + 4 * _short(main, words)
    places = struct.iter_unpack("<II", main[pairs + 2 :][: 8 * _short(main, pairs)])
    table = streams.get("1table" if flags & _SECOND_TABLE else "0table", b"")
    return Opened(main, table, streams.get("data", b""), Lengths(*lengths), tuple((a, b) for a, b in places))


def _short(data: bytes, at: int) -> int:
    value: int = struct.unpack_from("<H", data, at)[0]
    return value


def _streams(data: bytes) -> dict[str, bytes]:
    """The streams at the top of a compound file that make up a document, by their names in small letters."""
    from olefile import OleFileIO

    _plausible(data)
    try:
        with OleFileIO(io.BytesIO(data)) as file:
            names = {entry.name.lower(): entry for entry in file.root.kids}
            if "worddocument" not in names:
                raise PageError(*_other(frozenset(names)))
            wanted = {name: names[name] for name in ("worddocument", "0table", "1table", "data") if name in names}
            if max(entry.size for entry in wanted.values()) > len(data):
                raise PageError(*DAMAGED)
            found = {name: file.openstream([entry.name]).read() for name, entry in wanted.items()}
            circles = any(_in_a_circle(file, entry) for entry in wanted.values())
    except (PageError, MemoryError):
        raise
    except Exception as error:  # a broken container trips it in many ways
        raise PageError(*DAMAGED) from error
    if circles or any(len(found[name]) < entry.size for name, entry in wanted.items()):
        raise PageError(*DAMAGED)
    return found


def _in_a_circle(file: Any, entry: Any) -> bool:
    """Whether the sectors of a stream come back to one of their own, so that it would repeat itself."""
    follows, at = (file.minifat, entry.isectStart) if entry.is_minifat else (file.fat, entry.isectStart)
    seen: set[int] = set()
    while at < len(follows) and at not in seen:
        seen.add(at)
        at = follows[at]
    return at in seen


def _plausible(data: bytes) -> None:
    """PageError where the container counts more sectors of its own than the file has, which would be gone through."""
    if len(data) < 512:
        raise PageError(*DAMAGED)
    shift = _short(data, 0x1E)
    most = len(data) >> min(shift, 16)
    if max(struct.unpack_from("<I16xI4xI", data, 0x2C)) > most:
        raise PageError(*DAMAGED)


def _other(names: frozenset[str]) -> tuple[str, str]:
    """What a compound file without a Word document is, and what to do."""
    known = (told for stream, told in _kinds().items() if stream in names)
    return next(known, ("is no document of Word", "open it in the program that made it and save it as .docx or PDF"))


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {stream.lower(): (fact, remedy) for stream, fact, remedy in rows("compound_files.tsv")}
