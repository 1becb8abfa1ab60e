"""A query to the articles that may answer it: by words, by meaning, by who is named; fused, then read whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rag.asking.candidates import Candidate, candidate
from rag.asking.fuse import reciprocal_rank_fusion
from rag.asking.shelf import Shelf
from rag.asking.terms import ALTERNATIVE, Term, coverage
from rag.indexing import Indexes, lookup
from rag.ports import Scored, Vectors
from rag.records import Asks, Query, Rank

DEPTH = 100
"""Passages taken from each leg: enough that the article is in one of them for all but a few questions."""

SCREENED = 24
READ = 8
"""Articles whose text is looked at, and of these the ones whose sentences are judged."""

ACCOUNTED = 60
"""Articles read at most for somebody's timeline."""

Key = tuple[str, int]


def retrieve(query: Query, about: Sequence[Term], indexes: Indexes, shelf: Shelf) -> list[Candidate]:
    """Articles in play, best first, each with all of its passages."""
    vector = indexes.encoder.queries([query.question])[0]
    legs = {name: hits for name, hits in _legs(query, indexes, vector).items() if hits}
    homes = lookup.homes(indexes.store, sorted({i for hits in legs.values() for i, _ in hits}))
    ranks = _ranks(legs)
    order = _articles(legs, homes)
    keys = list(dict.fromkeys([*query.within, *(key for key, _ in order[:SCREENED]), *_named(query, indexes)]))
    read = [c for key in keys if (c := _candidate(key, indexes, shelf, vector, ranks))]
    fused = dict(order)
    return sorted(read, key=lambda c: -_promise(c, query, about, fused))[: _breadth(query)]


def _breadth(query: Query) -> int:
    return ACCOUNTED if query.asks in (Asks.TIMELINE, Asks.COUNT) else READ


def _legs(query: Query, indexes: Indexes, vector: Vectors) -> dict[str, list[Scored]]:
    """A leg that cannot read the question does not vote: no words, no lexical leg."""
    words = indexes.words.cut(" ".join(query.words).replace(ALTERNATIVE, " "))
    return {
        "lexical": indexes.lexical.search(words, DEPTH) if words else [],
        "dense": indexes.dense.search(vector, DEPTH),
    }


def _ranks(legs: Mapping[str, Sequence[Scored]]) -> dict[int, tuple[Rank, ...]]:
    found: dict[int, list[Rank]] = defaultdict(list)
    for leg, hits in legs.items():
        for rank, (passage, score) in enumerate(hits, start=1):
            found[passage].append(Rank(leg, rank, score))
    return {passage: tuple(ranks) for passage, ranks in found.items()}


def _articles(legs: Mapping[str, Sequence[Scored]], homes: Mapping[int, Key]) -> list[tuple[Key, float]]:
    """Articles by the best passage of each leg."""
    rankings = {leg: list(dict.fromkeys(homes[i] for i, _ in hits if i in homes)) for leg, hits in legs.items()}
    return reciprocal_rank_fusion(rankings)


def _named(query: Query, indexes: Indexes) -> Iterable[Key]:
    """Articles with an event of somebody the question names, newest page last; only where a list is asked for."""
    if query.asks not in (Asks.TIMELINE, Asks.COUNT):
        return ()
    return lookup.articles_of_people(indexes.store, query.people, ACCOUNTED)


def _candidate(
    key: Key, indexes: Indexes, shelf: Shelf, vector: Vectors, ranks: Mapping[int, tuple[Rank, ...]]
) -> Candidate | None:
    """None where the article was deleted since the legs were asked."""
    taken = shelf.take(*key)
    if taken is None:
        return None
    reading, passages = taken
    likeness = lookup.likeness(indexes.store, [p.id for p in passages], vector)
    return candidate(reading, passages, likeness, ranks)


def _promise(c: Candidate, query: Query, about: Sequence[Term], fused: Mapping[Key, float]) -> float:
    place = f"{c.text} {c.reading.understood.city} {c.reading.page.newspaper}"
    people = sum(p in c.text for p in query.people) / len(query.people) if query.people else 0.0
    return coverage(about, place) + people + 20 * fused.get(c.key, 0.0) + 4 * (c.key in query.within)
