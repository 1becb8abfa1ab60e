"""Which heads are true, one rule a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.answered import Answer, Head, HeadKind, Verdict
from rag.evaluating.golden import Question
from rag.evaluating.metrics import score, summarise
from rag.evaluating.stated import truths
from tests.evaluating.conftest import PAGES, answered, asked

WHEN = asked(type="when", answer="2024年5月6日", atoms=(("5月6日",),), forbidden=())


def stating(*values: str, verdict: Verdict = Verdict.ANSWERED) -> Answer:
    return replace(answered(verdict=verdict), heads=tuple(Head(v, HeadKind.OTHER) for v in values))


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        pytest.param(asked(), stating("陈志远"), (True,), id="the gold answer"),
        pytest.param(asked(), stating("chen  ZHIYUAN"), (True,), id="another wording, case, space"),
        pytest.param(asked(), stating("陈志远", "某人"), (True, False), id="each for itself"),
        pytest.param(asked(atoms=(("陈志远和李文斌",),)), stating("李文斌"), (False,), id="forbidden"),
        pytest.param(asked(allowed=("副市长",)), stating("副市长"), (True,), id="harmless"),
        pytest.param(asked(), stating(), (), id="only quotations"),
        pytest.param(asked(), stating("某人", verdict=Verdict.ABSTAINED), (), id="a refusal states nothing"),
        pytest.param(asked(answerable=False), stating("陈志远"), (False,), id="no page tells"),
        pytest.param(asked(type="list"), stating("某人"), None, id="a list is not judged"),
        pytest.param(asked(), None, None, id="no answer at all"),
        pytest.param(WHEN, stating("2024-05-06"), (True,), id="a day written otherwise"),
        pytest.param(WHEN, stating("2024-05-07"), (False,), id="another day"),
        pytest.param(replace(WHEN, answer="2024年5月", atoms=()), stating("2024-05"), (True,), id="a month"),
        pytest.param(replace(WHEN, answer="2024年春", atoms=()), stating("2024"), (True,), id="a year"),
    ],
)
def test_which_heads_are_true(question: Question, answer: Answer | None, expected: tuple[bool, ...] | None) -> None:
    assert truths(question, answer) == expected


def test_figures_of_many() -> None:
    given = [stating("陈志远"), stating("陈志远", "某人"), stating(), None]
    judged = [score(asked(), answer, PAGES) for answer in given]
    judged += [score(asked(answerable=False, type="unanswerable"), stating("某人"), PAGES)]
    summary = summarise(judged)
    assert summary.head_precision == 0.5
    assert summary.questions_with_a_false_head == 0.5
    assert summary.facts_with_a_right_head == pytest.approx(1 / 3)
