"""What the page and the commands need of an assistant; `rag.Assistant` is one, the tests' fake another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rag import Answer, Event, Language, Reading, Searched


class Asked(Protocol):
    """Answers questions and opens the articles they rest on. Errors are RagError and its children."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer; QuestionError for what cannot be searched."""
        ...

    def reading(self, page: str, article: int) -> Reading:
        """The article of that number on that page; RagError if it is there no more."""
        ...

    def readings(self) -> Sequence[Reading]:
        """Every article of the index, page by page."""
        ...

    def events(self) -> Sequence[Event]:
        """Every event of the index."""
        ...

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions that these pages answer."""
        ...

    def searched(self) -> Searched:
        """What there is to be searched."""
        ...
