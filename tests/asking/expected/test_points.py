"""As many points as are asked for, in one sentence or in those that go on counting."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.expected.points import strings_so_many
from tests.asking.handmade import article, asked

ONE = "陈志远提出三点意见：一是压实责任。"


@pytest.mark.parametrize(
    ("question", "many"),
    [
        pytest.param("提了哪三点意见？", 2, id="which three"),
        pytest.param("讲的五点意见是什么？", 4, id="what the five are"),
        pytest.param("提了哪些意见？", 0, id="no number"),
    ],
)
def test_how_many_points(question: str, many: int) -> None:
    assert asked(Asks.LIST, question).wording.points == many


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        pytest.param((ONE, "二是加强值守。", "三是备足物资。"), True, id="over three sentences"),
        pytest.param((ONE, "会议结束。", "三是备足物资。"), False, id="the counting breaks off"),
        pytest.param(("陈志远讲了三点意见。",), False, id="only their number"),
    ],
)
def test_points_are_counted_as_far_as_the_counting_goes_on(sentences: tuple[str, ...], told: bool) -> None:
    c = article(list(sentences))
    query = asked(Asks.LIST, "陈志远提了哪三点意见？", focus=("意见",))
    assert strings_so_many(query, c.passages[1], c) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("全市开展攻坚、排查、督导和共治行动。", True, id="a list of four"),
        pytest.param("全市防汛和抗旱会议部署排查和督导以及值守工作。", False, id="words joined in pairs"),
    ],
)
def test_what_joins_the_last_of_a_list_counts_once(text: str, told: bool) -> None:
    c = article([text])
    assert strings_so_many(asked(Asks.LIST, "四大行动是哪四个？", focus=("行动",)), c.passages[1], c) is told
