"""What each leg found, as it was really asked."""

from __future__ import annotations

import pytest

from rag.asking.assistant import Assistant
from rag.errors import QuestionError
from rag.listings import Lookup

pytestmark = pytest.mark.model

QUESTION = "赵启明2023年3月调研了什么？"


@pytest.fixture(scope="module")
def found(assistant: Assistant) -> Lookup:
    return assistant.look_up(QUESTION, limit=5)


def test_legs_in_their_order_with_at_most_the_limit(found: Lookup) -> None:
    assert [leg.name for leg in found.legs] == ["events", "words", "meaning", "screened", "judged"]
    assert all(1 <= len(leg.hits) <= 5 for leg in found.legs)
    assert found.query.people == ("赵启明",)
    assert found.milliseconds >= sum(leg.milliseconds for leg in found.legs[1:3])


def test_each_leg_is_best_first_and_ranks_are_those_of_the_leg(found: Lookup) -> None:
    for leg in found.legs:
        assert [h.score for h in leg.hits] == sorted((h.score for h in leg.hits), reverse=True)
    for name, rank_of in (("events", "events"), ("words", "lexical"), ("meaning", "dense")):
        hits = next(leg.hits for leg in found.legs if leg.name == name)
        assert [next(r.rank for r in h.ranks if r.leg == rank_of) for h in hits] == list(range(1, len(hits) + 1))


def test_events_are_those_of_who_and_when_was_asked(found: Lookup) -> None:
    assert {h.passage.page for h in found.legs[0].hits} == {"2023-03-10-02.txt"}


def test_judged_is_what_the_answer_was_made_of(assistant: Assistant, found: Lookup) -> None:
    assert [h.passage.id for h in found.legs[-1].hits] == [h.passage.id for h in assistant.ask(QUESTION).hits[:5]]


def test_nothing_named_no_events(assistant: Assistant) -> None:
    assert assistant.look_up("有什么消息？").legs[0].hits == ()


def test_a_question_that_cannot_be_searched(assistant: Assistant) -> None:
    with pytest.raises(QuestionError):
        assistant.look_up("？！")


def pages_of(found: Lookup) -> set[str]:
    return {h.passage.page for h in found.legs[0].hits}


@pytest.mark.parametrize(
    ("question", "pages"),
    [
        pytest.param("5月6日陈志远去了哪里？", {"2022-05-08-01.txt"}, id="a day without a year"),
        pytest.param("3月份赵启明做了什么？", {"2023-03-10-02.txt"}, id="a month without one"),
        pytest.param("Where did Zhao Qiming go on March 8?", {"2023-03-10-02.txt"}, id="in English"),
        pytest.param("2月30日陈志远去了哪里？", set(), id="no such day"),
        pytest.param("6日陈志远去了哪里？", {"2022-05-08-01.txt"}, id="a day without a month"),
        pytest.param("周五陈志远去了哪里？", {"2022-05-08-01.txt", "2022-06-12-01.txt"}, id="a day of the week"),
        pytest.param("12月25日陈志远去了哪里？", set(), id="a day of no page"),
    ],
)
def test_a_day_without_a_year_is_that_day_of_any_year(assistant: Assistant, question: str, pages: set[str]) -> None:
    assert pages_of(assistant.look_up(question)) == pages


def test_looking_up_reads_the_question_as_asking_does(assistant: Assistant) -> None:
    earlier = ["赵启明调研了什么？"]
    found = assistant.look_up("他什么时候去的？", earlier)
    assert found.query == assistant.ask("他什么时候去的？", earlier).query
    assert pages_of(found) == {"2023-03-10-02.txt"}
