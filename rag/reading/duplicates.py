"""Fragments of an article that are printed a second time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rag.reading.affinity import containment
from rag.reading.blocks import Block

SHORTEST = 24
"""Characters. Shorter repetitions are credits and notices, of which every article has its own."""

SAME = 0.9
"""Share of a fragment's character pairs that its twin must hold: copies differ by a slip or a lost line."""

LONGER = 1.1
"""A twin this much longer is the whole of which the other is a piece."""


def find_duplicates(blocks: Sequence[Block]) -> dict[int, int]:
    """Repeated block -> the block that is kept: the fuller one, of equals the earlier."""
    long = [i for i, b in enumerate(blocks) if len(b.text) >= SHORTEST]
    if len(long) < 2:
        return {}
    shared = containment([blocks[i].text for i in long])
    np.fill_diagonal(shared, 0)
    found: dict[int, int] = {}
    for a, b in zip(*np.nonzero(shared >= SAME), strict=True):
        piece, whole = long[int(a)], long[int(b)]
        if piece not in found and whole not in found and _is_copy(blocks, piece, whole):
            found[piece] = whole
    return found


def _is_copy(blocks: Sequence[Block], piece: int, whole: int) -> bool:
    one, other = len(blocks[piece].text), len(blocks[whole].text)
    return other > one * LONGER or (one <= other * LONGER and piece > whole)
