"""The same words ask for an office, a person or an account, by whom the question names and what else it says."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Cue
from rag.asking.question.settle import settled

CHEN = ("陈志远",)


def test_who_came_along_is_asked_whatever_office_it_is() -> None:
    question = "陈志远到海州，同去的副市长是谁？"
    asked = settled(Asks.WHO, question, CHEN, ("副市长",), "", frozenset({Cue.COMPANY, Cue.HOLDER}))
    assert asked is Asks.WHO
    assert settled(Asks.WHO, question, CHEN, ("副市长",), "", frozenset({Cue.HOLDER})) is Asks.ROLE


@pytest.mark.parametrize(
    ("kind", "question", "people", "offices", "rest", "expected"),
    [
        pytest.param(Asks.WHO, "陈志远是谁？", CHEN, (), "", Asks.ROLE, id="who somebody is"),
        pytest.param(Asks.WHO, "Who is Chen Zhiyuan?", CHEN, (), "", Asks.ROLE, id="the same in English"),
        pytest.param(Asks.WHO, "陪陈志远的是谁？", CHEN, (), "陪同", Asks.WHO, id="who came along"),
        pytest.param(Asks.WHO, "海州市的新任市长是谁", (), ("市长",), "新任", Asks.ROLE, id="who took an office"),
        pytest.param(
            Asks.WHO, "陈志远和林月华谁是市长", (*CHEN, "林月华"), ("市长",), "", Asks.ROLE, id="which of two"
        ),
        pytest.param(Asks.WHO, "海州市长是谁", (), ("市长",), "", Asks.ROLE, id="who holds an office"),
        pytest.param(Asks.LIST, "副县长有哪几位", (), ("副县长",), "", Asks.ROLE, id="all who hold an office"),
        pytest.param(Asks.LIST, "干部都有谁", (), ("干部",), "", Asks.LIST, id="what many are at once"),
        pytest.param(Asks.WHAT, "陈志远8月做了什么？", CHEN, (), "", Asks.TIMELINE, id="all somebody did"),
        pytest.param(Asks.WHAT, "陈志远昨天干什么去了", CHEN, (), "", Asks.TIMELINE, id="spoken"),
        pytest.param(
            Asks.LIST, "陈志远参加过哪些会议或活动？", CHEN, (), "参加过会议或", Asks.TIMELINE, id="which meetings"
        ),
        pytest.param(
            Asks.WHAT, "陈志远为海塘做了什么？", CHEN, (), "海塘", Asks.WHAT, id="in one matter: no account of all"
        ),
        pytest.param(Asks.WHAT, "海州做了什么？", (), (), "", Asks.WHAT, id="nobody named"),
    ],
)
def test_settled(
    kind: Asks, question: str, people: tuple[str, ...], offices: tuple[str, ...], rest: str, expected: Asks
) -> None:
    assert settled(kind, question, people, offices, rest) is expected
