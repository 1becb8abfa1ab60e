"""Meetings known by their number."""

from __future__ import annotations

import pytest

from rag.asking.matching.ordinals import numbered, ordinals, stands_in
from tests.asking.handmade import article

THIRD = article(["市政府第3次常务会议召开。"], page="third.txt")
THIRTEENTH = article(["市政府第13次常务会议召开。"], page="thirteenth.txt")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        pytest.param("第3次会议", 3, "次", id="digits"),
        pytest.param("第３次会议", 3, "次", id="digits in full width"),
        pytest.param("第三次会议", 3, "次", id="numerals"),
        pytest.param("第十届", 10, "届", id="ten"),
        pytest.param("第十四届", 14, "届", id="a teen"),
        pytest.param("第二十批", 20, "批", id="twenty"),
        pytest.param("政协二次会议", 2, "次", id="a session without its 第"),
        pytest.param("第二督导组", 2, "督导组", id="a team"),
        pytest.param("第三十四次", 34, "次", id="thirty-four"),
    ],
)
def test_both_numerals(text: str, number: int, unit: str) -> None:
    assert [(o.number, o.unit) for o in ordinals(text)] == [(number, unit)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("第一车间", id="no unit"),
        pytest.param("3次会议", id="a count"),
        pytest.param("开了三次会议", id="a count in words"),
    ],
)
def test_no_ordinal(text: str) -> None:
    assert ordinals(text) == ()


@pytest.mark.parametrize(
    ("asked", "text", "stands"),
    [
        pytest.param("第一批送了什么？", "首批物资送到了青石镇。", True, id="the first by its own word"),
        pytest.param("第二批送了什么？", "首批物资送到了青石镇。", False, id="the first is not the second"),
        pytest.param("第一批送了什么？", "首次会议开了。", False, id="the first of something else"),
    ],
)
def test_the_first_is_printed_with_a_word_of_its_own(asked: str, text: str, stands: bool) -> None:
    assert stands_in(*ordinals(asked), text) is stands


def test_another_number_is_another_meeting() -> None:
    assert [c.key[0] for c in numbered(ordinals("第3次常务会议谁主持？"), [THIRTEENTH, THIRD])] == ["third.txt"]
    assert [c.key[0] for c in numbered(ordinals("第三次常务会议谁主持？"), [THIRTEENTH, THIRD])] == ["third.txt"]


def test_where_none_prints_it_all_stay_to_be_judged() -> None:
    assert numbered(ordinals("第5次常务会议谁主持？"), [THIRTEENTH, THIRD]) == [THIRTEENTH, THIRD]
    assert numbered(ordinals("常务会议谁主持？"), [THIRD]) == [THIRD]
