"""Only the wing that understands a question sees its text."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path

import pytest

from rag.asked import Asks, Frame, Language, Sought
from rag.asking.question.question import Question

ASKING = Path(__file__).resolve().parents[2] / "rag" / "asking"
WINGS = ("matching", "expected", "retrieval", "reranking", "heads", "constraints", "answers", "writing", "suggestions")
MODULES = sorted(p for wing in WINGS for p in (ASKING / wing).glob("*.py"))
ANSWERED = ("answer", "carried")
"""What keeps the question it was given, to show it."""
SEARCHED_BY = {"encoded", "whole"}
"""Fields with the text in them, for those who search by it."""


def _attributes(module: Path) -> list[ast.Attribute]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]


def test_a_frame_has_no_text() -> None:
    text = "谁到场？"
    question = Question(Language.ZH, Asks.WHO, question=text)
    assert question.question == text
    assert type(question.framed()) is Frame
    assert "question" not in {f.name for f in fields(Frame)}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ASKING).as_posix())
def test_no_other_wing_reads_the_text(module: Path) -> None:
    read = [a for a in _attributes(module) if a.attr == "question" and ast.unparse(a.value) not in ANSWERED]
    assert [ast.unparse(a) for a in read] == []
    if module.parent.name != "retrieval":
        assert not SEARCHED_BY & {a.attr for a in _attributes(module)}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        pytest.param("区长", True, id="a word"),
        pytest.param("副区长", False, id="no pair of it"),
        pytest.param("谁", True, id="one character"),
        pytest.param("他", False, id="one that does not stand there"),
    ],
)
def test_what_the_question_says(word: str, said: bool) -> None:
    assert Sought(pairs=frozenset(("谁是", "是区", "区长"))).says(word) is said
