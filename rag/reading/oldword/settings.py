"""What an old Word document sets of its characters and of the ends of its paragraphs, by where they stand in the stream."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from rag.reading.oldword.opened import Opened

PAGE = 512
CHARACTERS, PARAGRAPHS = 12, 13
"""Numbers of the parts that list the pages of settings."""

HIDDEN, DELETED = "\0", "\x7f"
"""Stand for characters that are not seen."""

UNSEEN = HIDDEN + DELETED

_DELETED, _VANISHES, _SYMBOL, _PICTURE = 0x0800, 0x083C, 0x6A09, 0x6A03
_IN_TABLE, _ENDS_ROW, _DEPTH, _ENDS_INNER_CELL, _ENDS_INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_ELSEWHERE = (0x6645, 0x6646)
"""The settings are too long for a page and stand in the stream of data."""

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
"""Bytes of a setting's value by the three highest bits of its number; 0 where the value begins with its own size."""

_TABLE_SHAPES, _TABS = (0xD606, 0xD608), 0xC615
_ON = (1, 0x81)
"""Values that switch on; the second says: other than the style has it, and styles do not hide."""

_SHORT_NUMBERS = {0x41: _DELETED, 0x5C: _VANISHES, 0x18: _IN_TABLE, 0x19: _ENDS_ROW}
"""Settings of a whole piece are abbreviated so."""

_PRIVATE = range(0xF000, 0xF100)
"""Where fonts of signs have theirs, which are no characters."""

DEEPEST = 63
"""Tables inside one another, of which Word allows some thirty."""

Set = TypeVar("Set")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a stretch of characters is shown: not at all (HIDDEN, DELETED), as another one, or as the picture at a place in the
    stream of data (-1: none).
    """

    instead: str = ""
    picture: int = -1


@dataclass(frozen=True, slots=True)
class Ending:
    """How many tables deep a paragraph is, and whether its end is also that of a row, or of a cell inside of one."""

    depth: int = 0
    row: bool = False
    inner_cell: bool = False


class Stretches(Generic[Set]):
    """Settings of stretches of the stream, which follow one another and do not overlap; most of it has none."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[Set] = []

    def put(self, start: int, end: int, value: Set) -> None:
        """Add a stretch behind those that there are; what overlaps them keeps theirs."""
        start = max(start, self._ends[-1] if self._ends else 0)
        if start < end:
            self._starts.append(start)
            self._ends.append(end)
            self._values.append(value)

    def at(self, place: int) -> Set | None:
        """What is set where `place` is."""
        n = bisect_right(self._starts, place) - 1
        return self._values[n] if n >= 0 and place < self._ends[n] else None

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, Set]]:
        """The stretches that overlap a part of the stream, cut to it."""
        n = max(0, bisect_right(self._starts, start) - 1)
        while n < len(self._starts) and self._starts[n] < end:
            if self._ends[n] > start:
                yield max(start, self._starts[n]), min(end, self._ends[n]), self._values[n]
            n += 1


def characters(opened: Opened) -> Stretches[Shown]:
    """Characters that are shown otherwise than as they stand in the stream."""

    def settings(page: bytes, n: int, count: int) -> bytes:
        at = 2 * page[4 * (count + 1) + n]
        return page[at + 1 : at + 1 + page[at]] if at else b""

    return _stretches(opened, CHARACTERS, settings, shown)


def paragraphs(opened: Opened) -> Stretches[Ending]:
    """Paragraphs inside tables."""

    def settings(page: bytes, n: int, count: int) -> bytes:
        at = 2 * page[4 * (count + 1) + 13 * n]
        if not at:
            return b""
        start, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
        return page[start + 2 : start + size]  # before them stands the number of the style

    def read(found: bytes) -> Ending | None:
        return ending(opened, found)

    return _stretches(opened, PARAGRAPHS, settings, read)


