"""Questions that two places answer together, taken apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Cue, Language
from rag.asking.answers.together import shared
from rag.asking.question.parts import parts
from rag.asking.question.question import Question
from rag.records import Period
from tests.asking.handmade import JUNE, MAY, asked


def understood(text: str) -> Question:
    """A clause understood as one word, itself."""
    return Question(Language.ZH, Asks.WHAT, words=(text,), question=text)


def questions(query: Question) -> list[str]:
    return [p.question for p in parts(query, understood)]


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        pytest.param(
            "谁既参加了防汛会议，又调研了海塘？", ["谁参加了防汛会议", "谁调研了海塘？"], id="both this and that"
        ),
        pytest.param(
            "参加防汛会议的领导中，谁又去了青石镇？", ["参加防汛会议", "谁又去了青石镇？"], id="among those who"
        ),
        pytest.param("谁主持了防汛会议？", ["谁主持了防汛会议？"], id="one question"),
        pytest.param(
            "青石镇是怎么防汛的，分哪几个步骤？", ["青石镇是怎么防汛的，分哪几个步骤？"], id="asked more closely"
        ),
    ],
)
def test_clauses(question: str, clauses: list[str]) -> None:
    assert questions(asked(Asks.WHO, question)) == clauses


@pytest.mark.parametrize(
    ("other", "alone"),
    [
        pytest.param(
            Question(Language.ZH, Asks.WHO, cues=frozenset({Cue.JOINT}), words=("谁",), question=""),
            False,
            id="who along",
        ),
        pytest.param(
            Question(Language.ZH, Asks.WHO, cues=frozenset({Cue.JOINT}), words=("谁",), people=("方宁",), question=""),
            True,
            id="with whom is said",
        ),
        pytest.param(Question(Language.ZH, Asks.WHO, words=("谁",), question=""), True, id="another thing"),
    ],
)
def test_who_came_along_is_asked_of_what_was_named_before(other: Question, alone: bool) -> None:
    def understand(text: str) -> Question:
        return replace(other, question=text) if "还有" in text else understood(text)

    whole = asked(Asks.WHO, "陈志远去青石镇看了海塘，还有谁一起去的？")
    assert (len(parts(whole, understand)) == 2) is alone


def named(text: str) -> Question:
    """A clause of which only 青石镇 is understood as a name."""
    places = ("青石镇",) if "Qingshi" in text else ()
    return Question(Language.EN, Asks.WHO, words=(text,), question=text, places=places)


@pytest.mark.parametrize(
    ("second", "several"),
    [
        pytest.param("who inspected Qingshi", True, id="names a town"),
        pytest.param("what does one cost", False, id="of what was named before"),
    ],
)
def test_an_english_clause_behind_and_is_asked_alone_if_it_names_something(second: str, several: bool) -> None:
    whole = replace(named(f"How many bars does the works make a day, and {second}?"), asks=Asks.NUMBER)
    assert (len(parts(whole, named)) == 2) is several


def test_a_clause_takes_the_day_and_the_kind_of_the_whole() -> None:
    whole = asked(Asks.WHO, "2022年5月谁既参加了防汛会议，又调研了海塘？", periods=(MAY,), excluded=("苏敏",))
    assert {(p.asks, p.periods, p.excluded) for p in parts(whole, understood)} == {(Asks.WHO, (MAY,), ("苏敏",))}


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param({"periods": (MAY, JUNE)}, [(MAY,), (JUNE,)], id="two periods"),
        pytest.param({"periods": (MAY,)}, [(MAY,)], id="one period"),
        pytest.param(
            {"asks": Asks.TIMELINE, "periods": (MAY, JUNE)}, [(MAY, JUNE)], id="a timeline looks at all anyhow"
        ),
        pytest.param({"asks": Asks.ROLE, "periods": (MAY, JUNE)}, [(MAY, JUNE)], id="so does an office"),
    ],
)
def test_periods(more: dict[str, object], found: list[tuple[Period, ...]]) -> None:
    query = asked(**{"asks": Asks.WHERE, "question": "陈志远去了哪里？", **more})  # type: ignore[arg-type]
    assert [p.periods for p in parts(query, understood)] == found


def test_two_people_each_by_themselves() -> None:
    both = asked(Asks.WHERE, "陈志远和苏敏分别去了哪里？", people=("陈志远", "苏敏"), words=("陈志远", "苏敏", "去"))
    assert [(p.people, p.words) for p in parts(both, understood)] == [
        (("陈志远",), ("陈志远", "去")),
        (("苏敏",), ("苏敏", "去")),
    ]


def test_what_two_people_did_each_is_two_accounts() -> None:
    both = asked(Asks.TIMELINE, "陈志远和苏敏5月分别做了什么？", people=("陈志远", "苏敏"))
    assert [p.people for p in parts(both, understood)] == [("陈志远",), ("苏敏",)]


def test_two_people_together_are_one_question() -> None:
    assert len(parts(asked(Asks.WHERE, "陈志远和苏敏一起去了哪里？", people=("陈志远", "苏敏")), understood)) == 1


@pytest.mark.parametrize(
    ("groups", "known", "expected"),
    [
        pytest.param([["林月华", "苏敏"], ["苏敏", "林月华"]], [], ("林月华", "苏敏"), id="in the order of the first"),
        pytest.param([["林月华"], ["苏敏"]], [], (), id="nobody in both"),
        pytest.param([["林月华", "苏敏"], ["苏敏", "林月华"]], ["苏敏"], ("林月华",), id="not whom the question names"),
    ],
)
def test_who_stands_in_every_part(groups: list[list[str]], known: list[str], expected: tuple[str, ...]) -> None:
    assert shared(groups, known) == expected


def test_two_places_asked_about_one_by_one() -> None:
    query = asked(
        Asks.LIST, "海州和东江的会议分别由谁主持？", words=("海州", "东江", "会议", "主持"), places=("海州", "东江")
    )
    assert [(p.places, p.words) for p in parts(query, understood)] == [
        (("海州",), ("海州", "会议", "主持")),
        (("东江",), ("东江", "会议", "主持")),
    ]


def test_two_people_compared_in_time() -> None:
    query = asked(Asks.WHO, "陈志远和林月华谁先开的会？", people=("陈志远", "林月华"))
    assert [(p.people, p.asks) for p in parts(query, understood)] == [
        (("陈志远",), Asks.WHEN),
        (("林月华",), Asks.WHEN),
    ]
