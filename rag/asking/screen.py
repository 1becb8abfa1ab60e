"""Which of the articles found promise an answer: a few signs of each, seen without reading it, with a learned weight.

The legs only nominate. Their ranks add nothing to what the nominated articles show by themselves (measured by
`tests/tuning/screening_weights.py`), and a leg that cannot read the question cannot harm it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from operator import attrgetter

from rag.asking.spread import Spread
from rag.asking.terms import Term, coverage, rarity, said_where
from rag.indexing.skim import Key, Skimmed
from rag.ports import Vectors
from rag.records import Language, Query
from rag.tables import rows

LOWEST, RANGE = 0.75, 0.2
"""Cosines of the default model within one language lie between the lowest and so much more; as signs they go from 0 to
1. Between languages most lie below: a sign that stopped at 0 would tell no two of them apart."""

NEAREST = 3
"""Sentences that are near together say more than one that is near by chance."""

COLUMNS = (Language.ZH, Language.EN)
"""Languages of a question in the order of their weights in the table."""

Hint = tuple[str, ...]
"""Wordings any one of which an article may hold: a piece of the question, or what a word of it may be in Chinese."""


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


@dataclass(frozen=True, slots=True)
class _Look:
    """An article as one text, the wordings of each hint that it holds, and how near the question each sentence is.

    `gist` is how near all of it is, `whole` its BM25 by that of the best.
    """

    article: Skimmed
    spread: Spread
    held: Mapping[Hint, Sequence[str]]
    near: Sequence[float]
    gist: float
    whole: float


def screen(
    query: Query,
    about: Sequence[Term],
    hints: Sequence[Hint],
    articles: Sequence[Skimmed],
    vector: Vectors,
    wholes: Mapping[Key, float] | None = None,
) -> list[Promising]:
    """All of the articles, the most promising first; `vector` is the question's, of unit length.

    `wholes` is the BM25 of whole articles, of those that have any.
    """
    weights, bm25 = _weights(query.language), wholes or {}
    most = max(bm25.values(), default=1.0)
    looks = [_look(a, hints, vector, bm25.get(a.key, 0.0) / most) for a in articles]
    rare = _rarities(hints, looks)
    found = [_weighed(look, _signs(query, about, rare, look), weights) for look in looks]
    return sorted(found, key=lambda p: (-p.promise, p.article.key))


def pieces(question: str) -> tuple[Hint, ...]:
    """Every two characters of a Chinese question that stand together: a page may repeat its wording."""
    pairs = (question[i : i + 2] for i in range(len(question) - 1))
    return tuple((pair,) for pair in dict.fromkeys(pairs) if pair.isalnum())


def _weighed(look: _Look, signs: Signs, weights: Sequence[tuple[Callable[[Signs], float], float]]) -> Promising:
    passage = look.article.passages[look.near.index(signs.nearest)]
    return Promising(look.article, passage, signs, sum(weight * value(signs) for value, weight in weights))


def _look(article: Skimmed, hints: Sequence[Hint], vector: Vectors, whole: float) -> _Look:
    spread = Spread(article.texts)
    held = ((hint, [w for w in hint if w in spread.text]) for hint in hints)
    cosines = [*(article.vectors @ vector).tolist(), float(_gist(article) @ vector)]
    *near, gist = ((cosine - LOWEST) / RANGE for cosine in cosines)
    return _Look(article, spread, {hint: words for hint, words in held if words}, near, gist, whole)


def _rarities(hints: Sequence[Hint], looks: Sequence[_Look]) -> dict[Hint, float]:
    """How rare each hint is among these articles; what none of them holds tells nothing of any."""
    held = Counter(hint for look in looks for hint in look.held)
    return {hint: rarity(held[hint], len(looks)) for hint in hints if hint in held}


def _signs(query: Query, about: Sequence[Term], rare: Mapping[Hint, float], look: _Look) -> Signs:
    a, text, near, named = look.article, look.spread.text, look.near, (*query.people, *query.places)
    three = sorted(near, reverse=True)[:NEAREST]
    hinted, hinted_at_once = _hinted(rare, look)
    return Signs(
        nearest=three[0],
        nearest_three=sum(three) / len(three),
        throughout=sum(near) / len(near),
        gist=look.gist,
        headline=near[0],
        said=coverage(about, f"{text} {a.setting}"),
        said_at_once=_at_once(about, look.spread),
        hinted=hinted,
        hinted_at_once=hinted_at_once,
        headline_asked=_covered(a.texts[0], look.held.values()),
        whole=look.whole,
        named=sum(n in text or n in a.setting for n in named) / len(named) if named else 0.0,
        length=log(len(near)) / 5,
        within=float(a.key in query.within),
    )


def _at_once(about: Sequence[Term], spread: Spread) -> float:
    """The most that one sentence covers."""
    whole = sum(t.weight for t in about)
    covered = [0.0] * len(spread)
    for term in about:
        for place, degree in said_where(term, spread).items():
            covered[place] += term.weight * degree
    return max(covered) / whole if whole else 1.0


def _hinted(rare: Mapping[Hint, float], look: _Look) -> tuple[float, float]:
    """The share of the hints, by rarity, that the article holds, and the most that one sentence of it holds."""
    whole = sum(rare.values())
    held = [0.0] * len(look.spread)
    for hint, words in look.held.items():
        for place in {place for word in words for place in look.spread.holding(word)}:
            held[place] += rare[hint]
    return (sum(rare[hint] for hint in look.held) / whole, max(held) / whole) if whole else (0.0, 0.0)


def _covered(text: str, wordings: Iterable[Sequence[str]]) -> float:
    """The share of the text's characters that stand in a wording of several characters."""
    words = {w for own in wordings for w in own if len(w) > 1 and w in text}
    covered = {i for w in words for at in range(len(text)) if text.startswith(w, at) for i in range(at, at + len(w))}
    return len(covered) / len(text) if text else 0.0


def _gist(a: Skimmed) -> Vectors:
    """The direction of the whole article: that of its sentences together, a long one counting for more."""
    import numpy as np

    whole = np.asarray([len(t) for t in a.texts], np.float32) @ a.vectors
    return np.asarray(whole / np.linalg.norm(whole), np.float32)


@lru_cache(maxsize=len(Language))
def _weights(language: Language) -> tuple[tuple[Callable[[Signs], float], float], ...]:
    """How each sign is read, and its weight: between languages nearness says more and words less than within one."""
    column = COLUMNS.index(language)
    return tuple((attrgetter(name), float(weights[column])) for name, *weights in rows("screening.tsv"))
