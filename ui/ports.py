"""What the page and the commands need of an assistant; `rag.Assistant` is one, the tests' fake another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from rag import (
    Answer,
    Came,
    Deeds,
    Event,
    Gloss,
    Kept,
    Language,
    Lookup,
    Network,
    Order,
    People,
    Places,
    Post,
    Printed,
    Profile,
    Reading,
    Scan,
    Scope,
    Searched,
    Service,
    Spans,
    Tally,
    Wanted,
)


class Asked(Protocol):
    """Answers questions and opens the articles they rest on. Errors are RagError and its children."""

    def ask(self, question: str, history: Sequence[str] = (), *, scope: Scope = ...) -> Answer:
        """The answer that what lies within the scope gives; QuestionError for what cannot be searched, ScopeError for what is
        not there to be asked of."""
        ...

    def check_question(self, question: str) -> None:
        """QuestionError for what cannot be searched; it is not answered."""
        ...

    def printed(self, names: Sequence[str]) -> Sequence[Printed]:
        """Every sentence and headline with one of these names in it, page by page."""
        ...

    def reading(self, page: str, article: int) -> Reading:
        """The article of that number on that page; RagError if it is there no more."""
        ...

    def articles(self, page: str) -> Sequence[Reading]:
        """All articles of a page by number; none of a page that is there no more."""
        ...

    def glosses(self, page: str, article: int, spans: Spans) -> tuple[Gloss, ...]:
        """Names, offices, places, days and acts of these words in pinyin and English."""
        ...

    def scan(self, page: str) -> Scan | None:
        """What a page was recognised from, without its pictures; None where it was not."""
        ...

    def picture(self, page: str, place: int) -> bytes | None:
        """The JPEG of one of those pictures, counted from 0; None where there is none."""
        ...

    def readings(self) -> Sequence[Reading]:
        """Every article of the index, page by page."""
        ...

    def events(self, wanted: Wanted | None = None) -> Sequence[Event]:
        """Every telling of the events that are wanted, page by page."""
        ...

    def deeds(self, wanted: Wanted = ..., order: Order = ..., offset: int = 0, limit: int = 50) -> Deeds:
        """A leaf of the events that are wanted, each once with all its tellings."""
        ...

    def tally(self, wanted: Wanted = ...) -> Tally:
        """How the events that are wanted are spread."""
        ...

    def network(self, wanted: Wanted = ...) -> Network:
        """Who had a part in the events that are wanted, and who with whom."""
        ...

    def places(self, wanted: Wanted = ...) -> Places:
        """Where the events that are wanted were."""
        ...

    def told_at(self, wanted: Wanted = ...) -> Mapping[int, tuple[str, str, int]]:
        """The day, the page and the article of each of the events that are wanted, by a network's numbers for them."""
        ...

    def posts(self, names: Sequence[str]) -> Mapping[str, Post]:
        """Who each of these people is."""
        ...

    def people(self, part: str = "", offset: int = 0, limit: int = 50) -> People:
        """A leaf of the people, those of most articles first."""
        ...

    def profile(self, name: str) -> Profile:
        """One person's offices, company and deeds; RagError if nobody has that name."""
        ...

    def services(self, name: str) -> tuple[Service, ...]:
        """One person's offices with the sentences that print them, by the day that is told first; none of nobody."""
        ...

    def pages(self) -> tuple[Kept, ...]:
        """What is indexed, by name."""
        ...

    def digests(self) -> dict[str, str]:
        """The digest of every page's text, by the page's name."""
        ...

    def files(self, names: Sequence[str]) -> dict[str, str]:
        """The digest of the file that each of these pages was read of, by name, empty where it is not known; names that no
        page has are missing."""
        ...

    def named(self, digests: Sequence[str]) -> dict[str, str]:
        """The names of the pages whose texts have these digests, by digest; those that no page has are missing."""
        ...

    def came_since(self, cursor: int, most: int) -> Came:
        """At most so many pages that came or were drawn anew behind that point, the earliest first."""
        ...

    def generation(self) -> int:
        """A number that changes whenever what is in the index does."""
        ...

    def look_up(self, question: str, history: Sequence[str] = (), limit: int = 20, *, scope: Scope = ...) -> Lookup:
        """What each way of searching found within the scope; QuestionError for what cannot be searched, ScopeError as `ask`."""
        ...

    def rate(self, question: str, answer: Answer, liked: bool | None) -> None:
        """Keep whether an answer was liked; None takes it back."""
        ...

    def follow_ups(self, answer: Answer, history: Sequence[str] = ()) -> tuple[str, ...]:
        """At most three questions to go on with, each of which has an answer."""
        ...

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions that these pages answer."""
        ...

    def searched(self) -> Searched:
        """What there is to be searched."""
        ...