def shown(settings: bytes) -> Shown | None:
    """How characters with these settings are shown; None where as they are."""
    found = dict(each_setting(settings))
    for number, instead in ((_DELETED, DELETED), (_VANISHES, HIDDEN)):
        if found.get(number, b"\0")[0] in _ON:
            return Shown(instead)
    if _SYMBOL in found:
        sign: int = struct.unpack("<2xH", found[_SYMBOL])[0]
        return Shown(HIDDEN if sign in _PRIVATE else chr(sign))
    return Shown(picture=struct.unpack("<I", found[_PICTURE])[0]) if _PICTURE in found else None


def lifted(settings: bytes) -> str:
    """Which of HIDDEN and DELETED these settings take back from characters that have them of their own."""
    found = dict(each_setting(settings))
    return "".join(
        instead for number, instead in ((_DELETED, DELETED), (_VANISHES, HIDDEN)) if found.get(number) == b"\0"
    )


def ending(opened: Opened, settings: bytes) -> Ending | None:
    """What a paragraph with these settings ends; None outside of tables."""
    found = dict(each_setting(settings))
    for number in _ELSEWHERE:
        if number in found:
            at: int = struct.unpack("<I", found[number])[0]
            size = int.from_bytes(opened.data[at : at + 2], "little")
            found |= dict(each_setting(opened.data[at + 2 : at + 2 + size]))
    depth = int.from_bytes(found.get(_DEPTH, b""), "little", signed=True)
    depth = min(DEEPEST, max(depth, found.get(_IN_TABLE, b"\0")[0] & 1))
    if not depth:
        return None
    row = found.get(_ENDS_ROW if depth == 1 else _ENDS_INNER_ROW, b"\0")[0] == 1
    return Ending(depth, row, found.get(_ENDS_INNER_CELL, b"\0")[0] == 1)


def of_piece(short: int, long: list[bytes]) -> bytes:
    """The settings that a whole piece has besides, from their abbreviation, or the number of those that are not abbreviated."""
    if short & 1:
        return long[short >> 1] if short >> 1 < len(long) else b""
    number = _SHORT_NUMBERS.get(short >> 1 & 0x7F)
    return struct.pack("<HB", number, short >> 8) if number else b""


def _stretches(
    opened: Opened, part: int, settings: Callable[[bytes, int, int], bytes], read: Callable[[bytes], Set | None]
) -> Stretches[Set]:
    """What `read` makes of the settings of each stretch, in the pages that a part lists; each page is looked at once."""
    found: Stretches[Set] = Stretches()
    known = cache(read)
    seen: set[int] = set()
    for _, _, number in opened.listed(part, 4):
        at = PAGE * (int.from_bytes(number, "little") & 0x3FFFFF)
        page = opened.main[at : at + PAGE]
        if at in seen or len(page) < PAGE:
            continue
        seen.add(at)
        count = min(page[-1], PAGE // 5 - 1)
        bounds = struct.unpack_from(f"<{count + 1}I", page)
        for n in range(count):
            try:
                value = known(settings(page, n, count))
            except (IndexError, struct.error):
                continue  # settings that are no settings change nothing
            if value is not None:
                found.put(bounds[n], bounds[n + 1], value)
    return found


def each_setting(settings: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and value of each setting, as far as they can be told apart."""
    at = 0
    while at + 2 < len(settings):
        number = int.from_bytes(settings[at : at + 2], "little")
        at += 2
        size = _SIZES[number >> 13]
        if number in _TABLE_SHAPES:
            size = 1 + int.from_bytes(settings[at : at + 2], "little")
        elif number == _TABS and settings[at] == 0xFF:
            deleted = settings[at + 1] if at + 1 < len(settings) else 0
            added = at + 2 + 4 * deleted
            size = 3 + 4 * deleted + 3 * (settings[added] if added < len(settings) else 0)
        elif not size:
            size = 1 + settings[at]
        if at + size > len(settings):
            return
        yield number, settings[at : at + size]
        at += size
