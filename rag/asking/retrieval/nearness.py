"""How near the question articles are by their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rag.indexing.skim import Skimmed
from rag.ports import Vectors

LOWEST, RANGE = 0.75, 0.2
"""Cosines of the default model within one language lie between the lowest and so much more; as signs they go from 0 to
1. Between languages most lie below: a sign that stopped at 0 would tell no two of them apart."""

NEAREST = 3
"""Sentences that are near together say more than one that is near by chance."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """Of one article what `rag.asking.retrieval.screen.Signs` says under the same names; `passage` is its nearest."""

    passage: int
    nearest: float
    nearest_three: float
    throughout: float
    gist: float
    headline: float


def nearnesses(articles: Sequence[Skimmed], vector: Vectors) -> list[Nearness]:
    """One for each article, in their order; `vector` is the question's, of unit length."""
    import numpy as np

    if not articles:
        return []
    sentences = np.concatenate([a.vectors for a in articles]) @ vector
    near, gists = (((cosines - LOWEST) / RANGE).tolist() for cosines in (sentences, _gists(articles) @ vector))
    ends = list(accumulate(len(a.passages) for a in articles))
    return [
        _nearness(article, near[end - len(article.passages) : end], gist)
        for article, gist, end in zip(articles, gists, ends, strict=True)
    ]


def _nearness(article: Skimmed, near: Sequence[float], gist: float) -> Nearness:
    three = sorted(near, reverse=True)[:NEAREST]
    return Nearness(
        passage=article.passages[near.index(three[0])],
        nearest=three[0],
        nearest_three=sum(three) / len(three),
        throughout=sum(near) / len(near),
        gist=gist,
        headline=near[0],
    )


def _gists(articles: Sequence[Skimmed]) -> Vectors:
    """The direction of each whole article: that of its sentences together, a long one counting for more."""
    import numpy as np

    wholes = np.stack([np.array(list(map(len, a.texts)), np.float32) @ a.vectors for a in articles])
    return np.asarray(wholes / np.linalg.norm(wholes, axis=1, keepdims=True), np.float32)
