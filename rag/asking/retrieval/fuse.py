"""Several rankings into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = 60
"""The constant of reciprocal rank fusion as its authors chose it: a first place is worth little more than a third."""

T = TypeVar("T", bound=Hashable)


def reciprocal_rank_fusion(rankings: Mapping[str, Sequence[T]]) -> list[tuple[T, float]]:
    """Items with the sum of 1 / (K + rank) over the legs that found them, best first (Cormack et al., SIGIR 2009)."""
    scores: dict[T, float] = defaultdict(float)
    for ranking in rankings.values():
        for rank, item in enumerate(ranking, start=1):
            scores[item] += 1 / (K + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
