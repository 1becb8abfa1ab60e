"""The page is there before questions can be answered."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event, Thread

from rag import EVERYTHING, Answer, IndexUnusableError, Language, Scope
from tests.ui.fakes import PORT_QUESTION, PORT_QUESTION_EN, FakeAssistant
from ui.warming import FIRST, warming

PATIENCE = 10


class Slow(FakeAssistant):
    """Its first question waits for the gate, and so do its examples for theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded, self.tried = Event(), Event()

    def ask(self, question: str, history: Sequence[str] = (), *, scope: Scope = EVERYTHING) -> Answer:
        if question == FIRST[0]:
            self.loaded.wait(PATIENCE)
        return super().ask(question, history, scope=scope)

    def examples(self, language: Language) -> tuple[str, ...]:
        self.tried.wait(PATIENCE)
        return super().examples(language)


def test_question_waits_until_one_in_each_language_was_asked_and_all_else_does_not() -> None:
    assistant = Slow()
    asked, loading = warming(assistant)
    loading.start()
    assert [page.name for page in asked.pages()] == [page.name for page in assistant.pages()]
    done = Event()
    reader = Thread(target=lambda: (asked.ask(PORT_QUESTION), done.set()), daemon=True)
    reader.start()
    assert not done.is_set()
    assistant.loaded.set()
    assert done.wait(PATIENCE)
    assert [question for question, _ in assistant.asked] == [*FIRST, PORT_QUESTION]


def test_there_are_no_examples_until_they_were_worked_out_and_nobody_waits_for_them() -> None:
    assistant = Slow()
    asked, loading = warming(assistant)
    loading.start()
    assert asked.examples(Language.EN) == ()
    assistant.loaded.set()
    assert asked.ask(PORT_QUESTION).citations
    assert asked.examples(Language.EN) == ()
    assistant.tried.set()
    loading.join(PATIENCE)
    assert asked.examples(Language.EN) == (PORT_QUESTION_EN,)


def test_index_without_examples_keeps_nobody_waiting() -> None:
    class Torn(FakeAssistant):
        def examples(self, language: Language) -> tuple[str, ...]:
            raise IndexUnusableError("the index is torn", "build it again")

    asked, loading = warming(Torn())
    loading.start()
    loading.join(PATIENCE)
    assert asked.look_up(PORT_QUESTION).legs
