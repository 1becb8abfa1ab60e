"""Evaluating something that answers, the floors, and what is printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from rag.answered import Answer, Verdict
from rag.errors import QuestionError, SettingError
from rag.evaluating import evaluate, failures, shortfalls, table
from rag.records import Article, Dated, Page, Reading, Understood
from tests.evaluating.conftest import PAGE, VISIT, answered


class Knows:
    """Answers one question rightly, refuses an empty one, abstains from the rest."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        self.asked.append((question, tuple(history)))
        if not question:
            raise QuestionError("the question is empty", "ask something")
        if "大桥" in question:
            return answered("陈志远[1]", VISIT)
        return answered("没有报道", verdict=Verdict.ABSTAINED)

    def readings(self) -> Sequence[Reading]:
        return (Reading(Page("p.txt", PAGE, "d"), Article("p.txt", 1), Understood(Dated())),)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    common = {
        "type": "who",
        "answerable": True,
        "atoms": [["陈志远"]],
        "evidence": [{"page": "p.txt", "quote": "大桥"}],
    }
    lines = [
        {"id": "a", "lang": "zh", "question": "谁检查了大桥？", "answer": "陈志远", **common},
        {"id": "b", "lang": "en", "question": "Who?", "history": ["谁检查了大桥？"], "answer": "Chen", **common},
        {"id": "c", "lang": "zh", "question": "", "answer": "", **common},
        {"id": "d", "lang": "zh", "type": "unanswerable", "question": "何时建成？", "answerable": False},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_questions_are_asked_in_order_with_their_history(gold: Path) -> None:
    knows = Knows()
    steps: list[tuple[str, int, int]] = []
    evaluation = evaluate(knows, gold, lambda *step: steps.append(step))
    assert knows.asked == [("谁检查了大桥？", ()), ("Who?", ("谁检查了大桥？",)), ("", ()), ("何时建成？", ())]
    assert steps == [("asking", n, 4) for n in (1, 2, 3, 4)]
    assert (evaluation.summary.full, evaluation.summary.unanswered_lines) == (0.5, 1)
    assert [s.question.id for s in evaluation.failures] == ["b", "c"]


def test_the_table_has_a_row_for_each_type_and_language(gold: Path) -> None:
    lines = table(evaluate(Knows(), gold)).splitlines()
    assert lines[0].split() == ["questions", "4"]
    assert [line.split() for line in lines[-4:]] == [
        ["unanswerable", "1", "100.0%", "100.0%", "n/a", "100.0%"],
        ["who", "3", "33.3%", "33.3%", "33.3%", "100.0%"],
        ["lang=en", "1", "0.0%", "0.0%", "0.0%", "100.0%"],
        ["lang=zh", "3", "66.7%", "66.7%", "50.0%", "100.0%"],
    ]


def test_failures_say_what_is_wrong(gold: Path) -> None:
    first, second = failures(evaluate(Knows(), gold)).split("\n\n")
    assert first.splitlines() == [
        "b who 谁检查了大桥？ / Who?",
        "  gold: Chen",
        "  got (abstained): 没有报道",
        "  missing 陈志远; the evidence is not cited; abstained",
    ]
    assert "got (nothing)" in second


@pytest.mark.parametrize(
    ("floors", "lines"),
    [
        pytest.param({"full": 0.5, "citations_exact": 1.0, "_why": "…"}, (), id="all hold, at the floor too"),
        pytest.param({"full": 0.6}, ("full is 0.500, below 0.600",), id="below a floor"),
        pytest.param({"false_abstain": 0.3}, ("false_abstain is 0.333, above 0.300",), id="above a ceiling"),
        pytest.param({"false_abstain": 0.4}, (), id="below a ceiling is well"),
    ],
)
def test_floors(gold: Path, tmp_path: Path, floors: dict[str, object], lines: tuple[str, ...]) -> None:
    (tmp_path / "floors.json").write_text(json.dumps(floors))
    assert shortfalls(evaluate(Knows(), gold).summary, tmp_path / "floors.json", gold) == lines


@pytest.mark.parametrize(
    ("floors", "says"),
    [
        pytest.param('{"fool": 1}', "names no figures: fool", id="a misspelt figure"),
        pytest.param("[]", "cannot be read", id="no object"),
        pytest.param("", "cannot be read", id="empty"),
        pytest.param('{"gold_sha256": "0"}', "measured on other questions", id="other questions"),
    ],
)
def test_floors_that_cannot_be_used(gold: Path, tmp_path: Path, floors: str, says: str) -> None:
    (tmp_path / "floors.json").write_text(floors)
    with pytest.raises(SettingError, match=says):
        shortfalls(evaluate(Knows(), gold).summary, tmp_path / "floors.json", gold)


def test_floors_of_these_very_questions(gold: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256(gold.read_bytes()).hexdigest()
    (tmp_path / "floors.json").write_text(json.dumps({"gold_sha256": digest, "full": 0.1}))
    assert shortfalls(evaluate(Knows(), gold).summary, tmp_path / "floors.json", gold) == ()
