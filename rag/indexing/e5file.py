"""Read the packed weights of multilingual-e5-small: a header, a tokenizer, a normaliser table, named tensors."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import ModelError

if TYPE_CHECKING:
    import numpy as np

    from rag.ports import Vectors

MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share one scale; their nibbles lie in BLOCK / 2 bytes."""
ZERO_NIBBLE = 8
"""The nibble that stands for the weight 0."""
FLOAT32, NIBBLES = 0, 1


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of the encoder, as the header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The Unigram vocabulary: (piece, log probability) by id, and the ids of the special pieces."""

    scored: tuple[tuple[str, float], ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor lies in the file: kind of packing, number of weights, offset and length in bytes."""

    kind: int
    count: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class E5File:
    """The whole file. `normal` maps a character to what the tokenizer reads in its place."""

    data: bytes
    shape: Shape
    pieces: Pieces
    normal: dict[str, str]
    tensors: dict[str, Tensor]

    def weights(self, name: str) -> Vectors:
        """The tensor's weights as one flat float32 array."""
        import numpy as np

        tensor = self.tensors[name]
        raw = self.data[tensor.offset : tensor.offset + tensor.size]
        if tensor.kind == FLOAT32:
            return np.frombuffer(raw, "<f4").astype(np.float32)
        return _unpack(np.frombuffer(raw, np.uint8))


def read_e5(path: Path) -> E5File:
    """Parse the file; ModelError if it is not one of these, or cut short."""
    data = path.read_bytes()
    try:
        return _parse(data)
    except (struct.error, UnicodeDecodeError, ValueError) as error:
        raise ModelError(
            f"the weights in {path} cannot be read ({error})",
            "reinstall wenzheng",
        ) from error


def _parse(data: bytes) -> E5File:
    cursor = _Cursor(data)
    if cursor.take("4s")[0] != MAGIC:
        raise ValueError("no weights of multilingual-e5-small")
    measures = cursor.take("4x7if")  # four bytes are the format's version
    (block,) = cursor.take("i")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights")
    pieces = _pieces(cursor)
    normal = _normal(cursor)
    tensors = _tensors(cursor)
    if any(t.offset + t.size > len(data) for t in tensors.values()):
        raise ValueError("the file is cut short")
    return E5File(data, Shape(*measures), pieces, normal, tensors)


class _Cursor:
    """Walks through little-endian bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values


def _pieces(cursor: _Cursor) -> Pieces:
    count, bos, eos, pad, unk = cursor.take("5i")
    (length,) = cursor.take("Q")
    offsets = cursor.take(f"{count + 1}I")
    scores = cursor.take(f"{count}f")
    (blob,) = cursor.take(f"{length}s")
    texts = (blob[a:b].decode() for a, b in pairwise(offsets))
    return Pieces(tuple(zip(texts, scores, strict=True)), bos, eos, pad, unk)


def _normal(cursor: _Cursor) -> dict[str, str]:
    count, _size = cursor.take("iI")
    table = {}
    for _ in range(count):
        point, length = cursor.take("IB")
        table[chr(point)] = "".join(map(chr, cursor.take(f"{length}I")))
    return table


def _tensors(cursor: _Cursor) -> dict[str, Tensor]:
    table = {}
    for _ in range(cursor.take("i")[0]):
        (length,) = cursor.take("H")
        name = cursor.take(f"{length}s")[0].decode()
        table[name] = Tensor(*cursor.take("BIQQ"))
    return table


def _unpack(raw: np.ndarray[Any, np.dtype[np.uint8]]) -> Vectors:
    """Blocks of a float16 scale and 16 bytes; byte j holds weight j in its low, weight j + 16 in its high nibble."""
    import numpy as np

    blocks = raw.reshape(-1, 2 + BLOCK // 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - ZERO_NIBBLE) * scale).ravel()
