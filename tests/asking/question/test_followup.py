"""What the turn before supplies to a question that leans on it."""

from __future__ import annotations

import pytest

from rag.answered import Answer, Citation, Verdict
from rag.asked import Asks
from rag.asking.question.followup import follow
from rag.asking.question.question import Question
from rag.records import Activity, Span
from tests.asking.handmade import JUNE, MAY, asked

CITED = (Citation(1, "p.txt", (Span(0, 2),), "海塘", article=3), Citation(2, "p.txt", (Span(2, 4),), "工程", article=3))
PAST = asked(
    Asks.WHERE,
    "陈志远5月督查了哪里？",
    people=("陈志远",),
    words=("陈志远", "督查"),
    periods=(MAY,),
    activities=(Activity.INSPECT,),
)
BEFORE = Answer(Verdict.ANSWERED, "青石镇[1]", PAST, CITED, subjects=("林月华",))


def test_no_turn_before_changes_nothing() -> None:
    query = asked(Asks.WHO, "他还去了哪里？")
    assert follow(query, None) == query


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("他还去了哪里？", id="he"),
        pytest.param("那次会议谁主持？", id="that meeting"),
        pytest.param("接着呢？", id="and then"),
        pytest.param("Where else did he go?", id="English pronoun"),
    ],
)
def test_a_question_that_leans_gets_the_people_the_day_and_the_articles_of_the_one_before(question: str) -> None:
    found = follow(asked(Asks.WHERE, question, words=("去", "了解", "情况")), BEFORE)
    assert (found.people, found.carried) == (("陈志远",), ("陈志远",))
    assert found.words == ("陈志远", "去", "了解", "情况")
    assert (found.periods, found.within) == ((MAY,), (("p.txt", 3),))


def test_another_day_and_nothing_else_takes_over_all_the_rest() -> None:
    found = follow(asked(Asks.WHAT, "那6月呢？", periods=(JUNE,)), BEFORE)
    assert (found.asks, found.people, found.periods) == (Asks.WHERE, ("陈志远",), (JUNE,))
    assert (found.words, found.activities) == (("陈志远", "督查"), (Activity.INSPECT,))
    assert found.within == ()


def test_another_person_and_nothing_else_keeps_the_deed_and_the_day() -> None:
    found = follow(asked(Asks.WHAT, "那苏敏呢？", people=("苏敏",), words=("苏敏",)), BEFORE)
    assert (found.asks, found.people, found.periods) == (Asks.WHERE, ("苏敏",), (MAY,))
    assert "督查" in found.words


def test_where_the_question_before_named_nobody_he_is_whom_it_found() -> None:
    before = Answer(Verdict.ANSWERED, "林月华[1]", asked(Asks.WHO, "谁通报了雨情？"), CITED, subjects=("林月华",))
    assert follow(asked(Asks.ROLE, "她是什么职务？"), before).people == ("林月华",)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(
            asked(Asks.NUMBER, "海塘工程总投资多少亿元？", words=("海塘", "工程", "总投资")), id="stands by itself"
        ),
        pytest.param(
            asked(Asks.WHERE, "苏敏调研了哪里？", people=("苏敏",), words=("苏敏", "调研")),
            id="names somebody and a deed",
        ),
    ],
)
def test_a_question_that_stands_by_itself_is_left_alone(query: Question) -> None:
    assert follow(query, BEFORE) == query


def test_a_refusal_before_supplies_no_article() -> None:
    refused = Answer(Verdict.ABSTAINED, "没有报道", PAST, nearest=CITED)
    assert follow(asked(Asks.WHERE, "他还去了哪里？"), refused).within == ()


def test_another_person_takes_the_place_of_the_one_before() -> None:
    past = asked(Asks.WHAT, "陈志远5月6日开了什么会？", people=("陈志远",), words=("陈志远", "防汛", "会"))
    before = Answer(Verdict.ANSWERED, "防汛会[1]", past, CITED)
    again = follow(asked(Asks.WHAT, "那林月华呢？", people=("林月华",), words=("林月华",)), before)
    assert (again.people, again.words) == (("林月华",), ("林月华", "防汛", "会"))
