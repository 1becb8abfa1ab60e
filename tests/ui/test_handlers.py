"""From what was asked to what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from rag import Answer, Language
from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, TIMELINE_QUESTION, UNKNOWN_QUESTION, FakeAssistant
from ui.handlers.ask import KEPT, View, again, answered, asked, followed, opened, rated, said, stopped
from ui.handlers.evidence import shown
from ui.present import nothing_chosen
from ui.remembered import Said
from ui.turns import Turn

ZH, EN = Language.ZH, Language.EN


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


def _last(views: Iterator[View]) -> View:
    *_, view = views
    return view


def test_page_opens_with_examples_in_the_readers_language(assistant: FakeAssistant) -> None:
    assert f'data-ask="{PORT_QUESTION}"' in _last(opened(assistant, ZH)).conversation
    assert 'data-ask="Where did Chen Zhiyuan inspect?"' in _last(opened(assistant, EN)).conversation


def test_question_shows_before_its_answer(assistant: FakeAssistant) -> None:
    first, *_, last = asked(assistant, ZH, PORT_QUESTION, ())
    assert "正在查阅" in first.conversation
    assert first.turns == (Turn(PORT_QUESTION),)
    assert 'class="marker"' in last.conversation
    assert 'class="cited"' in last.evidence
    assert [turn.question for turn in last.turns] == [PORT_QUESTION]


def test_answer_of_several_sentences_comes_sentence_by_sentence(assistant: FakeAssistant) -> None:
    _, *coming, last = asked(assistant, ZH, TIMELINE_QUESTION, ())
    assert [view.conversation.count("5月") for view in coming] == [2, 3]  # the question says it too
    assert all('aria-busy="true"' in view.conversation and "<a " not in view.conversation for view in coming)
    assert "aria-busy" not in last.conversation


def test_earlier_questions_are_the_history(assistant: FakeAssistant) -> None:
    *_, view = asked(assistant, ZH, PORT_QUESTION, ())
    list(asked(assistant, ZH, BOOK_QUESTION, view.turns))
    assert assistant.asked == [(PORT_QUESTION, ()), (BOOK_QUESTION, (PORT_QUESTION,))]


def test_conversation_keeps_its_latest_turns(assistant: FakeAssistant) -> None:
    turns = tuple(Turn(f"问题{number}", problem="problem.other") for number in range(KEPT))
    *_, view = asked(assistant, ZH, PORT_QUESTION, turns)
    assert [turn.question for turn in view.turns] == [*(f"问题{n}" for n in range(1, KEPT)), PORT_QUESTION]


def test_reload_asks_the_kept_questions_again(assistant: FakeAssistant) -> None:
    pending, view = opened(assistant, ZH, (Said(PORT_QUESTION, liked=True), Said(BOOK_QUESTION)))
    assert said(pending.turns) == said(view.turns) == (Said(PORT_QUESTION, liked=True), Said(BOOK_QUESTION))
    assert "藏书一万二千册" in view.evidence
    assert view.conversation.count('aria-pressed="true"') == 1


def test_earlier_conversations_are_offered_before_the_first_question(assistant: FakeAssistant) -> None:
    view = _last(opened(assistant, ZH, (), ((Said(PORT_QUESTION), Said(BOOK_QUESTION)), (Said(UNKNOWN_QUESTION),))))
    assert f'data-reopen="0">{PORT_QUESTION} <span class="more">另有 1 问</span>' in view.conversation
    assert f'data-reopen="1">{UNKNOWN_QUESTION} <span class="more"></span>' in view.conversation


def test_question_that_was_stopped_stands_without_an_answer(assistant: FakeAssistant) -> None:
    view = stopped(assistant, ZH, (Turn(PORT_QUESTION),))
    assert view.turns == (Turn(PORT_QUESTION, problem="problem.stopped"),)
    assert "已停止" in view.conversation
    assert 'data-again="yes"' in view.conversation


def test_question_that_was_stopped_is_no_history(assistant: FakeAssistant) -> None:
    _last(asked(assistant, ZH, BOOK_QUESTION, (Turn(PORT_QUESTION, problem="problem.stopped"), Turn("未完"))))
    assert assistant.asked == [(BOOK_QUESTION, ())]


def test_last_question_is_asked_again_in_its_place(assistant: FakeAssistant) -> None:
    turns = _last(asked(assistant, ZH, PORT_QUESTION, ())).turns
    assert again(turns) == ((), PORT_QUESTION)
    assert again(()) == ((), "")


@pytest.mark.parametrize("liked", [True, False, None])
def test_opinion_goes_to_the_index_and_stays_with_the_turn(assistant: FakeAssistant, liked: bool | None) -> None:
    turns = _last(asked(assistant, ZH, PORT_QUESTION, ())).turns
    assert rated(assistant, turns, 0, liked)[0].liked is liked
    assert [(question, given) for question, _, given in assistant.rated] == [(PORT_QUESTION, liked)]
    assert rated(assistant, turns, 7, liked) == turns


def test_suggestions_follow_an_answer_and_their_failure_breaks_nothing(
    assistant: FakeAssistant, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = _last(asked(assistant, ZH, PORT_QUESTION, ())).turns
    assert f'data-ask="{BOOK_QUESTION}"' in followed(assistant, ZH, turns)
    assert followed(assistant, ZH, (Turn("？", problem="problem.QuestionError"),)) == ""
    monkeypatch.setattr(FakeAssistant, "follow_ups", Broken.ask)
    assert followed(assistant, ZH, turns) == ""
    assert "division by zero" in capsys.readouterr().err


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
