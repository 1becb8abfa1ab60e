"""Blocks into articles: for every block which one it follows, so that the page as a whole is likeliest."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Link = tuple[int, int]


def best_links(scores: NDArray[np.float32]) -> list[Link]:
    """Links (before, after) of the greatest total score; each block follows at most one and is followed by one.

    Only pairs of positive score are linked. This is the assignment problem, solved exactly.
    """
    from scipy.optimize import linear_sum_assignment

    before, after = linear_sum_assignment(np.maximum(scores, 0), maximize=True)
    chosen = [(int(i), int(j)) for i, j in zip(before, after, strict=True) if scores[i, j] > 0]
    return _without_cycles(chosen, scores)


def chains(count: int, links: list[Link]) -> list[list[int]]:
    """The blocks 0 to count - 1 strung together by the links, in order of each chain's first block in reading."""
    following = dict(links)
    starts = sorted(set(range(count)) - set(following.values()))
    return [list(_walk(start, following)) for start in starts]


def _walk(start: int, following: dict[int, int]) -> Iterator[int]:
    at: int | None = start
    while at is not None:
        yield at
        at = following.get(at)


def _without_cycles(links: list[Link], scores: NDArray[np.float32]) -> list[Link]:
    """Where links go round in a circle, the weakest of them is given up."""
    following, seen = dict(links), set[int]()
    for start, _ in links:
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in seen:
            seen.add(at)
            path.append(at)
            at = following.get(at)
        if at in path:
            ring = path[path.index(at) :]
            weakest = min(ring, key=lambda i: scores[i, following[i]])
            del following[weakest]
    return list(following.items())
