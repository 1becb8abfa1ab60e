"""A query to the articles that may answer it: by words, by meaning, by who is named; screened, then read whole."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from rag.answered import Rank
from rag.asked import Frame, Language
from rag.asking.matching.candidates import Candidate, candidate
from rag.asking.matching.terms import ALTERNATIVE, Term
from rag.asking.matching.types import Reach, type_of
from rag.asking.retrieval.fuse import reciprocal_rank_fusion
from rag.asking.retrieval.screen import Promising, screen
from rag.asking.retrieval.shelf import Shelf
from rag.indexing import Indexes, lookup
from rag.indexing.skim import skim
from rag.ports import Scored, Vectors

DEPTH = 100
"""Passages taken from each leg: enough that the article is in one of them for all but a few questions."""

SCREENED = 40
READ = 8
"""Articles that are screened, and of these the ones whose sentences are judged."""

EVERY = 600
"""Articles that are all screened where no others are asked of, whether or not a leg finds them."""

DEEPEST = 20_000
"""Passages taken from each leg at most where only some articles are asked of."""

HOLDERS = 24
"""Articles read for who held an office: any of them may print it, and offices change hands."""

ACCOUNTED = 60
"""Articles read at most for somebody's timeline."""

_ASIDE = ThreadPoolExecutor(os.cpu_count(), "meaning")
"""Where a question is encoded and its vector searched for while its words are: SQLite, torch and FAISS all let other
threads run meanwhile."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The question's vector, what each leg said by passage id, and the articles it put in play, best first."""

    vector: Vectors
    ranks: Mapping[int, tuple[Rank, ...]]
    articles: Sequence[Promising]


def look(query: Frame, about: Sequence[Term], indexes: Indexes, among: Collection[int] | None = None) -> Seen:
    """What the legs nominate, screened but not read; of `among`, ids of articles, alone where that is given.

    A sentence is then weighed by the rank that it has among all others, as it would be if these were asked of too.
    """
    deeper = _deeper(indexes, among)
    meaning = _ASIDE.submit(_by_meaning, query, indexes, DEPTH * deeper)
    words, wholes = _by_words(query, indexes, DEPTH * deeper), indexes.wholes(_wording(query), SCREENED * deeper)
    best = [article for article in wholes if among is None or article in among][:SCREENED]
    whole = skim(indexes.store, best)
    vector, near = meaning.result()
    legs = {name: hits for name, hits in (("lexical", words), ("dense", near)) if hits}
    taken = set(best)
    other = skim(indexes.store, [a for a in _nominated(query, legs, indexes, among) if a not in taken])
    return Seen(
        vector, _ranks(legs), screen(query, about, query.wording.sought.hints, [*other, *whole], vector, wholes)
    )


def _deeper(indexes: Indexes, among: Collection[int] | None) -> int:
    """How many times as deep the legs are searched, so that they find as much in a part of the articles as in all of them."""
    if among is None or len(among) <= EVERY:
        return 1
    return min(-(-indexes.store.count("articles") // len(among)), DEEPEST // DEPTH)


def read(query: Frame, seen: Seen, shelf: Shelf) -> list[Candidate]:
    """The articles that promise most, best first, each with all of its passages."""
    taken = (_candidate(p, seen, shelf) for p in seen.articles[: _breadth(query)])
    return [c for c in taken if c]


def _nominated(
    query: Frame, legs: Mapping[str, Sequence[Scored]], indexes: Indexes, among: Collection[int] | None
) -> list[int]:
    """Ids of articles worth a look: what the turn before was about, the best of the legs, who is named; each of a few that
    alone are asked of."""
    if among is not None and len(among) <= EVERY:
        return sorted(among)
    homes = lookup.homes(indexes.store, sorted({i for hits in legs.values() for i, _ in hits}))
    if among is not None:
        homes = {passage: article for passage, article in homes.items() if article in among}
    best = [article for article, _ in _articles(legs, homes)[:SCREENED]]
    before = [a for a in lookup.articles_at(indexes.store, query.within) if among is None or a in among]
    return [*before, *best, *_named(query, indexes, among)]


def _wording(query: Frame) -> tuple[str, ...]:
    """What whole articles are searched for: the question as it is put, and the words it was taken to mean."""
    return (*query.wording.sought.whole, *query.words)


def _breadth(query: Frame) -> int:
    reach = type_of(query).reach
    if reach is Reach.HOLDERS and not query.people:
        return HOLDERS
    return ACCOUNTED if reach is Reach.CORPUS else READ


def _by_meaning(query: Frame, indexes: Indexes, depth: int) -> tuple[Vectors, list[Scored]]:
    """The question's vector, and the passages nearest to it."""
    vector: Vectors = indexes.encoder.queries([put(query)])[0]
    return vector, indexes.dense.search(vector, depth)


def put(query: Frame) -> str:
    """The question as it is encoded: an English one behind its names and words in Chinese."""
    sought = query.wording.sought
    if query.language is not Language.EN:
        return sought.encoded
    names = "".join(word.replace(ALTERNATIVE, "") for word in query.words if word not in sought.rendered)
    return names + sought.encoded


def _by_words(query: Frame, indexes: Indexes, depth: int) -> list[Scored]:
    """A leg that cannot read the question does not vote: no words, no lexical leg."""
    words = indexes.words.cut(" ".join(query.words).replace(ALTERNATIVE, " "))
    return indexes.lexical.search(words, depth) if words else []


def _ranks(legs: Mapping[str, Sequence[Scored]]) -> dict[int, tuple[Rank, ...]]:
    found: dict[int, list[Rank]] = defaultdict(list)
    for leg, hits in legs.items():
        for rank, (passage, score) in enumerate(hits, start=1):
            found[passage].append(Rank(leg, rank, score))
    return {passage: tuple(ranks) for passage, ranks in found.items()}


def _articles(legs: Mapping[str, Sequence[Scored]], homes: Mapping[int, int]) -> list[tuple[int, float]]:
    """Articles by the best passage of each leg."""
    rankings = {leg: list(dict.fromkeys(homes[i] for i, _ in hits if i in homes)) for leg, hits in legs.items()}
    return reciprocal_rank_fusion(rankings)


def _named(query: Frame, indexes: Indexes, among: Collection[int] | None) -> Iterable[int]:
    """Articles with an event of somebody the question names, newest page last; only where a list is asked for."""
    if type_of(query).reach is not Reach.CORPUS:
        return ()
    return lookup.articles_of_people(indexes.store, query.people, ACCOUNTED, among)


def _candidate(promising: Promising, seen: Seen, shelf: Shelf) -> Candidate | None:
    """None where the article was deleted since it was skimmed."""
    article = promising.article
    taken = shelf.take(*article.key)
    if taken is None:
        return None
    likeness = dict(zip(article.passages, (article.vectors @ seen.vector).tolist(), strict=True))
    return candidate(*taken, likeness, seen.ranks, promising.promise)
