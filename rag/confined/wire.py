"""What two processes tell each other through a pipe: a value that JSON knows, and bytes.

No objects: what a hostile file has made of the process that read it must not be run by the one that asked.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

LARGEST = 512 << 20
"""Bytes of either part of a message; whoever announces more is not listened to."""

_SIZES = struct.Struct(">QQ")


def tell(pipe: IO[bytes], said: object, data: bytes = b"") -> None:
    """Write a message. OSError where nobody reads any more."""
    words = json.dumps(said).encode("ascii")
    pipe.write(_SIZES.pack(len(words), len(data)))
    pipe.write(words)
    pipe.write(data)
    pipe.flush()


def heard(pipe: IO[bytes]) -> tuple[Any, bytes]:
    """Read a message. EOFError where it ends before its end, or is none."""
    sizes = _SIZES.unpack(_exactly(pipe, _SIZES.size))
    if max(sizes) > LARGEST:
        raise EOFError
    words, data = (_exactly(pipe, size) for size in sizes)
    try:
        return json.loads(words), data
    except (ValueError, RecursionError) as error:
        raise EOFError from error


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
