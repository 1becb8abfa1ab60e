"""The text of an old Word document, put together of the pieces in which it stands in the stream."""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass

from rag.errors import PageError
from rag.reading.oldword.opened import DAMAGED, Opened
from rag.reading.oldword.settings import (
    Ending,
    Shown,
    Stretches,
    characters,
    ending,
    lifted,
    of_piece,
    paragraphs,
    shown,
)

PIECES = 33
"""Number of the part that lists them."""

MOST = 4_000_000
"""Characters with those that are not seen. A page has some ten thousand, the longest text that is read a million."""

_SETTINGS, _LIST = 1, 2
_NARROW = 0x40000000
"""Says of a piece that its characters are a byte each; they are of one code page, Windows 1252, whatever the language."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a piece begins in the text and in the stream, bytes of a character, and the settings it has besides."""

    first: int
    place: int
    width: int
    settings: bytes


class Written:
    """The whole text of a document, a character for each unit of UTF-16: `said` as it stands in the stream, `seen` with HIDDEN
    or DELETED for what is not seen and signs as they look; `pictures` are by their place in the text where in the stream of data each stands.
    """

    def __init__(self, opened: Opened) -> None:
        self.pictures: dict[int, int] = {}
        self._opened = opened
        self._paragraphs = paragraphs(opened)
        looks = characters(opened)
        said: list[str] = []
        seen: list[str] = []
        self._pieces: list[_Piece] = []
        for piece, end in _pieces(opened):
            stream = opened.main[piece.place : piece.place + (end - piece.first) * piece.width]
            if len(stream) < (end - piece.first) * piece.width:
                raise PageError(*DAMAGED)
            words = stream.decode("cp1252", "replace") if piece.width == 1 else _units(stream)
            said.append(words)
            seen.append(self._looks(piece, words, looks))
            self._pieces.append(piece)
        self.said, self.seen = "".join(said), "".join(seen)
        self._firsts = [piece.first for piece in self._pieces]

    def ending(self, at: int) -> Ending:
        """What the mark at `at` in the text ends, beside its paragraph."""
        piece = self._pieces[bisect_right(self._firsts, at) - 1]
        found = self._paragraphs.at(piece.place + (at - piece.first) * piece.width)
        return (ending(self._opened, piece.settings) if piece.settings else None) or found or Ending()

    def _looks(self, piece: _Piece, words: str, looks: Stretches[Shown]) -> str:
        """The words of a piece as they are seen."""
        whole, not_so = shown(piece.settings), lifted(piece.settings)
        if whole and whole.instead:
            return whole.instead * len(words)
        done = 0
        parts: list[str] = []
        for start, end, look in looks.within(piece.place, piece.place + len(words) * piece.width):
            first, last = (start - piece.place) // piece.width, -((piece.place - end) // piece.width)
            if look.instead and look.instead in not_so:
                continue
            if look.instead and last > done:
                first = max(first, done)
                parts += words[done:first], look.instead * (last - first)
                done = last
            elif not look.instead:
                self.pictures[piece.first + first] = look.picture
        return "".join([*parts, words[done:]]) if parts else words


def _units(stream: bytes) -> str:
    text = stream.decode("utf-16-le", "surrogatepass")
    if 2 * len(text) == len(stream):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(stream) // 2}H", stream)))


def _pieces(opened: Opened) -> list[tuple[_Piece, int]]:
    """The pieces that have any text, each with where the text goes on behind it."""
    part = opened.part(PIECES)
    at, settings = 0, []
    while part[at : at + 1] == bytes([_SETTINGS]):
        (size,) = struct.unpack_from("<H", part, at + 1)
        settings.append(part[at + 3 : at + 3 + size])
        at += 3 + size
    kind, size = struct.unpack_from("<BI", part, at)
    count = (size - 4) // 12
    if kind != _LIST or size < 16 or at + 5 + size > len(part):
        raise PageError(*DAMAGED)
    bounds = struct.unpack_from(f"<{count + 1}I", part, at + 5)
    if bounds[-1] > MOST:
        raise PageError(f"has more than {MOST:,} characters", "split it into pages")
    found, told = [], struct.iter_unpack("<2xIH", part[at + 9 + 4 * count : at + 9 + 12 * count])
    for first, end, (place, short) in zip(bounds, bounds[1:], told, strict=False):
        if end < first:
            raise PageError(*DAMAGED)
        if end > first:
            narrow = bool(place & _NARROW)
            place &= _NARROW - 1
            piece = _Piece(first, place // 2 if narrow else place, 1 if narrow else 2, of_piece(short, settings))
            found.append((piece, end))
    lengths = opened.lengths
    if not found or bounds[0] or sum(getattr(lengths, name) for name in lengths.__slots__) > bounds[-1]:
        raise PageError(*DAMAGED)
    return found
