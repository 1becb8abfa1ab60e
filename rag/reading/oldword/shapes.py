"""The drawings of an old Word document: which shapes a group holds, and names drawn as art."""

from __future__ import annotations

import struct
from collections.abc import Iterator

GROUP, SHAPE, NUMBER = 0xF003, 0xF004, 0xF00A
SETTINGS = (0xF00B, 0xF122)
ART = 0xC0
"""The setting that holds the words of a name drawn as art."""

_HEAD = struct.Struct("<HHI")
_FULL = 0xF
"""Marks a record that holds others."""

DEEPEST = 50


def drawings(data: bytes) -> dict[int, dict[int, str]]:
    """Number of each shape that stands by itself -> the shapes that it is made of, itself among them, in order, each with its
    words where it is a name drawn as art.
    """
    found: dict[int, dict[int, str]] = {}
    for kind, inside in _sheets(data):
        if kind == GROUP:
            for child_kind, child in _records(inside):
                made_of = dict(_shapes(child_kind, child, 0))
                if made_of:
                    found[next(iter(made_of))] = made_of
    return found


def art(data: bytes) -> str:
    """The words of the first name drawn as art in some records; empty where there is none."""
    return next((words for kind, inside in _records(data) for _, words in _shapes(kind, inside, 0) if words), "")


def _sheets(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records in the drawing of the text and in that of the headers, which stand behind what both share."""
    at = 0
    while at + _HEAD.size < len(data):
        _, _, size = _HEAD.unpack_from(data, at)
        if at:
            yield from _records(data[at + _HEAD.size : at + _HEAD.size + size])
        at += _HEAD.size + size + 1  # a byte between them says which of the two follows


def _shapes(kind: int, inside: bytes, depth: int) -> Iterator[tuple[int, str]]:
    """Number and words of each shape in a record, that of a group before those in it."""
    if kind == GROUP and depth < DEEPEST:
        for child_kind, child in _records(inside):
            yield from _shapes(child_kind, child, depth + 1)
    if kind == SHAPE:
        number, words = 0, ""
        for child_kind, child, many in _counted(inside):
            if child_kind == NUMBER and len(child) >= 4:
                (number,) = struct.unpack_from("<I", child)
            elif child_kind in SETTINGS:
                words = words or _art(child, many)
        yield number, words


def _art(settings: bytes, many: int) -> str:
    """The words among settings of a shape: 6 bytes each, then the long values in the same order."""
    at = 6 * many
    for number, size in struct.iter_unpack("<HI", settings[:at][: len(settings) // 6 * 6]):
        if number & 0x8000:
            if number & 0x3FFF == ART:
                return settings[at : at + size // 2 * 2].decode("utf-16-le", "replace").rstrip("\0")
            at += size
    return ""


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and contents of the records that follow one another in `data`."""
    return ((kind, inside) for kind, inside, _ in _counted(data))


def _counted(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """The same, with the number that the head of each gives besides."""
    at = 0
    while at + _HEAD.size <= len(data):
        first, kind, size = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        yield kind, data[at : at + size], first >> 4
        at += size
