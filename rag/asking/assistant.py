"""The one who answers, and lists what there is. It holds no rules of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from rag.answered import Answer, Gloss, Searched
from rag.asked import EVERYTHING, Language, Scope
from rag.asking import turn
from rag.asking.answers.finding import Finding
from rag.asking.live import Live, vocabulary
from rag.asking.look_up import look_up
from rag.asking.question.query import Tools
from rag.asking.reranking.model import bundled_reader
from rag.asking.suggestions.suggest import follow_ups
from rag.asking.typed import units
from rag.asking.writing.glosses import glosses
from rag.asking.writing.ruled import with_corrections
from rag.asking.writing.seen import with_doubts
from rag.config import Config
from rag.errors import RagError
from rag.indexing import (
    Indexes,
    check,
    company,
    kept,
    ledger,
    open_indexes,
    outdated,
    people,
    printed,
    ratings,
    services,
)
from rag.indexing.came import came_since
from rag.indexing.scanned import picture_of, scan_of
from rag.listings import (
    ALL_DONE,
    Came,
    Deeds,
    Kept,
    Lookup,
    Order,
    People,
    Post,
    Printed,
    Profile,
    Service,
    Tally,
    Wanted,
)
from rag.network import Network, Places
from rag.ports import Reranker
from rag.records import Event, Reading, Spans
from rag.scans import Scan
from rag.spans import Stitched
from rag.understanding import Lexicon, load_name_model
from rag.worktime import in_time


class Assistant:
    """Answers questions from one index, as it is when they are asked. Any number of threads may ask."""

    def __init__(self, live: Live) -> None:
        self._live = live

    @classmethod
    def open(cls, config: Config) -> Assistant:
        """Over the index of `config`. IndexUnusableError where there is none or it cannot be used."""
        return cls.over(open_indexes(config), config)

    @classmethod
    def over(cls, indexes: Indexes, config: Config, reader: Reranker | None = None) -> Assistant:
        """Over indexes that are open already, of which one may be another than the usual, as may the reader."""
        names, lexicon = load_name_model(), Lexicon.load(config.words)
        tools = Tools(vocabulary(indexes.store), names, lexicon, indexes.words.segment)
        return cls(Live(indexes, tools, reader or bundled_reader(), lambda store: check(store, config)))

    def ask(
        self, question: str, history: Sequence[str] = (), today: date | None = None, scope: Scope = EVERYTHING
    ) -> Answer:
        """The answer, each claim cited. `history` holds the user's earlier questions, oldest first. What lies outside the
        `scope` is not looked at, for the question and for those before it.

        Raises QuestionError for a question that is empty, without a word or far too long, that asks for too much at once
        or was not answered in time, and its ScopeError for a newspaper or a page that is not there and a day that is none.
        """
        with in_time(), self._live.view() as view:
            answer = turn.answered(view.within(scope), question, history, today)
            return with_corrections(view.indexes.store.db, with_doubts(view.indexes.store.db, answer))

    def check_question(self, question: str) -> None:
        """QuestionError, as `ask`, for what cannot be searched; it is not answered."""
        with in_time(), self._live.view() as view:
            turn.check_question(view, question)

    def findings(self, question: str, history: Sequence[str] = (), today: date | None = None) -> list[Finding]:
        """What was found for each part of the question, for tuning and for whoever wants to see how it was answered."""
        with in_time(), self._live.view() as view:
            return turn.findings(view, turn.readings(view, question, history, today), today)[1]

    def look_up(self, question: str, history: Sequence[str] = (), limit: int = 20, scope: Scope = EVERYTHING) -> Lookup:
        """What each way of searching found for the question within the `scope`. QuestionError and ScopeError as `ask`."""
        with in_time(), self._live.view() as view:
            return look_up(view.within(scope), question, history, limit)

    def follow_ups(self, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
        """At most three questions to go on with, each of which has an answer."""
        with in_time(), self._live.view() as view:
            return follow_ups(view.within(answer.scope), answer, history)

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions about this index that have answers, to show to somebody new."""
        with in_time(), self._live.view() as view:
            return turn.examples(view, language)

    def searched(self) -> Searched:
        """What there is to answer from."""
        with self._live.view() as view:
            return view.searched()

    def reading(self, page: str, article: int) -> Reading:
        """One article with its page and what it tells. RagError where it is not in the index."""
        with self._live.view() as view:
            found = view.indexes.store.reading(page, article)
        if found is None:
            raise RagError(f"there is no article {article} on a page {page} in the index", "it may have been deleted")
        return found

    def articles(self, page: str) -> tuple[Reading, ...]:
        """All articles of a page by number, each as `reading` gives it; none of a page that is not in the index."""
        with self._live.view() as view:
            return view.indexes.store.articles(page)

    def glosses(self, page: str, article: int, spans: Spans) -> tuple[Gloss, ...]:
        """Names, offices, places, days and acts of these words of an article in pinyin and English; none where the article is
        there no more."""
        with self._live.view() as view:
            store = view.indexes.store
            found = store.reading(page, article)
            if found is None:
                return ()
            quote = Stitched(found.page.text, spans).text
            return glosses(quote, spans, store.passages_of(page, article), found.understood.events)

    def scan(self, page: str) -> Scan | None:
        """What a page was recognised from, without its pictures; None where it was not, or is not in the index."""
        with self._live.view() as view:
            return scan_of(view.indexes.store.db, page)

    def picture(self, page: str, place: int) -> bytes | None:
        """The JPEG of one of the pictures of `scan`, counted from 0; None where there is none."""
        with self._live.view() as view:
            return picture_of(view.indexes.store.db, page, place)

    def readings(self) -> Sequence[Reading]:
        """Every article, by page and number."""
        with self._live.view() as view:
            return tuple(view.indexes.store.readings())

    def events(self, wanted: Wanted | None = None) -> Sequence[Event]:
        """Every telling of an event that is wanted, by page, article and number; all of any standing for None."""
        with self._live.view() as view:
            return tuple(ledger.events(view.indexes.store, wanted and view.meaning(wanted)))

    def deeds(self, wanted: Wanted = ALL_DONE, order: Order = Order.NEWEST, offset: int = 0, limit: int = 50) -> Deeds:
        """A leaf of the events that are wanted, each once with all its tellings."""
        with self._live.view() as view:
            return ledger.deeds(view.indexes.store, view.meaning(wanted), order, offset, limit)

    def tally(self, wanted: Wanted = ALL_DONE) -> Tally:
        """How the events that are wanted are spread over people, kinds, months and newspapers."""
        with self._live.view() as view:
            return view.tally(view.meaning(wanted))

    def network(self, wanted: Wanted = ALL_DONE) -> Network:
        """Who had a part in the events that are wanted, and who with whom."""
        with self._live.view() as view:
            return view.network(view.meaning(wanted))

    def places(self, wanted: Wanted = ALL_DONE) -> Places:
        """Where the events that are wanted were."""
        with self._live.view() as view:
            return view.places(view.meaning(wanted))

    def told_at(self, wanted: Wanted = ALL_DONE) -> Mapping[int, tuple[str, str, int]]:
        """The day, the page and the article of each of the events that are wanted, by a network's numbers for them."""
        with self._live.view() as view:
            return company.told_at(view.indexes.store, view.meaning(wanted))

    def posts(self, names: Sequence[str]) -> Mapping[str, Post]:
        """Who each of these people is, by name."""
        with self._live.view() as view:
            return view.posts(tuple(names))

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        """A leaf of the people with `part` in their name or office, those of most articles first; as printed, a name in
        pinyin (chen zhiyuan, Zhi-yuan Chen), an office in English (mayor)."""
        with self._live.view() as view:
            return people.people(view.indexes.store, part, offset, limit, units("who", part, view.heard))

    def printed(self, names: Sequence[str]) -> Sequence[Printed]:
        """Every sentence and headline with one of these names in it to the letter, page by page; of two characters at least."""
        with self._live.view() as view:
            return tuple(printed(view.indexes.store, names))

    def profile(self, name: str) -> Profile:
        """One person's offices, company and deeds. RagError if nobody of that name is in the index."""
        with self._live.view() as view:
            return people.profile(view.indexes.store, name)

    def services(self, name: str) -> tuple[Service, ...]:
        """One person's offices with the sentences that print them, by the day that is told first; none of nobody."""
        with self._live.view() as view:
            return services(view.indexes.store, name)

    def pages(self) -> tuple[Kept, ...]:
        """What is indexed, by name."""
        with self._live.view() as view:
            return kept.pages(view.indexes.store)

    def digests(self) -> dict[str, str]:
        """The digest of every page's text, by the page's name."""
        with self._live.view() as view:
            return view.indexes.store.digests()

    def files(self, names: Sequence[str]) -> dict[str, str]:
        """The digest of the file that each of these pages was read of, by name, empty where it is not known; names that no
        page has are missing."""
        with self._live.view() as view:
            return view.indexes.store.files(names)

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        """The names of the pages whose texts have these digests, by digest; those that no page has are missing."""
        with self._live.view() as view:
            return view.indexes.store.named(digests)

    def generation(self) -> int:
        """A number that changes whenever what is in the index does."""
        with self._live.view() as view:
            return view.indexes.store.generation()

    def came_since(self, cursor: int, most: int) -> Came:
        """At most so many pages that came or were drawn anew behind that point, the earliest first."""
        with self._live.view() as view:
            return came_since(view.indexes.store, cursor, most)

    def folder(self) -> Path | None:
        """The folder of pages that was read last; None where none was, or it is there no more."""
        with self._live.view() as view:
            return kept.folder(view.indexes.store)

    def owns_folder(self) -> bool:
        """Whether the index itself, and not one that it is a copy of, read that folder."""
        with self._live.view() as view:
            return kept.own_folder(view.indexes.store)

    def outdated(self) -> bool:
        """Whether the rules of another version built the index: its pages are to be read again."""
        with self._live.view() as view:
            return outdated(view.indexes.store)

    def rate(self, question: str, answer: Answer, liked: bool | None) -> None:
        """Keep with the index whether this answer to the question was liked; None takes it back."""
        with self._live.store.engine.explained():
            ratings.rate(self._live.store, question, answer, liked)

    def close(self) -> None:
        """Let go of the files."""
        self._live.store.engine.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
