"""Whatever is asked, and whatever the pages print: right answers are cited to the letter, wrong ones are not given."""

from __future__ import annotations

from datetime import date

import pytest
from _pytest.mark.structures import ParameterSet

from rag.answered import Answer, Verdict
from rag.asking.assistant import Assistant
from rag.errors import QuestionError
from rag.spans import quote
from tests.asking.cases import Case
from tests.asking.disguised import DISGUISED
from tests.asking.pages import PAGES
from tests.asking.unanswerable import UNANSWERABLE

pytestmark = pytest.mark.model

CASES = (*UNANSWERABLE, *DISGUISED)

NEW_YEARS_EVE = date(2023, 12, 31)


MISHEARD = ("English opening day", "one character more than a known name")
"""What the reader mishears on so short a page: refused though the page tells it, or answered by what stands near it."""


def marked(case: Case) -> ParameterSet:
    misheard = pytest.mark.xfail(strict=True, reason="the reader mishears it")
    return pytest.param(case, id=case.why, marks=[misheard] if case.why in MISHEARD else [])


@pytest.mark.parametrize("case", [marked(c) for c in CASES])
def test_question_gets_what_the_pages_say_or_a_refusal(assistant: Assistant, case: Case) -> None:
    answer = assistant.ask(case.question, today=NEW_YEARS_EVE)
    assert answer.verdict is case.verdict, answer.text
    assert [s for s in case.says if s not in answer.text] == []
    assert [s for s in case.never if s in answer.text] == []
    assert (answer.citations != ()) is (case.verdict is not Verdict.ABSTAINED)
    assert inexact(answer) == []


def inexact(answer: Answer) -> list[str]:
    """Quotes, shown as support or as nearest, that are not in their page to the letter."""
    return [c.quote for c in (*answer.citations, *answer.nearest) if quote(PAGES[c.page], c.spans) != c.quote]


def test_every_case_has_its_own_reason_and_question() -> None:
    assert len({c.why for c in CASES}) == len({c.question for c in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        pytest.param("", "the question is empty", id="nothing"),
        pytest.param(" \n\t　", "the question is empty", id="white space of every width"),
        pytest.param("？！……——", "the question holds no word", id="punctuation only"),
        pytest.param("🤔🤔", "the question holds no word", id="emoji only"),
        pytest.param("\u200b\u200d\ufeff", "the question is empty", id="characters nobody sees"),
        pytest.param("\x00", "the question is empty", id="NUL only"),
        pytest.param('*"()^:-', "the question holds no word", id="FTS syntax without a word"),
        pytest.param("问" * 2001, "the question has 2001 characters", id="one character too long"),
        pytest.param("谁" * 10_000, "the question has 10000 characters", id="a document for a question"),
    ],
)
def test_what_is_no_question_is_refused_with_the_reason(assistant: Assistant, question: str, fact: str) -> None:
    with pytest.raises(QuestionError, match=fact):
        assistant.ask(question)


def test_a_question_of_the_greatest_length_is_taken(assistant: Assistant) -> None:
    assert assistant.ask("问" * 2000).verdict is Verdict.ABSTAINED


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    once, again = (assistant.ask("5月6日陈志远督查时有谁一同参加？") for _ in range(2))
    assert (once.text, once.citations, once.nearest) == (again.text, again.citations, again.nearest)


def test_a_good_answer_before_does_not_soften_a_refusal_after(assistant: Assistant) -> None:
    before = "海塘安澜工程总投资多少？"
    assert assistant.ask(before).verdict is Verdict.ANSWERED
    assert assistant.ask("海州市公安局在凤凰岭查获了多少车？", history=[before]).verdict is Verdict.ABSTAINED
