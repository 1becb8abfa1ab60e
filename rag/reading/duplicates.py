"""Fragments of an article that are printed a second time."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from rag.reading.affinity import containment
from rag.reading.blocks import Block
from rag.reading.cues import has_cue

SHORTEST = 24
"""Characters. Shorter repetitions are credits and notices, of which every article has its own."""

SAME = 0.9
"""Share of a fragment's character pairs that its twin must hold: copies differ by a slip or a lost line."""

NOTICE = 3
"""Times that a fragment is repeated if it is a notice at the foot of each article, not a slip of extraction."""

LONGER = 1.1
"""A twin this much longer is the whole of which the other is a piece."""


MOST_RUNS = 8
"""Repeated runs whose two places are both tried; a page with more is a list or a form, not news."""


def find_duplicates(blocks: Sequence[Block]) -> dict[int, int]:
    """Repeated block -> the block that is kept: the fuller one, of equals the earlier."""
    long = [i for i, b in enumerate(blocks) if len(b.text) >= SHORTEST and not has_cue("notice", b.text)]
    if len(long) < 2:
        return {}
    shared = containment([blocks[i].text for i in long])
    np.fill_diagonal(shared, 0)
    found: dict[int, int] = {}
    for a, b in zip(*np.nonzero(shared >= SAME), strict=True):
        piece, whole = long[int(a)], long[int(b)]
        if piece not in found and whole not in found and _is_copy(blocks, piece, whole):
            found[piece] = whole
    times = Counter(found.values())
    return {piece: whole for piece, whole in found.items() if times[whole] < NOTICE}


def _is_copy(blocks: Sequence[Block], piece: int, whole: int) -> bool:
    one, other = len(blocks[piece].text), len(blocks[whole].text)
    return other > one * LONGER or (one <= other * LONGER and piece > whole)


def orders(kept: Sequence[int], copies: Mapping[int, int]) -> Iterator[list[int]]:
    """Orders in which the kept blocks may be read: as they stand, and with a run of them where its copy stands.

    A fragment printed twice has two places on the page, and either may be the one where it reads on.
    """
    yield list(kept)
    for run in _runs(copies):
        moved = [copies[copy] for copy in run]
        rest = [i for i in kept if i not in moved]
        at = bisect_left(rest, run[0])
        yield rest[:at] + moved + rest[at:]


def _runs(copies: Mapping[int, int]) -> list[list[int]]:
    """Copies that stand one after another, as their originals do."""
    runs: list[list[int]] = []
    for copy in sorted(copies):
        if runs and copy == runs[-1][-1] + 1 and copies[copy] == copies[runs[-1][-1]] + 1:
            runs[-1].append(copy)
        else:
            runs.append([copy])
    return runs[:MOST_RUNS]
