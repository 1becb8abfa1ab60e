"""From what was asked to what is shown."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from rag import Answer, Language
from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, UNKNOWN_QUESTION, FakeAssistant
from ui.handlers.ask import KEPT, answered, asked, opened
from ui.handlers.evidence import shown
from ui.present import nothing_chosen
from ui.turns import Turn

ZH, EN = Language.ZH, Language.EN


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


def test_page_opens_with_examples_in_the_readers_language(assistant: FakeAssistant) -> None:
    assert f'data-ask="{PORT_QUESTION}"' in opened(assistant, ZH).conversation
    assert 'data-ask="Where did Chen Zhiyuan inspect?"' in opened(assistant, EN).conversation


def test_question_shows_before_its_answer(assistant: FakeAssistant) -> None:
    first, second = asked(assistant, ZH, PORT_QUESTION, ())
    assert "正在查阅" in first.conversation
    assert first.turns == ()
    assert 'class="marker"' in second.conversation
    assert 'class="cited"' in second.evidence
    assert [turn.question for turn in second.turns] == [PORT_QUESTION]


def test_earlier_questions_are_the_history(assistant: FakeAssistant) -> None:
    *_, view = asked(assistant, ZH, PORT_QUESTION, ())
    list(asked(assistant, ZH, BOOK_QUESTION, view.turns))
    assert assistant.asked == [(PORT_QUESTION, ()), (BOOK_QUESTION, (PORT_QUESTION,))]


def test_conversation_keeps_its_latest_turns(assistant: FakeAssistant) -> None:
    turns = tuple(Turn(f"问题{number}") for number in range(KEPT))
    *_, view = asked(assistant, ZH, PORT_QUESTION, turns)
    assert [turn.question for turn in view.turns] == [*(f"问题{n}" for n in range(1, KEPT)), PORT_QUESTION]


def test_reload_asks_the_kept_questions_again(assistant: FakeAssistant) -> None:
    view = opened(assistant, ZH, (PORT_QUESTION, BOOK_QUESTION))
    assert [turn.question for turn in view.turns] == [PORT_QUESTION, BOOK_QUESTION]
    assert "藏书一万二千册" in view.evidence


def test_refusal_leaves_the_panel_empty_until_a_passage_is_opened(assistant: FakeAssistant) -> None:
    *_, view = asked(assistant, ZH, UNKNOWN_QUESTION, ())
    assert view.evidence == nothing_chosen(ZH)
    assert "最接近的段落，不是答案" in shown(assistant, ZH, view.turns, 0, 0)


@pytest.mark.parametrize(
    ("turn", "which"),
    [(-1, 0), (0, -1), (1, 0), (0, 2)],
    ids=["no turn", "no citation", "past the last turn", "past the last citation"],
)
def test_numbers_that_name_no_citation_show_nothing(assistant: FakeAssistant, turn: int, which: int) -> None:
    *_, view = asked(assistant, ZH, PORT_QUESTION, ())
    assert shown(assistant, ZH, view.turns, turn, which) == nothing_chosen(ZH)


def test_page_deleted_since_is_said_to_be_gone(assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    *_, view = asked(assistant, ZH, PORT_QUESTION, ())
    monkeypatch.setattr("tests.ui.fakes.READINGS", ())
    assert "这一版已不在索引里" in shown(assistant, ZH, view.turns, 0, 0)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("", id="empty"),
        pytest.param("？！……", id="punctuation only"),
        pytest.param("查" * 10_000, id="10,000 characters"),
    ],
)
def test_question_that_cannot_be_searched_is_explained(assistant: FakeAssistant, question: str) -> None:
    *_, view = asked(assistant, EN, question, ())
    assert "This question cannot be searched." in view.conversation
    assert 'role="alert"' in view.conversation
    assert len(view.conversation) < 2_000


@pytest.mark.parametrize("question", ["<script>alert(1)</script>", "NOT OR AND NEAR(\"x\" *", "'; DROP TABLE pages; --", "{{constructor}} ${alert(1)}"])  # fmt: skip
def test_markup_and_search_syntax_in_a_question_are_text(assistant: FakeAssistant, question: str) -> None:
    *_, view = asked(assistant, ZH, question, ())
    assert assistant.asked == [(question, ())]
    assert "<script" not in view.conversation
    assert not set("{}$`") & set(view.conversation)


@dataclass
class Broken(FakeAssistant):
    def ask(self, question: str, history: object = ()) -> Answer:
        raise ZeroDivisionError("division by zero")


def test_unexpected_error_is_one_line_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    turn = answered(Broken(), PORT_QUESTION, ())
    assert turn == Turn(PORT_QUESTION, problem="problem.other")
    told = capsys.readouterr().err
    assert told.startswith("wenzheng: unexpected ZeroDivisionError: division by zero;")
    assert told.count("\n") == 1
