"""Streams of a PDF that unpack to an absurd size: they are found before a library unpacks them whole."""

from __future__ import annotations

import re
import zlib

LARGEST = 256 * 1024 * 1024
"""Bytes that one stream may unpack to. The words of a newspaper page need a thousandth."""

RATIO = 1032
"""Bytes that one byte of such a stream unpacks to at most."""

STEP = 4 * 1024 * 1024
"""Bytes unpacked at a time; none are kept."""

_STREAM = re.compile(rb"(?<!end)stream\r?\n(?=[\x08-\x78])")


def unpacks_too_large(data: bytes) -> bool:
    """Whether a stream of the file unpacks to more than LARGEST bytes."""
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        if (end - found.end()) * RATIO > LARGEST and _size(data[found.end() : end]) > LARGEST:
            return True
    return False


def _size(packed: bytes) -> int:
    """How many bytes a stream unpacks to, counted until it is too many or breaks off."""
    unpacker, size = zlib.decompressobj(), 0
    try:
        while packed and size <= LARGEST and not unpacker.eof:
            size += len(unpacker.decompress(packed, STEP))
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
