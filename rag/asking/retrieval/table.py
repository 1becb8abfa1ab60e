"""The table of events as answers ask it: the articles that tell of certain deeds, and who or what place has most."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rag.asking.matching.candidates import Candidate, candidate
from rag.asking.retrieval.shelf import Shelf
from rag.indexing import Store
from rag.indexing.overview import Selection, articles_dated, articles_telling, busiest_people, busiest_places
from rag.listings import Counted
from rag.records import Period

MOST = 240
"""Articles read at most for one answer: a page a day for most of a year."""


class Table:
    """Over one index; what is read is kept on the shelf."""

    def __init__(self, store: Store, shelf: Shelf, among: Collection[int] | None = None) -> None:
        """`among` are ids of articles that alone are looked at; None for all of them."""
        self._store, self._shelf = store, shelf
        self._among = None if among is None else tuple(among)

    def telling(self, selection: Selection) -> list[Candidate]:
        """The articles that tell of such deeds, by date."""
        return self._read(articles_telling(self._store, self._bounded(selection), MOST))

    def of(self, periods: Sequence[Period]) -> list[Candidate]:
        """The articles that are of these periods or tell of something done then, by date."""
        told = articles_telling(self._store, self._bounded(Selection(periods=tuple(periods))), MOST)
        return self._read(dict.fromkeys([*told, *articles_dated(self._store, periods, MOST, self._among)]))

    def people(self, selection: Selection, most: int) -> list[Counted]:
        """Who had a part in most such deeds, most first."""
        return busiest_people(self._store, self._bounded(selection), most)

    def places(self, selection: Selection, most: int) -> list[Counted]:
        """Where most such deeds were done, most first."""
        return busiest_places(self._store, self._bounded(selection), most)

    def _bounded(self, selection: Selection) -> Selection:
        return replace(selection, among=self._among)

    def _read(self, keys: Iterable[tuple[str, int]]) -> list[Candidate]:
        taken = (self._shelf.take(page, article) for page, article in keys)
        return [candidate(reading, passages, {}, {}) for reading, passages in filter(None, taken)]
