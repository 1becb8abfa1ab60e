"""Which of the articles found promise an answer: a few signs of each, seen without reading it, with a learned weight.

The legs only nominate. Their ranks add nothing to what the nominated articles show by themselves (measured by
`tests/tuning/screening_weights.py`), and a leg that cannot read the question cannot harm it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from operator import attrgetter

from rag.asked import Frame, Hint, Language
from rag.asking.matching.spread import Sheaf
from rag.asking.matching.terms import Term
from rag.asking.retrieval.nearness import Nearness, nearnesses
from rag.asking.retrieval.sayings import Saying, sayings
from rag.indexing.skim import Skimmed
from rag.ports import Vectors
from rag.tables import rows

COLUMNS = (Language.ZH, Language.EN)
"""Languages of a question in the order of their weights in the table."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an article, most between 0 and 1; the headline is its first sentence where it has none.

    nearest, nearest_three, throughout, gist, headline: how near the question its nearest sentence is, the three nearest
        and all of them on average, all of it as one text, and the headline
    said, said_at_once: how much of what is asked about it says, and says in one sentence
    hinted, hinted_at_once: the same of the hints
    headline_asked: how much of the headline the hints are
    whole: how much of the question's wording it holds, measured by the article that holds most (BM25)
    named: how many of the people and places asked about it names
    length: the logarithm of how many sentences it has, in fifths
    within: whether the turn before was about it
    """

    nearest: float
    nearest_three: float
    throughout: float
    gist: float
    headline: float
    said: float
    said_at_once: float
    hinted: float
    hinted_at_once: float
    headline_asked: float
    whole: float
    named: float
    length: float
    within: float


@dataclass(frozen=True, slots=True)
class Promising:
    """An article, the passage of it that is nearest the question, its signs, and what they come to as a log-odds."""

    article: Skimmed
    passage: int
    signs: Signs
    promise: float


def screen(
    query: Frame,
    about: Sequence[Term],
    hints: Sequence[Hint],
    articles: Sequence[Skimmed],
    vector: Vectors,
    wholes: Mapping[int, float] | None = None,
) -> list[Promising]:
    """All of the articles, the most promising first; `vector` is the question's, of unit length.

    `wholes` is the BM25 of whole articles by id, of those that have any.
    """
    bm25 = wholes or {}
    most = max(bm25.values(), default=1.0)
    told = sayings(query, about, hints, Sheaf([a.texts for a in articles], [a.setting for a in articles]))
    found = [
        _weighed(
            article, near, _signs(query, article, near, saying, bm25.get(article.article, 0.0) / most), query.language
        )
        for article, near, saying in zip(articles, nearnesses(articles, vector), told, strict=True)
    ]
    return sorted(found, key=lambda p: (-p.promise, p.article.key))


def _weighed(article: Skimmed, near: Nearness, signs: Signs, language: Language) -> Promising:
    return Promising(article, near.passage, signs, sum(weight * value(signs) for value, weight in _weights(language)))


def _signs(query: Frame, article: Skimmed, near: Nearness, saying: Saying, whole: float) -> Signs:
    return Signs(
        nearest=near.nearest,
        nearest_three=near.nearest_three,
        throughout=near.throughout,
        gist=near.gist,
        headline=near.headline,
        said=saying.said,
        said_at_once=saying.said_at_once,
        hinted=saying.hinted,
        hinted_at_once=saying.hinted_at_once,
        headline_asked=saying.headline_asked,
        whole=whole,
        named=saying.named,
        length=log(len(article.passages)) / 5,
        within=float(article.key in query.within),
    )


@lru_cache(maxsize=len(Language))
def _weights(language: Language) -> tuple[tuple[Callable[[Signs], float], float], ...]:
    """How each sign is read, and its weight: between languages nearness says more and words less than within one."""
    column = COLUMNS.index(language)
    return tuple((attrgetter(name), float(weights[column])) for name, *weights in rows("screening.tsv"))
