"""Which of the articles found promise an answer: a few signs of each, seen without reading it, with a learned weight.

The legs only nominate. Their ranks add nothing to what the nominated articles show by themselves (measured by
`tests/tuning/screening_weights.py`), and a leg that cannot read the question cannot harm it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from rag.asking.spread import Spread
from rag.asking.terms import Term, coverage, rarity, said_where
from rag.indexing.skim import Key, Skimmed
from rag.ports import Vectors
from rag.records import Language, Query
from rag.tables import rows

LOWEST, RANGE = 0.75, 0.2
"""Cosines of the default model lie between the lowest and so much more; as signs they go from 0 to 1."""

COLUMNS = (Language.ZH, Language.EN)
"""Languages of a question in the order of their weights in the table."""

Hint = tuple[str, ...]
"""Wordings any one of which an article may hold: a piece of the question, or what a word of it may be in Chinese."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for an article, most between 0 and 1.

    How near its nearest sentence is, the next, and all of it together; how much of what is asked about it says, and
    says in one sentence; the same of the hints; how much of the question's wording the whole of it holds, measured by the
    article that holds most (BM25); how many of the people and places asked about it names; whether the turn before
    was about it.
    """

    nearest: float
    second: float
    gist: float
    said: float
    said_at_once: float
    hinted: float
    hinted_at_once: float
    whole: float
    named: float
    within: float


@dataclass(frozen=True, slots=True)
class Promising:
    """An article with its signs and what they come to; `promise` is on the scale of a log-odds."""

    article: Skimmed
    signs: Signs
    promise: float


@dataclass(frozen=True, slots=True)
class _Look:
    """An article as one text, and of each hint that it holds the wordings."""

    article: Skimmed
    spread: Spread
    held: Mapping[Hint, Sequence[str]]


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
    looks = [_look(a, hints) for a in articles]
    rare = _rarities(hints, looks)
    found = [
        _weighed(k.article, _signs(query, about, rare, k, vector, bm25.get(k.article.key, 0.0) / most), weights)
        for k in looks
    ]
    return sorted(found, key=lambda p: (-p.promise, p.article.key))


def pieces(question: str) -> tuple[Hint, ...]:
    """Every two characters of a Chinese question that stand together: a page may repeat its wording."""
    pairs = (question[i : i + 2] for i in range(len(question) - 1))
    return tuple((pair,) for pair in dict.fromkeys(pairs) if pair.isalnum())


def _weighed(article: Skimmed, signs: Signs, weights: Sequence[tuple[Callable[[Signs], float], float]]) -> Promising:
    return Promising(article, signs, sum(weight * value(signs) for value, weight in weights))


def _look(article: Skimmed, hints: Sequence[Hint]) -> _Look:
    spread = Spread(article.texts)
    held = ((hint, [w for w in hint if w in spread.text]) for hint in hints)
    return _Look(article, spread, {hint: words for hint, words in held if words})


def _rarities(hints: Sequence[Hint], looks: Sequence[_Look]) -> dict[Hint, float]:
    """How rare each hint is among these articles; what none of them holds tells nothing of any."""
    held = Counter(hint for look in looks for hint in look.held)
    return {hint: rarity(held[hint], len(looks)) for hint in hints if hint in held}


def _signs(
    query: Query, about: Sequence[Term], rare: Mapping[Hint, float], look: _Look, vector: Vectors, whole: float
) -> Signs:
    a, text, named = look.article, look.spread.text, (*query.people, *query.places)
    nearest, second, *_ = *sorted((a.vectors @ vector).tolist(), reverse=True)[:2], 0.0
    hinted, hinted_at_once = _hinted(rare, look)
    return Signs(
        nearest=_near(nearest),
        second=_near(second if len(a.texts) > 1 else nearest),
        gist=_near(float(_gist(a) @ vector)),
        said=coverage(about, f"{text} {a.setting}"),
        said_at_once=_at_once(about, look.spread),
        hinted=hinted,
        hinted_at_once=hinted_at_once,
        whole=whole,
        named=sum(n in text or n in a.setting for n in named) / len(named) if named else 0.0,
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


def _gist(a: Skimmed) -> Vectors:
    """The direction of the whole article: that of its sentences together, a long one counting for more."""
    import numpy as np

    whole = np.asarray([len(t) for t in a.texts], np.float32) @ a.vectors
    return np.asarray(whole / np.linalg.norm(whole), np.float32)


def _near(cosine: float) -> float:
    return min(max((cosine - LOWEST) / RANGE, 0.0), 1.0)


@lru_cache(maxsize=len(Language))
def _weights(language: Language) -> tuple[tuple[Callable[[Signs], float], float], ...]:
    """How each sign is read, and its weight: between languages nearness says more and words less than within one."""
    column = COLUMNS.index(language)
    return tuple((attrgetter(name), float(weights[column])) for name, *weights in rows("screening.tsv"))
