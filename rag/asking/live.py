"""An index that goes on being asked while it changes: one question sees one state of it, the next one the newest.

The store shows what was committed last. What is copied out of it to memory (vectors, names, words) is renewed when a
build or a deletion, in this or another process, has come to its end; until then a copy may lag behind: passages that
are gone are passed over by whoever reads the store, new ones are found by their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache
from threading import Lock

from rag.answered import Answer, Searched
from rag.asked import EVERYTHING, Language, Scope
from rag.asking.heard import Heard
from rag.asking.question.query import Tools
from rag.asking.question.vocabulary import Vocabulary
from rag.asking.retrieval.shelf import Shelf
from rag.asking.scoped import scoped
from rag.asking.typed import meaning
from rag.indexing import Indexes, Store, company, ledger, lookup, people, reopened, within
from rag.listings import Post, Tally, Wanted
from rag.network import Network, Places
from rag.ports import Reranker
from rag.worktime import check_time

COUNTED = 32
"""Tallies kept at hand: those of the filters tried lately."""

WOVEN = 4
"""Networks kept at hand, lists of places, and who people on a leaf are: one is turned over and sorted many times."""

PAST = 256
"""Answers kept at hand: those that the conversations going on may refer to."""

NARROWED = 16
"""Scopes kept at hand, each with its own answers: those that are asked about at one time."""

Followed = Callable[["View", tuple[str, ...], date | None], Answer]
"""The answer to the last of several questions, each following the one before."""

Tried = Callable[["View", Language], tuple[str, ...]]
"""Questions to begin with, each of which has an answer."""


class View:
    """The index as one question sees it, what reading a question needs, the reader of sentences, and what was worked out lately."""

    def __init__(
        self,
        indexes: Indexes,
        tools: Tools,
        reader: Reranker,
        shelf: Shelf | None = None,
        scope: Scope = EVERYTHING,
        among: frozenset[int] | None = None,
    ) -> None:
        """`among` are ids of the articles within `scope`, which alone are answered from; None for all of them."""
        self.indexes = indexes
        self.scope, self.among = scope, among
        self.tools = tools
        self.reader = reader
        self.shelf = shelf or Shelf(indexes)
        heard = Heard(tools.vocabulary.people, tools.vocabulary.places)
        self.heard = heard
        self._meaning = lru_cache(maxsize=COUNTED)(lambda wanted: meaning(wanted, heard, self.searched().newspapers))
        self._searched = lru_cache(maxsize=1)(lambda generation: self._extent())
        self._newest = lru_cache(maxsize=1)(lambda generation: _day(lookup.newest(indexes.store)))
        self._examples = lru_cache(maxsize=len(Language))(self._try)
        self._tally = lru_cache(maxsize=COUNTED)(lambda wanted, generation: ledger.tally(indexes.store, wanted))
        self._network = lru_cache(maxsize=WOVEN)(lambda wanted, at: company.network_of(indexes.store, wanted))
        self._places = lru_cache(maxsize=WOVEN)(lambda wanted, at: company.places_of(indexes.store, wanted))
        self._posts = lru_cache(maxsize=WOVEN)(lambda names, at: people.posts(indexes.store, names))
        self._past = lru_cache(maxsize=PAST)(self._follow)
        self._within = lru_cache(maxsize=NARROWED)(self._narrow)

    def within(self, scope: Scope) -> View:
        """The same index, of which alone what lies within the scope is answered from. ScopeError for one that is none.

        Its answers are kept apart from those of all others: they are remembered by whoever gave them.
        """
        return self if scope == EVERYTHING else self._within(scope, self.indexes.store.generation())

    def _narrow(self, scope: Scope, generation: int) -> View:
        meant, articles = scoped(self.indexes.store, scope, self.searched().newspapers)
        return View(self.indexes, self.tools, self.reader, self.shelf, meant, frozenset(articles))

    def prints(self, words: str) -> bool:
        """Whether anything that is answered from prints these words."""
        printed = lookup.prints(self.indexes.store, words)
        return printed and (self.among is None or within.prints_among(self.indexes.store, words, self.among))

    def _extent(self) -> Searched:
        store = self.indexes.store
        return lookup.searched(store) if self.among is None else within.searched_among(store, self.among)

    def past(self, followed: Followed, questions: tuple[str, ...], today: date | None) -> Answer:
        """What `followed` says of these questions, worked out once: every turn of a conversation asks for them again, and
        whoever presses an example, or a question that is suggested, asks what was asked to find it."""
        return self._past(followed, questions, today, self.indexes.store.generation())

    def _follow(self, followed: Followed, questions: tuple[str, ...], today: date | None, at: int) -> Answer:
        return followed(self, questions, today)

    def searched(self) -> Searched:
        """What there is to answer from."""
        return self._searched(self.indexes.store.generation())

    def newest(self) -> date | None:
        """The newest day that a page is known to be of; None where no day is known."""
        return self._newest(self.indexes.store.generation())

    def examples(self, tried: Tried, language: Language) -> tuple[str, ...]:
        """What `tried` says of this view, worked out once: it is asked for whenever somebody comes, and takes answers."""
        return self._examples(tried, language)

    def _try(self, tried: Tried, language: Language) -> tuple[str, ...]:
        return tried(self, language)

    def meaning(self, wanted: Wanted) -> Wanted:
        """The wish with what its filters may mean, where they are typed in pinyin or English."""
        return self._meaning(wanted)

    def tally(self, wanted: Wanted) -> Tally:
        """How the events that are wanted are spread."""
        return self._tally(wanted, self.indexes.store.generation())

    def network(self, wanted: Wanted) -> Network:
        """Who was with whom in the events that are wanted."""
        return self._network(wanted, self.indexes.store.generation())

    def places(self, wanted: Wanted) -> Places:
        """Where they were."""
        return self._places(wanted, self.indexes.store.generation())

    def posts(self, names: tuple[str, ...]) -> Mapping[str, Post]:
        """Who each of these people is."""
        return self._posts(names, self.indexes.store.generation())


class Live:
    """The newest view of an index, for any number of threads. `check` refuses a store of other settings."""

    def __init__(self, indexes: Indexes, tools: Tools, reader: Reranker, check: Callable[[Store], None]) -> None:
        self._view = View(indexes, tools, reader)
        self._check = check
        self._renewing = Lock()

    @property
    def store(self) -> Store:
        """The store, whose every statement shows what was committed last."""
        return self._view.indexes.store

    @contextmanager
    def view(self) -> Iterator[View]:
        """One state of the index for everything that is read inside; what SQLite reports is an IndexUnusableError.

        OverdueError where the time of the request is over, as after many calls for one file.
        """
        check_time()
        store = self.store
        with store.engine.explained(), store.engine.snapshot():
            self._renew()
            yield self._view

    def _renew(self) -> None:
        """Take new copies if there are newer; whoever asks while another thread does so goes on with the old ones."""
        if self.store.copied() <= self._view.indexes.copied or not self._renewing.acquire(blocking=False):
            return
        try:
            self._check(self.store)
            indexes = reopened(self._view.indexes)
            tools = replace(self._view.tools, vocabulary=vocabulary(indexes.store), cut=indexes.words.segment)
            self._view = View(indexes, tools, self._view.reader)
        finally:
            self._renewing.release()


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def vocabulary(store: Store) -> Vocabulary:
    """The names that stand in the store."""
    return Vocabulary(lookup.people_names(store), lookup.place_names(store))
