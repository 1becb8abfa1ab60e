"""What each way of searching found for a question, for whoever wants to see why an answer came out as it did."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import Any, cast

from rag.answered import Hit, Rank, Searched
from rag.asked import Frame
from rag.asking import turn
from rag.asking.live import View
from rag.indexing import ledger, lookup, within
from rag.listings import Leg, Lookup, Order, Wanted
from rag.ports import DenseIndex, LexicalIndex, Scored
from rag.records import Event, Passage, Period
from rag.spans import overlap
from rag.time import has_year, period_contains

WORDS, MEANING = "lexical", "dense"
"""What the legs of retrieval are called in a Rank."""


def look_up(view: View, question: str, history: Sequence[str], limit: int) -> Lookup:
    """Legs events, words, meaning, screened and judged, at most `limit` passages each, none of which lies outside the scope of
    the view. QuestionError as for an answer."""
    frames = turn.readings(view, question, history)
    began = time.perf_counter()
    words, meaning = _Watched(view.indexes.lexical), _Watched(view.indexes.dense)
    watched = replace(view.indexes, lexical=cast(LexicalIndex, words), dense=cast(DenseIndex, meaning))
    _, found = turn.findings(View(watched, view.tools, view.reader, view.shelf, view.scope, view.among), frames)
    ranks = _ranks({WORDS: words.found, MEANING: meaning.found})
    took = 1000 * (time.perf_counter() - began)
    screened = sorted(((p.passage, p.promise) for f in found for p in f.screened), key=lambda hit: -hit[1])
    best = sorted((j for f in found for j in f.judged), key=lambda j: -j.score)[:limit]
    legs = (
        _events(view, [f.query for f in found], limit),
        Leg("words", _hits(view, _within(view, words.found)[:limit], ranks), words.milliseconds),
        Leg("meaning", _hits(view, _within(view, meaning.found)[:limit], ranks), meaning.milliseconds),
        Leg("screened", _hits(view, screened[:limit], ranks)),
        Leg("judged", tuple(Hit(j.passage, j.score, ranks.get(j.passage.id, ()), j.answers) for j in best), took),
    )
    return Lookup(found[0].query, legs, took, view.scope)


class _Watched:
    """An index that keeps what it found, and how long that took."""

    def __init__(self, index: LexicalIndex | DenseIndex) -> None:
        self._index = index
        self.found: list[Scored] = []
        self.milliseconds = 0.0

    def search(self, wanted: Any, k: int) -> list[Scored]:
        began = time.perf_counter()
        found = self._index.search(wanted, k)
        self.milliseconds += 1000 * (time.perf_counter() - began)
        self.found += found
        return found


def _ranks(found: dict[str, list[Scored]]) -> dict[int, tuple[Rank, ...]]:
    ranks: dict[int, tuple[Rank, ...]] = {}
    for leg, hits in found.items():
        for rank, (passage, score) in enumerate(hits, start=1):
            ranks[passage] = (*ranks.get(passage, ()), Rank(leg, rank, score))
    return ranks


def _within(view: View, found: Sequence[Scored]) -> Sequence[Scored]:
    """Those of the articles that are looked at: the legs themselves search all."""
    if view.among is None:
        return found
    homes = lookup.homes(view.indexes.store, sorted({i for i, _ in found}))
    return [(i, score) for i, score in found if homes.get(i) in view.among]


def _hits(view: View, found: Sequence[Scored], ranks: dict[int, tuple[Rank, ...]]) -> tuple[Hit, ...]:
    """Those that are still there, in their order."""
    passages = view.indexes.store.passages([i for i, _ in found])
    return tuple(Hit(passages[i], score, ranks.get(i, ())) for i, score in found if i in passages)


def _events(view: View, queries: Sequence[Frame], limit: int) -> Leg:
    """The newest deeds of the people, kind, place and period that each part asks about; none where it names nothing."""
    began = time.perf_counter()
    wanted = [w for query in queries for w in _wanted(query, view.searched()) if w != Wanted()]
    if view.among is not None:
        pages = tuple(within.pages_of(view.indexes.store, view.among))
        wanted = [replace(w, pages=pages) for w in wanted if pages]
    deeds = (d for w in wanted for d in ledger.deeds(view.indexes.store, w, Order.NEWEST, 0, limit).deeds)
    told = list(islice(_unlike(_telling(view, deed.event) for deed in deeds), limit))
    hits = tuple(Hit(p, 1.0, (Rank("events", n, 1.0),)) for n, p in enumerate(told, start=1))
    return Leg("events", hits, 1000 * (time.perf_counter() - began))


def _unlike(found: Iterator[Passage | None]) -> Iterator[Passage]:
    """Each passage once."""
    seen: set[int] = set()
    for passage in found:
        if passage and passage.id not in seen:
            seen.add(passage.id)
            yield passage


def _wanted(query: Frame, searched: Searched) -> Iterator[Wanted]:
    """What is wanted of the events, for each stretch of days that is meant; nothing on a day that never was."""
    if query.impossible:
        return
    named = Wanted(
        person=query.people[0] if query.people else "",
        where=query.places[0] if query.places else "",
        activity=query.activities[0] if len(query.activities) == 1 else None,
    )
    for first, last in _stretches(query.periods[0], searched) if query.periods else ((None, None),):
        yield replace(named, since=first, until=last)


def _stretches(period: Period, searched: Searched) -> Iterator[tuple[str, str]]:
    """The period; where the question tells no year (5月6日, 6日, 周一, 端午), those days of the time the pages are of, the
    newest first, days that follow each other as one stretch."""
    if has_year(period):
        yield period.first, period.last
        return
    last = ""
    for day in _days(searched):
        if period_contains(period, day):
            last, first = last or day, day
        elif last:
            yield first, last
            last = ""
    if last:
        yield first, last


def _days(searched: Searched) -> Iterator[str]:
    """Every day of the time that the pages are of, the newest first."""
    if searched.first and searched.last:
        day, oldest = date.fromisoformat(searched.last), date.fromisoformat(searched.first)
        while day >= oldest:
            yield day.isoformat()
            day -= timedelta(days=1)


def _telling(view: View, event: Event) -> Passage | None:
    if view.among is not None and not view.among.issuperset(
        lookup.articles_at(view.indexes.store, ((event.page, event.article),))
    ):
        return None
    taken = view.shelf.take(event.page, event.article)
    return next((p for p in taken[1] if overlap(p.spans, event.spans)), None) if taken else None
