"""From what was asked to what is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from rag import Answer, Language, Scope
from tests.ui.fakes import (
    BOOK_QUESTION,
    LEAD,
    PLACES,
    PORT_QUESTION,
    TIMELINE_QUESTION,
    UNKNOWN_QUESTION,
    FakeAssistant,
)
from ui.ask.handler import KEPT, LONGEST, Asking, Line, answered, asking_of, rated, told, welcomed, within
from ui.ask.remembered import Earlier
from ui.evidence.handler import opened
from ui.evidence.view import nothing_chosen
from ui.links import article_link
from ui.turns import Turn

ZH, EN = Language.ZH, Language.EN
LINKS = [article_link(c.page, c.article, c.spans) for c in (PLACES, LEAD)]


@pytest.fixture
def assistant() -> FakeAssistant:
    return FakeAssistant()


def _told(assistant: FakeAssistant, asking: Asking, language: Language = ZH) -> Line:
    """All lines of the answer as one; of the beginnings of its words the last."""
    return {name: html for line in told(assistant, language, asking) for name, html in line.items()}


def test_page_opens_with_examples_in_the_readers_language(assistant: FakeAssistant) -> None:
    assert f'data-ask="{PORT_QUESTION}"' in welcomed(assistant, ZH)
    assert 'data-ask="Where did Chen Zhiyuan inspect?"' in welcomed(assistant, EN)


def test_earlier_conversations_are_offered_before_the_first_question(assistant: FakeAssistant) -> None:
    shown = welcomed(assistant, ZH, (Earlier(0, PORT_QUESTION, 1), Earlier(1, UNKNOWN_QUESTION)))
    assert f'data-reopen="0" data-name="{PORT_QUESTION}">{PORT_QUESTION} <span class="more">另有 1 问</span>' in shown
    assert f'data-reopen="1" data-name="{UNKNOWN_QUESTION}">{UNKNOWN_QUESTION} <span class="more"></span>' in shown


def test_answer_comes_first_then_what_it_rests_on_then_what_might_be_asked_next(assistant: FakeAssistant) -> None:
    lines = list(told(assistant, ZH, Asking(PORT_QUESTION)))
    assert [list(line) for line in lines] == [["turn", "known"], ["evidence"], ["suggestions"]]
    assert 'class="marker"' in lines[0]["turn"]
    assert 'class="cited"' in lines[1]["evidence"]
    assert "引用 1 / 2" in lines[1]["evidence"]
    assert f'data-ask="{BOOK_QUESTION}"' in lines[2]["suggestions"]


def test_answer_of_several_sentences_comes_sentence_by_sentence(assistant: FakeAssistant) -> None:
    words = [line["words"] for line in told(assistant, ZH, Asking(TIMELINE_QUESTION)) if "words" in line]
    assert words == ["5月6日，陈志远督查港口安全生产[1]。", "5月6日，陈志远督查港口安全生产[1]。5月7日，见报[2]。"]


def test_answer_that_is_not_the_latest_comes_alone(assistant: FakeAssistant) -> None:
    assert list(_told(assistant, Asking(PORT_QUESTION, latest=False))) == ["turn", "known"]


@pytest.mark.parametrize("editor", [True, False])
def test_who_may_correct_is_offered_it_with_the_answer(assistant: FakeAssistant, editor: bool) -> None:
    lines = {k: v for line in told(assistant, ZH, Asking(PORT_QUESTION), editor) for k, v in line.items()}
    assert ("data-correct" in lines["evidence"]) is editor


def test_earlier_questions_are_the_history(assistant: FakeAssistant) -> None:
    _told(assistant, Asking(BOOK_QUESTION, (PORT_QUESTION,)))
    assert assistant.asked == [(BOOK_QUESTION, (PORT_QUESTION,))]


MANY = [f"问题{number}" for number in range(KEPT + 5)]
SENT = [
    pytest.param(None, Asking(""), id="nothing"),
    pytest.param({"question": 5, "history": "x", "liked": "yes"}, Asking(""), id="of other kinds"),
    pytest.param({"question": "问", "latest": False, "liked": True}, Asking("问", (), True, False), id="asked anew"),
    pytest.param({"question": "问", "history": ["一", 2, "", "三"]}, Asking("问", ("一", "三")), id="no questions"),
    pytest.param({"question": "问", "history": MANY}, Asking("问", tuple(MANY[-KEPT + 1 :])), id="long conversation"),
    pytest.param({"question": "问" * (LONGEST + 1)}, Asking("问" * LONGEST), id="endless question"),
]


@pytest.mark.parametrize(("sent", "expected"), SENT)
def test_question_is_taken_out_of_whatever_is_sent(sent: object, expected: Asking) -> None:
    assert asking_of(sent) == expected


def test_opinion_from_before_a_reload_shows_again(assistant: FakeAssistant) -> None:
    shown = _told(assistant, Asking(PORT_QUESTION, liked=True))["turn"]
    assert 'data-rate="good" aria-pressed="true"' in shown
    assert 'data-rate="bad" aria-pressed="false"' in shown


@pytest.mark.parametrize("liked", [True, False, None])
def test_opinion_goes_to_the_index_with_the_answer(assistant: FakeAssistant, liked: bool | None) -> None:
    rated(assistant, Asking(PORT_QUESTION, (BOOK_QUESTION,), liked))
    assert assistant.asked == [(PORT_QUESTION, (BOOK_QUESTION,))]
    assert [(question, given) for question, _, given in assistant.rated] == [(PORT_QUESTION, liked)]


def test_question_without_an_answer_is_not_rated(assistant: FakeAssistant) -> None:
    rated(assistant, Asking("？", (), True))
    assert assistant.rated == []


def test_failure_of_suggestions_breaks_nothing(
    assistant: FakeAssistant, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeAssistant, "follow_ups", Broken.ask)
    whole = _told(assistant, Asking(PORT_QUESTION))
    assert whole["suggestions"] == ""
    assert 'class="answer"' in whole["turn"]
    assert "division by zero" in capsys.readouterr().err


def test_refusal_leaves_the_panel_empty_until_a_passage_is_opened(assistant: FakeAssistant) -> None:
    assert _told(assistant, Asking(UNKNOWN_QUESTION))["evidence"] == ""
    shown = opened(assistant, ZH, {"links": LINKS[:1], "which": 0, "nearest": True})
    assert "最接近的段落，不是答案" in shown


def test_citation_is_opened_among_its_neighbours(assistant: FakeAssistant) -> None:
    shown = opened(assistant, ZH, {"links": ["", 5, *LINKS], "which": 3})
    assert "引用 2 / 2" in shown
    assert f'<mark class="cited">{LEAD.quote}</mark>' in shown
    assert f'<mark class="also">{PLACES.quote}</mark>' in shown


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(None, id="nothing"),
        pytest.param({"links": "?article=a%230", "which": 0}, id="no list"),
        pytest.param({"links": LINKS, "which": 2}, id="past the last"),
        pytest.param({"links": LINKS, "which": -1}, id="before the first"),
        pytest.param({"links": LINKS, "which": "0"}, id="no number"),
        pytest.param({"links": ["?person=x"], "which": 0}, id="link to something else"),
        pytest.param({"links": [f"?article={'x' * 9999}%230"], "which": 0}, id="endless link"),
    ],
)
def test_what_points_at_no_article_shows_none(assistant: FakeAssistant, sent: object) -> None:
    assert opened(assistant, ZH, sent) == nothing_chosen(ZH)


def test_page_deleted_since_is_said_to_be_gone(assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.ui.fakes.READINGS", ())
    assert "这一版已不在索引里" in opened(assistant, ZH, {"links": LINKS, "which": 0})


def test_page_replaced_since_is_shown_without_marks(assistant: FakeAssistant) -> None:
    shown = opened(assistant, ZH, {"links": [f"{LINKS[0]}&of=another"], "which": 0})
    assert "这一版在链接之后换过内容" in shown
    assert "<mark" not in shown


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("", id="empty"),
        pytest.param("？！……", id="punctuation only"),
        pytest.param("查" * 10_000, id="10,000 characters"),
    ],
)
def test_question_that_cannot_be_searched_is_explained_and_no_history(assistant: FakeAssistant, question: str) -> None:
    whole = _told(assistant, Asking(question), EN)
    assert "This question cannot be searched." in whole["turn"]
    assert 'role="alert"' in whole["turn"]
    assert len(whole["turn"]) < 2_000
    assert (whole["known"], whole["evidence"], whole["suggestions"]) == ("", "", "")


@pytest.mark.parametrize("question", ["<script>alert(1)</script>", "NOT OR AND NEAR(\"x\" *", "'; DROP TABLE pages; --", "{{constructor}} ${alert(1)}"])  # fmt: skip
def test_markup_and_search_syntax_in_a_question_are_text(assistant: FakeAssistant, question: str) -> None:
    shown = _told(assistant, Asking(question))["turn"]
    assert assistant.asked == [(question, ())]
    assert "<script" not in shown
    assert not set("{}$`") & set(shown)


@dataclass
class Broken(FakeAssistant):
    def ask(self, question: str, history: object = (), **given: object) -> Answer:
        raise ZeroDivisionError("division by zero")


def test_unexpected_error_is_one_line_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    turn = answered(Broken(), Asking(PORT_QUESTION))
    assert turn == Turn(PORT_QUESTION, problem="problem.other")
    told = capsys.readouterr().err
    assert told.startswith("wenzheng: unexpected ZeroDivisionError: division by zero;")
    assert told.count("\n") == 1


MAY = Scope("海州日报", "2023-05", "2023-05")


def test_a_question_is_asked_of_what_was_chosen_and_its_turn_says_so() -> None:
    assistant = FakeAssistant()
    sent = {
        "question": PORT_QUESTION,
        "scope": {"newspaper": "海州日报", "since": "2023年5月", "until": "2023-5", "pages": []},
    }
    shown = _told(assistant, asking_of(sent))["turn"]
    assert assistant.scopes == [MAY]
    assert '<p class="note within">查找范围：<span lang="zh">《海州日报》</span> · <span>2023年5月</span></p>' in shown
    assert "newspaper=%E6%B5%B7%E5%B7%9E%E6%97%A5%E6%8A%A5&amp;since=2023-05&amp;until=2023-05" in shown
    assert "data-watch-question" not in shown
    rated(assistant, asking_of(sent | {"liked": True}))
    assert assistant.scopes[-1] == MAY


def test_a_day_that_is_none_is_refused_and_not_left_out() -> None:
    assistant = FakeAssistant()
    _told(assistant, asking_of({"question": PORT_QUESTION, "scope": {"since": "去年"}}))
    assert assistant.scopes == [Scope(since="去年")]


def test_a_paper_that_is_not_there_is_a_line_in_the_conversation() -> None:
    turn = answered(FakeAssistant(), Asking(PORT_QUESTION, scope=Scope("沧浪报")))
    assert (turn.answer, turn.problem) == (None, "problem.ScopeError")
    assert "索引里没有这个名字的报纸。" in _told(FakeAssistant(), Asking(PORT_QUESTION, scope=Scope("沧浪报")))["turn"]


def test_what_is_chosen_shows_as_buttons_that_take_it_off() -> None:
    assistant = FakeAssistant()
    two = within(assistant, ZH, {"newspaper": "海州日报", "since": "2023-05", "pages": []})
    assert re.findall(r'data-off="(\w*)"', two["chips"]) == ["newspaper", "period", ""]
    assert (two["papers"], two["wrong"]) == ("海州日报", "")
    one = within(assistant, EN, {"pages": ["<b>.txt"]})
    assert re.findall(r'data-off="(\w*)"', one["chips"]) == ["pages"]
    assert "&lt;b&gt;.txt" in one["chips"]
    assert within(assistant, ZH, {"until": "明天", "newspaper": "海州日报"}) == {
        "chips": "", "papers": "海州日报", "wrong": "until",
    }  # fmt: skip
    assert within(assistant, ZH, None)["chips"] == ""
