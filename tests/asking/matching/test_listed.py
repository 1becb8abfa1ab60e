"""What a list of names says of all in it."""

from __future__ import annotations

import pytest

from rag.asking.matching.listed import said_of_list


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("市领导植树，参加的有林海、欧阳静、陈志远。", "参加", id="behind 的有"),
        pytest.param("出席会议的还有：林海　陈志远", "出席会议", id="set apart by spaces"),
        pytest.param("参会人员包括林海、陈志远", "参会", id="包括"),
        pytest.param("参加会议的有关人员有：陈志远。", "参加会议的有关", id="behind the second of two beginnings"),
        pytest.param("陈志远说，参加的有林海。", "", id="named before it"),
        pytest.param("他有一个儿子，陈志远不知道。", "", id="another clause"),
    ],
)
def test_said_of_list(text: str, said: str) -> None:
    assert said_of_list("陈志远", text) == said
