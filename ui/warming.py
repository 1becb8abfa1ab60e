"""The page is there before what reads questions is: models and dictionaries load while a reader looks around."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from threading import Event, Thread
from typing import Any, cast

from rag import EVERYTHING, Answer, Language, Lookup, RagError, Scope
from ui.ports import Asked

FIRST = ("谁主持了会议？", "Who chaired a meeting?")
"""Questions for which all is loaded that questions need."""


class Warming:
    """An assistant whose questions wait until it has been asked one in each language; all else is answered at once.

    Whatever loads, loads once: questions that came meanwhile would each load it for themselves. It has no examples until
    they were asked, since a page may be looked at sooner.
    """

    def __init__(self, assistant: Asked) -> None:
        self._assistant = assistant
        self._ready, self._tried = Event(), Event()

    def ask(self, question: str, history: Sequence[str] = (), *, scope: Scope = EVERYTHING) -> Answer:
        """As the assistant's own."""
        self._ready.wait()
        return self._assistant.ask(question, history, scope=scope)

    def look_up(
        self, question: str, history: Sequence[str] = (), limit: int = 20, *, scope: Scope = EVERYTHING
    ) -> Lookup:
        """As the assistant's own."""
        self._ready.wait()
        return self._assistant.look_up(question, history, limit, scope=scope)

    def examples(self, language: Language) -> tuple[str, ...]:
        """As the assistant's own, or none yet."""
        return self._assistant.examples(language) if self._tried.is_set() else ()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._assistant, name)

    def run(self) -> None:
        """Ask a question in each language, then let everybody ask, and work out the examples."""
        try:
            with suppress(RagError):
                for question in FIRST:
                    self._assistant.ask(question)
        finally:
            self._ready.set()
        with suppress(RagError):
            for language in Language:
                self._assistant.examples(language)
        self._tried.set()


def warming(assistant: Asked) -> tuple[Asked, Thread]:
    """The assistant as readers may have it at once, and the thread that, once started, makes it ready."""
    shy = Warming(assistant)
    return cast(Asked, shy), Thread(target=shy.run, name="warming", daemon=True)
