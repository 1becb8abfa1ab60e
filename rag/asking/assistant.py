"""The one who answers: understand, retrieve, judge, decide, compose, verify. It holds no rules of its own."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import TracebackType

from rag.asking.candidates import sounding
from rag.asking.compose import composed
from rag.asking.finding import Finding, hits
from rag.asking.followup import follow
from rag.asking.judge import judge
from rag.asking.known import held_against
from rag.asking.look_up import legs
from rag.asking.parts import parts, taken_up
from rag.asking.query import Tools, understand_question
from rag.asking.retrieve import retrieve
from rag.asking.shelf import Shelf
from rag.asking.support import support
from rag.asking.terms import Term, terms
from rag.asking.verify import verified
from rag.asking.vocabulary import Vocabulary
from rag.asking.wording import check
from rag.config import Config
from rag.errors import RagError
from rag.indexing import Indexes, explained, kept, ledger, lookup, open_indexes, people, ratings
from rag.listings import ALL_DONE, Deeds, Kept, Lookup, Order, People, Profile, Tally, Wanted
from rag.records import Answer, Event, Language, Query, Reading, Searched
from rag.understanding import Lexicon, load_name_model


class Assistant:
    """Answers questions from one index. Any number of threads may ask."""

    def __init__(self, indexes: Indexes, tools: Tools) -> None:
        self._indexes = indexes
        self._tools = tools
        self._shelf = Shelf(indexes)
        self._extent: tuple[int, Searched] | None = None

    @classmethod
    def open(cls, config: Config) -> Assistant:
        """Over the index of `config`. IndexUnusableError where there is none or it cannot be used."""
        indexes = open_indexes(config)
        vocabulary = Vocabulary(lookup.people_names(indexes.store), lookup.place_names(indexes.store))
        tools = Tools(vocabulary, load_name_model(), Lexicon.load(config.words), indexes.words.segment)
        return cls(indexes, tools)

    def ask(self, question: str, history: Sequence[str] = (), today: date | None = None) -> Answer:
        """The answer, each claim cited. `history` holds the user's earlier questions, oldest first.

        Raises QuestionError for a question that is empty, without a word, or far too long.
        """
        with explained(self._indexes.store.folder):
            return self._turn(question, self._past(history, today), today)

    def findings(self, question: str, history: Sequence[str] = (), today: date | None = None) -> list[Finding]:
        """What was found for each part of the question, for tuning and for whoever wants to see how it was answered."""
        return self._find_all(follow(self._understood(check(question), today), self._past(history, today)), today)

    def _past(self, history: Sequence[str], today: date | None) -> Answer | None:
        before: Answer | None = None
        for earlier in history:
            before = self._turn(earlier, before, today)
        return before

    def _turn(self, question: str, before: Answer | None, today: date | None) -> Answer:
        started = time.perf_counter()
        query = follow(self._understood(check(question), today), before)
        findings = self._find_all(query, today)
        answer = verified(composed(query, findings), self._page_text)
        took = time.perf_counter() - started
        return replace(answer, searched=self.searched(), hits=hits(findings), seconds=took)

    def _find_all(self, query: Query, today: date | None) -> list[Finding]:
        findings: list[Finding] = []
        for part in parts(query, lambda text: self._understood(text, today)):
            findings.append(self._find(taken_up(part, findings)))
        return findings

    def _understood(self, question: str, today: date | None) -> Query:
        return held_against(understand_question(question, self._tools, today), self._indexes.store)

    def _find(self, query: Query) -> Finding:
        about = self._about(query)
        candidates = sounding(query.romanised, retrieve(query, about, self._indexes, self._shelf))
        judged = judge(query, about, candidates)
        return Finding(query, about, candidates, judged, support(query, about, judged))

    def _about(self, query: Query) -> tuple[Term, ...]:
        store = self._indexes.store
        return terms(query.words, lambda w: lookup.frequency(store.db, w), store.count("passages"))

    def searched(self) -> Searched:
        """What there is to answer from."""
        generation = self._indexes.store.generation()
        if self._extent is None or self._extent[0] != generation:
            self._extent = (generation, lookup.searched(self._indexes.store))
        return self._extent[1]

    def reading(self, page: str, article: int) -> Reading:
        """One article with its page and what it tells. RagError where it is not in the index."""
        found = self._indexes.store.reading(page, article)
        if found is None:
            raise RagError(f"there is no article {article} on a page {page} in the index", "it may have been deleted")
        return found

    def _page_text(self, name: str) -> str:
        page = self._indexes.store.page(name)
        if page is None:
            raise KeyError(name)
        return page.text

    def readings(self) -> Sequence[Reading]:
        """Every article, by page and number."""
        return tuple(self._indexes.store.readings())

    def events(self, wanted: Wanted | None = None) -> Sequence[Event]:
        """Every telling of an event that is wanted, by page, article and number; all of any standing for None."""
        return tuple(ledger.events(self._indexes.store, wanted))

    def deeds(self, wanted: Wanted = ALL_DONE, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Deeds:
        """A leaf of the events that are wanted, each once with all its tellings."""
        return ledger.deeds(self._indexes.store, wanted, order, offset, limit)

    def tally(self, wanted: Wanted = ALL_DONE) -> Tally:
        """How the events that are wanted are spread over people, kinds, months and newspapers."""
        return ledger.tally(self._indexes.store, wanted)

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        """A leaf of the people with `part` in their name or office, those of most articles first."""
        return people.people(self._indexes.store, part, offset, limit)

    def profile(self, name: str) -> Profile:
        """One person's offices, company and deeds. RagError if nobody of that name is in the index."""
        return people.profile(self._indexes.store, name)

    def pages(self) -> tuple[Kept, ...]:
        """What is indexed, by name."""
        return kept.pages(self._indexes.store)

    def look_up(self, question: str, history: Sequence[str] = (), limit: int = 20) -> Lookup:
        """What each way of searching found for the question. QuestionError as `ask`."""
        started = time.perf_counter()
        found = self.findings(question, history)
        took = 1000 * (time.perf_counter() - started)
        return Lookup(found[0].query, legs(found, limit), took)

    def rate(self, question: str, answer: Answer, liked: bool | None) -> None:
        """Keep with the index whether this answer to the question was liked; None takes it back."""
        with explained(self._indexes.store.folder):
            ratings.rate(self._indexes.store, question, answer, liked)

    def follow_ups(self, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
        """At most three questions to go on with, each of which has an answer."""
        return ()

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions about this index that have answers, to show to somebody new."""
        from rag.asking.examples import examples

        return examples(self.events(), language)

    def close(self) -> None:
        """Let go of the files."""
        self._indexes.store.database.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
