"""What a sentence gives of one side is not given of the other."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.matching.rivals import named_other
from tests.asking.handmade import article, asked

TEXT = "他承诺月底前在东江路北侧安装护栏86根，南侧暂不安装。"
PLACE = article([TEXT])


@pytest.mark.parametrize(
    ("question", "other"),
    [
        pytest.param("东江路北侧装多少根护栏？", "", id="the side it is told of"),
        pytest.param("东江路南侧装多少根护栏？", "南侧", id="the other side"),
        pytest.param("东江路装多少根护栏？", "", id="no side asked about"),
    ],
)
def test_a_figure_of_one_side_is_not_the_other_s(question: str, other: str) -> None:
    passage = next(p for p in PLACE.passages if p.text == TEXT)
    assert named_other(asked(Asks.NUMBER, question), passage, PLACE, TEXT.index("86")) == other
