"""What one line asks one thing after another, taken apart where each clause asks."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Cue, Overall
from rag.asking.question.in_turn import in_turn
from rag.asking.question.question import Question
from tests.asking.handmade import asked


def understood(text: str) -> Question:
    return asked(Asks.WHAT, text, words=(text,))


def clauses(query: Question) -> list[str]:
    return [clause.question for clause in in_turn(query, understood)]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("青石驿站有多大，是镇上建的第几个？", ["青石驿站有多大", "是镇上建的第几个？"], id="a comma"),
        pytest.param("局长换成谁了？前任叫什么？", ["局长换成谁了？", "前任叫什么？"], id="two question marks"),
        pytest.param("方宁 什么身份 讲了啥", ["方宁 什么身份", "讲了啥"], id="spaces, what it is of stands before"),
        pytest.param(
            "方宁5月去东江，看的是哪个行业？还参观了哪座港口？",
            ["方宁5月去东江，看的是哪个行业？", "还参观了哪座港口？"],
            id="what it is of has a clause of its own",
        ),
        pytest.param("谁去了东江，哪天去的，报道里说", ["谁去了东江", "哪天去的，报道里说"], id="what asks nothing"),
        pytest.param("东江夏夜巡查那几天，抓了多少人？", [], id="some days are asked for by nobody"),
        pytest.param("十几个厂停了工，谁去看的？", [], id="nor is a number that is not known"),
        pytest.param("谁主持了防汛会议？", [], id="one question"),
        pytest.param("谁去的，哪天，多久，怎么去的？", [], id="more than three"),
        pytest.param("参加防汛会议的领导，谁又去了青石镇？", [], id="only the second asks"),
    ],
)
def test_clauses(question: str, found: list[str]) -> None:
    assert clauses(asked(Asks.WHAT, question)) == found


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"asks": Asks.SUMMARY}, id="a summary"),
        pytest.param({"overall": Overall.WHO_MOST}, id="of the whole table of events"),
        pytest.param({"cues": frozenset({Cue.SEVERAL})}, id="one of several sides"),
    ],
)
def test_what_is_told_as_a_whole_is_not_taken_apart(more: dict[str, object]) -> None:
    assert clauses(asked(**{"asks": Asks.WHAT, "question": "驿站有多大，是第几个？", **more})) == []  # type: ignore[arg-type]


def test_a_clause_stays_in_the_articles_of_the_whole() -> None:
    query = asked(Asks.WHAT, "它有多大，是第几个？", within=(("p.txt", 3),))
    assert [clause.within for clause in in_turn(query, understood)] == [(("p.txt", 3),)] * 2
