"""Kinds of question that are a row of the table and one module: how much money, what share, what is the reason."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.expected.kinds import holds
from rag.asking.matching.types import named, type_of
from tests.asking.handmade import article, asked

SPENT = "青石桥改造总投资3200万元，全长260米。"
SHARE = "青石镇污水处理率达到九成，其中居民区为97.5%。"
CLOSED = "因暴雨引发山洪，青石桥7月3日封闭。"
TOLD = article([SPENT, SHARE, CLOSED], title="青石镇")


@pytest.mark.parametrize(
    ("asks", "question", "name", "holding"),
    [
        pytest.param(Asks.NUMBER, "青石桥改造花了多少钱？", "money", SPENT, id="money"),
        pytest.param(Asks.NUMBER, "How much money did the bridge cost?", "money", SPENT, id="money, in English"),
        pytest.param(Asks.NUMBER, "污水处理率是多少？", "share", SHARE, id="share"),
        pytest.param(Asks.WHAT, "青石桥封闭的原因是什么？", "reason", CLOSED, id="reason"),
        pytest.param(Asks.WHAT, "What was the reason for the closure?", "reason", CLOSED, id="reason, in English"),
    ],
)
def test_only_a_sentence_with_such_a_thing_holds_it(asks: Asks, question: str, name: str, holding: str) -> None:
    assert named(question, asks) == name
    query = asked(asks, question)
    assert type_of(query).name == name
    assert [p.text for p in TOLD.passages if holds(query, p, TOLD)] == [holding]
