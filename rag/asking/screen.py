"""Which of the articles found promise an answer: a few signs of each, seen without reading it, with a learned weight.

The legs only nominate. Their ranks add nothing to what the nominated articles show by themselves (measured by
`tests/tuning/screening_weights.py`), and a leg that cannot read the question cannot harm it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from rag.asking.terms import Term, coverage, rarity, said
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
    weights, rare, held = _weights(query.language), _rarities(hints, articles), wholes or {}
    most = max(held.values(), default=1.0)
    found = [_weighed(a, _signs(query, about, rare, a, vector, held.get(a.key, 0.0) / most), weights) for a in articles]
    return sorted(found, key=lambda p: (-p.promise, p.article.key))


def pieces(question: str) -> tuple[Hint, ...]:
    """Every two characters of a Chinese question that stand together: a page may repeat its wording."""
    pairs = (question[i : i + 2] for i in range(len(question) - 1))
    return tuple((pair,) for pair in dict.fromkeys(pairs) if pair.isalnum())


def _weighed(article: Skimmed, signs: Signs, weights: Sequence[tuple[Callable[[Signs], float], float]]) -> Promising:
    return Promising(article, signs, sum(weight * value(signs) for value, weight in weights))


def _signs(
    query: Query, about: Sequence[Term], rare: Mapping[Hint, float], a: Skimmed, vector: Vectors, whole: float
) -> Signs:
    text, named = " ".join(a.texts), (*query.people, *query.places)
    nearest, second, *_ = *sorted((a.vectors @ vector).tolist(), reverse=True)[:2], 0.0
    return Signs(
        nearest=_near(nearest),
        second=_near(second if len(a.texts) > 1 else nearest),
        gist=_near(float(_gist(a) @ vector)),
        said=coverage(about, f"{text} {a.setting}"),
        said_at_once=_at_once(about, text, a.texts),
        hinted=_hinted(rare, text),
        hinted_at_once=_hinted_at_once(rare, text, a.texts),
        whole=whole,
        named=sum(n in text or n in a.setting for n in named) / len(named) if named else 0.0,
        within=float(a.key in query.within),
    )


def _at_once(about: Sequence[Term], text: str, texts: Sequence[str]) -> float:
    """The most that one sentence covers; terms that the whole text does not say need not be looked for in each."""
    whole = sum(t.weight for t in about)
    here = [t for t in about if said(t, text)]
    if not whole:
        return 1.0
    return max(sum(t.weight * said(t, sentence) for t in here) for sentence in texts) / whole if here else 0.0


def _hinted_at_once(rare: Mapping[Hint, float], text: str, texts: Sequence[str]) -> float:
    here = [(tuple(w for w in hint if w in text), r) for hint, r in rare.items()]
    here = [(words, r) for words, r in here if words]
    whole = sum(rare.values())
    if not here:
        return 0.0
    return max(sum(r for words, r in here if any(w in sentence for w in words)) for sentence in texts) / whole


def _rarities(hints: Sequence[Hint], articles: Sequence[Skimmed]) -> dict[Hint, float]:
    """How rare each hint is among these articles; what none of them holds tells nothing of any."""
    texts = [" ".join(a.texts) for a in articles]
    held = {hint: sum(any(w in t for w in hint) for t in texts) for hint in hints}
    return {hint: rarity(n, len(texts)) for hint, n in held.items() if n}


def _hinted(rare: Mapping[Hint, float], text: str) -> float:
    whole = sum(rare.values())
    return sum(r for hint, r in rare.items() if any(w in text for w in hint)) / whole if whole else 0.0


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
