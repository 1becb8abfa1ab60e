"""The page is there before questions can be answered."""

from __future__ import annotations

from threading import Event, Thread

from rag import IndexUnusableError, Language
from tests.ui.fakes import PORT_QUESTION, PORT_QUESTION_EN, SLOW_QUESTION, FakeAssistant
from ui.warming import warming

PATIENCE = 10


class Slow(FakeAssistant):
    """Its first example waits for the gate."""

    def examples(self, language: Language) -> tuple[str, ...]:
        return (SLOW_QUESTION,) if language is Language.ZH else (PORT_QUESTION_EN,)


def test_question_waits_until_one_in_each_language_was_asked_and_all_else_does_not() -> None:
    assistant = Slow()
    asked, loading = warming(assistant)
    loading.start()
    assert [page.name for page in asked.pages()] == [page.name for page in assistant.pages()]
    done = Event()
    reader = Thread(target=lambda: (asked.ask(PORT_QUESTION), done.set()), daemon=True)
    reader.start()
    assert not done.is_set()
    assistant.gate.set()
    assert done.wait(PATIENCE)
    assert [question for question, _ in assistant.asked] == [SLOW_QUESTION, PORT_QUESTION_EN, PORT_QUESTION]


def test_index_without_examples_keeps_nobody_waiting() -> None:
    class Torn(FakeAssistant):
        def examples(self, language: Language) -> tuple[str, ...]:
            raise IndexUnusableError("the index is torn", "build it again")

    asked, loading = warming(Torn())
    loading.start()
    loading.join(PATIENCE)
    assert asked.look_up(PORT_QUESTION).legs
