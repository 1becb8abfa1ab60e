"""How much the blocks of a page speak of the same thing: names and topic words need no dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

SHIFT = np.uint64(21)
"""Bits of a code point; two of them fit into 64."""

TINY = 1e-9
"""Keeps the length of a text without letters from being zero."""

Square = NDArray[np.float32]


def cosines(texts: Sequence[str]) -> Square:
    """How alike the texts are, 0 to 1, by the character pairs they share, those that few of them hold counting most.

    Shape (n, n); a text without letters is like none. Character pairs tell articles of a page apart better than a
    dictionary's words do: names and coinages are in no dictionary.
    """
    return _cosines(tuple(texts))


@lru_cache(maxsize=4)
def _cosines(texts: tuple[str, ...]) -> Square:
    """The same, kept for the next ways to read the same blocks; nobody writes into it."""
    cells = _pairs(texts)
    holders = np.bincount(cells.column, minlength=cells.width)
    weight = (1 + np.log(cells.count)) * np.log((len(texts) + 1) / holders[cells.column])
    shared = _shared(cells, weight, len(texts))
    length = np.sqrt(np.diag(shared)) + TINY
    alike = np.asarray(shared / length[:, None] / length[None, :], dtype=np.float32)
    alike.flags.writeable = False
    return alike


def containment(texts: Sequence[str]) -> Square:
    """Share of the different character pairs of text i that text j holds too; shape (n, n), zero where i has none."""
    cells = _pairs(texts)
    shared = _shared(cells, np.ones_like(cells.count), len(texts))
    return np.asarray(shared / np.maximum(np.diag(shared), 1)[:, None], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Text, column and count of each different character pair in each text; `width` columns in all."""

    text: NDArray[np.int64]
    column: NDArray[np.int64]
    count: NDArray[np.float64]
    width: int


def _shared(cells: _Cells, weight: NDArray[np.float64], rows: int) -> NDArray[np.float64]:
    """Inner products of the texts as rows of weights. Sparse: few pairs stand in more than one text."""
    from scipy.sparse import csr_array

    table = csr_array((weight, (cells.text, cells.column)), shape=(rows, cells.width))
    return np.asarray((table @ table.T).toarray())


def _pairs(texts: Sequence[str]) -> _Cells:
    """The character pairs of the texts; only those of two letters or digits."""
    codes = np.frombuffer("\n".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    lengths = [len(t) + 1 for t in texts]
    number = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)[: len(codes)]
    letter = _is_letter(codes)
    keep = letter[:-1] & letter[1:]
    both = (codes[:-1] << SHIFT | codes[1:])[keep]
    unique, column = np.unique(both, return_inverse=True)
    cell, count = np.unique(
        number[:-1][keep] * np.uint64(max(len(unique), 1)) + column.astype(np.uint64), return_counts=True
    )
    width = max(len(unique), 1)
    return _Cells((cell // width).astype(np.int64), (cell % width).astype(np.int64), count.astype(np.float64), width)


def _is_letter(codes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Han characters, and letters and digits of half and full width."""
    bounds = ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0x3400, 0x9FFF), (0xFF10, 0xFF5A), (0x20000, 0x3FFFF))
    found = np.zeros(len(codes), dtype=np.bool_)
    for low, high in bounds:
        found |= (codes >= low) & (codes <= high)
    return found
