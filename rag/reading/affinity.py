"""How much the blocks of a page speak of the same thing: names and topic words need no dictionary."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.ports import Vectors

SHIFT = np.uint64(21)
"""Bits of a code point; two of them and a block's number fit into 64."""

BLOCKS = 1 << 20
"""Upper bound of blocks on a page, from the bits that are left."""


def bigram_vectors(texts: Sequence[str]) -> Vectors:
    """One row of unit length a text: its character pairs, each weighted by how few of the texts hold it.

    Shape (len(texts), number of different pairs). A text without letters has a row of zeros. Character pairs tell
    articles of a page apart better than a dictionary's words do: names and coinages are in no dictionary.
    """
    owner, column, count, width = _pairs(texts)
    holders = np.bincount(column, minlength=width)
    weight = (1 + np.log(count)) * np.log((len(texts) + 1) / holders[column])
    table = np.zeros((len(texts), width), dtype=np.float32)
    table[owner, column] = weight
    return np.asarray(table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def containment(texts: Sequence[str]) -> NDArray[np.float32]:
    """Share of the different character pairs of text i that text j holds too; shape (n, n), zero where i has none."""
    owner, column, _, width = _pairs(texts)
    table = np.zeros((len(texts), width), dtype=np.float32)
    table[owner, column] = 1
    own = table.sum(axis=1, keepdims=True)
    return np.asarray(table @ table.T / np.maximum(own, 1), dtype=np.float32)


def _pairs(texts: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64], int]:
    """(text, column, count) of every character pair, and the number of columns; only pairs of letters and digits."""
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
    return (cell // width).astype(np.intp), (cell % width).astype(np.intp), count.astype(np.float64), width


def _is_letter(codes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Han characters, and letters and digits of half and full width."""
    bounds = ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A), (0x3400, 0x9FFF), (0xFF10, 0xFF5A), (0x20000, 0x3FFFF))
    found = np.zeros(len(codes), dtype=np.bool_)
    for low, high in bounds:
        found |= (codes >= low) & (codes <= high)
    return found
