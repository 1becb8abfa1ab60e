"""Offices, people asked for by what they are, and whose words are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Frame
from rag.asking.constraints.holders import named, office, present, prints_office, speaks
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.candidates import Candidate
from rag.records import Hold, Person, Tenure
from tests.asking.handmade import about, article, asked, best

ROBBED = article(["警方称，枪手已经被捕，法官胡一舟到场。"], title="枪击", people=(Person("胡一舟", "法官"),))
LAWSUIT = article(["原告律师段小宁到庭。"], title="开庭", people=(Person("段小宁", "原告律师"),))
TALK = article(
    ["县委书记滕飞到渡口调研。", ("他强调，要守住底线。", "滕飞"), "县长白英参加。"],
    title="渡口",
    people=(Person("滕飞", "县委书记"), Person("白英", "县长")),
)


def found(rule: object, query: Frame, text: str, candidate: Candidate) -> Support:
    return rule(query, about(query), best(query, text, candidate))  # type: ignore[operator,no-any-return]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param("县委书记", Support(), id="held"),
        pytest.param("渡口书记", Support(Lack.PERSON, "渡口书记"), id="held by nobody"),
        pytest.param("市领导", Support(), id="what many are"),
    ],
)
def test_an_office_must_stand_in_the_article(held: str, expected: Support) -> None:
    query = asked(Asks.WHERE, f"{held}去了哪里？", words=("渡口",), offices=(held,))
    assert found(office, query, "县委书记滕飞到渡口调研。", TALK) == expected


def test_a_deputy_is_no_holder() -> None:
    deputy = article(["副区长纪明到渡口调研。"], title="渡口", people=(Person("纪明", "副区长"),))
    query = asked(Asks.WHO, "区长去了渡口吗？", words=("渡口",), offices=("区长",))
    assert found(office, query, "副区长纪明到渡口调研。", deputy) == Support(Lack.PERSON, "区长")


@pytest.mark.parametrize(
    ("question", "text", "candidate", "lack"),
    [
        pytest.param("枪手叫什么名字？", "警方称，枪手已经被捕，法官胡一舟到场。", ROBBED, Lack.KIND, id="nameless"),
        pytest.param("原告律师叫什么？", "原告律师段小宁到庭。", LAWSUIT, Lack.NOTHING, id="named"),
        pytest.param("货车司机叫什么？", "原告律师段小宁到庭。", LAWSUIT, Lack.NOTHING, id="in other words perhaps"),
    ],
)
def test_who_is_asked_for_by_name(question: str, text: str, candidate: Candidate, lack: Lack) -> None:
    assert found(named, asked(Asks.WHO, question, words=("名字",)), text, candidate).lack is lack


@pytest.mark.parametrize(
    ("question", "people", "offices", "lack"),
    [
        pytest.param("滕飞讲了什么？", ("滕飞",), (), Lack.NOTHING, id="他 is the one"),
        pytest.param("白英讲了什么？", ("白英",), (), Lack.KIND, id="took part and said nothing"),
        pytest.param("县长提了哪些要求？", (), ("县长",), Lack.KIND, id="by the office"),
        pytest.param("白英参加了什么？", ("白英",), (), Lack.NOTHING, id="no words are asked for"),
    ],
)
def test_whose_words_are_asked_for_must_speak(
    question: str, people: tuple[str, ...], offices: tuple[str, ...], lack: Lack
) -> None:
    query = asked(Asks.WHAT, question, words=("渡口",), people=people, offices=offices)
    assert found(speaks, query, "县委书记滕飞到渡口调研。", TALK).lack is lack


@pytest.mark.parametrize(
    ("question", "holds", "lack"),
    [
        pytest.param("白英现在当什么？", (Hold.THEN,), Lack.KIND, id="held then"),
        pytest.param("白英现在当什么？", (Hold.FORMER, Hold.TO_COME), Lack.KIND, id="held once, and to be held"),
        pytest.param("白英现在当什么？", (Hold.FORMER, Hold.HELD), Lack.NOTHING, id="another one is held"),
        pytest.param("白英当过什么？", (Hold.FORMER,), Lack.NOTHING, id="not asked of now"),
        pytest.param("白英现在当什么？", (), Lack.NOTHING, id="no office is read"),
    ],
)
def test_what_somebody_is_now_is_no_office_that_is_over(question: str, holds: tuple[Hold, ...], lack: Lack) -> None:
    told = article(["白英作了介绍。"], title="渡口", tenures=tuple(Tenure("白英", "县长", hold) for hold in holds))
    query = asked(Asks.ROLE, question, words=("白英",), people=("白英",))
    assert found(present, query, "白英作了介绍。", told).lack is lack


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("市教育局吴萍局长、市民政局余伟副局长陪同。", False, id="its deputy, and another body's head"),
        pytest.param("市教育局吴萍副局长、市民政局余伟局长陪同。", True, id="its head"),
    ],
)
def test_a_sentence_tells_of_the_office_and_not_of_its_deputy(text: str, printed: bool) -> None:
    query = asked(Asks.ROLE, "市民政局局长是谁？", words=("市", "民政局", "局长"), offices=("局长",))
    (passage,) = article([text], title="慰问").passages[-1:]
    assert prints_office(query, passage) is printed
    assert prints_office(replace(query, places=("市民政局",)), passage) is printed
    assert prints_office(replace(query, offices=()), passage) is True
