"""Whom somebody met: the names behind the verb."""

from __future__ import annotations

import pytest

from rag.asked import Language
from rag.asking.expected.whom import met
from rag.asking.question.worded import worded
from rag.records import Person

BOTH = (Person("周文澜"), Person("林月华"))


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        pytest.param("陈志远会见了谁？", "陈志远会见董事长周文澜一行，林月华出席。", ["周文澜"], id="not who attended"),
        pytest.param("陈志远慰问了谁？", "陈志远慰问周文澜、林月华等人。", ["周文澜", "林月华"], id="several"),
        pytest.param("陈志远会见了谁？", "会见中，周文澜与林月华先后发言。", [], id="nobody behind it"),
    ],
)
def test_met(question: str, text: str, names: list[str]) -> None:
    assert [p.name for p in met(worded(question, Language.ZH).whom, text, BOTH)] == names
