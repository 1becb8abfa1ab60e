"""A deed done by another, a plan, another quarter: what the best sentence does not bear out."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.constraints.dated import stretch
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.wanted import planned
from rag.asking.expected.appointed import of_that_time
from rag.asking.expected.confirm import chaired, confirms
from rag.records import Activity
from tests.asking.handmade import JUNE, about, article, asked, best

PLANT = "新厂占地20亩，预计2024年6月投产，年产值3亿元。"
HALVES = "陈志远负责青石镇；林月华负责南坪镇。"


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        pytest.param(PLANT, Lack.PLANNED, id="told as a plan"),
        pytest.param("新厂预计年产值3亿元，8月1日已投产。", Lack.NOTHING, id="told as done"),
        pytest.param("新厂8月1日投产。", Lack.NOTHING, id="no word of a plan"),
    ],
)
def test_planned(text: str, lack: Lack) -> None:
    query = asked(Asks.YES_NO, "新厂已经投产了吗？", words=("新厂", "投产"))
    assert planned(query, about(query), best(query, text, article([text]))).lack is lack


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        pytest.param("二季度产值是多少？", "一季度，全区产值3亿元。", "二季度", id="another quarter"),
        pytest.param("第1季度产值是多少？", "一季度，全区产值3亿元。", "", id="the same in other numerals"),
        pytest.param("上半年产值是多少？", "全区产值3亿元。", "上半年", id="none named"),
    ],
)
def test_stretch(question: str, text: str, missing: str) -> None:
    query = asked(Asks.NUMBER, question, words=("产值",))
    found = stretch(query, about(query), best(query, text, article([text], title="产值")))
    assert found == (Support(Lack.DATE, missing) if missing else Support())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("上半年，全区产值3亿元。", True, id="of half a year alone"),
        pytest.param("上半年产值3亿元，6月产值6000万元。", False, id="of the month too"),
        pytest.param("全区产值3亿元。", False, id="of no stretch"),
    ],
)
def test_a_month_is_not_told_by_a_longer_stretch(text: str, missing: bool) -> None:
    query = asked(Asks.NUMBER, "6月产值是多少？", words=("产值",), periods=(JUNE,))
    found = stretch(query, about(query), best(query, text, article([text], title="产值")))
    assert found == (Support(Lack.DATE, JUNE.printed) if missing else Support())


@pytest.mark.parametrize(
    ("people", "led"),
    [
        pytest.param(("林月华",), True, id="who presided"),
        pytest.param(("陈志远",), False, id="who was there"),
    ],
)
def test_chaired(people: tuple[str, ...], led: bool) -> None:
    c = article(["林月华主持会议，陈志远出席会议。"])
    query = asked(Asks.WHAT, "主持了什么会议？", people=people, activities=(Activity.MEETING_CHAIR,))
    assert chaired(query, c) is led


@pytest.mark.parametrize(
    ("place", "yes"),
    [
        pytest.param("青石镇", True, id="his half of the sentence"),
        pytest.param("南坪镇", False, id="the half of somebody else"),
    ],
)
def test_a_place_in_the_half_of_somebody_else_confirms_nothing(place: str, yes: bool) -> None:
    c = article([HALVES], title="分工")
    query = asked(Asks.YES_NO, f"陈志远负责{place}吗？", people=("陈志远",), places=(place,))
    assert confirms(query, c) is yes


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        pytest.param("林海拟任什么职务？", "林海，现任镇长，拟任局长。", True, id="to come"),
        pytest.param("林海拟任什么职务？", "镇长林海出席。", False, id="only the present one"),
        pytest.param("林海原来是什么职务？", "免去：林海的副局长职务。", True, id="over"),
        pytest.param("林海原来是什么职务？", "任命林海为局长。", False, id="only the new one"),
        pytest.param("林海是什么职务？", "任命林海为局长。", True, id="of no other time"),
    ],
)
def test_of_that_time(question: str, text: str, told: bool) -> None:
    assert of_that_time(asked(Asks.ROLE, question), text) is told
