"""When: a day, the taking up of an office, or a term."""

from __future__ import annotations

import pytest

from rag.asking.heads import head
from rag.asking.kinds import holds
from rag.asking.times import deadline, takes_office
from rag.records import Asks
from tests.asking.handmade import LED, article, asked, best, inspection

TERM = "会议要求在年底前完成整治任务。"


@pytest.mark.parametrize(
    ("question", "term"),
    [
        pytest.param("什么时候前要完成整治？", True, id="by when"),
        pytest.param("何时之前完成？", True, id="by when, written"),
        pytest.param("什么时间前往青石镇？", False, id="前往 is going there"),
        pytest.param("会议什么时候召开？", False, id="a day"),
        pytest.param("What is the deadline?", True, id="English"),
    ],
)
def test_deadline(question: str, term: bool) -> None:
    assert deadline(asked(Asks.WHEN, question)) is term


def test_a_term_is_answered_by_what_sets_it_and_not_by_the_day_of_the_report() -> None:
    query = asked(Asks.WHEN, "什么时候前要完成整治？", words=("完成", "整治"))
    told = article([LED, TERM])
    first, second = (best(query, text, told) for text in (LED, TERM))
    assert (holds(query, first.passage, told), holds(query, second.passage, told)) == (False, True)
    assert head(query, second) == ""


@pytest.mark.parametrize(
    ("text", "held"),
    [
        pytest.param(LED, False, id="a visit in office"),
        pytest.param("5月8日，陈志远当选市委书记。", True, id="elected"),
    ],
)
def test_taking_up_an_office(text: str, held: bool) -> None:
    query = asked(Asks.WHEN, "陈志远什么时候当的市委书记？", people=("陈志远",), offices=("市委书记",))
    assert takes_office(query)
    told = article([text])
    assert holds(query, best(query, text, told).passage, told) is held


def test_a_visit_asked_about_has_its_day() -> None:
    query = asked(Asks.WHEN, "陈志远什么时候督查的？", people=("陈志远",))
    assert head(query, best(query, LED, inspection())) == "2022年5月6日（见报日2022-05-08）"
