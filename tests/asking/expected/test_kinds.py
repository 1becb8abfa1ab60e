"""Whether a sentence holds the kind of thing that is asked for."""

from __future__ import annotations

import pytest

from rag.asked import Asks, Frame
from rag.asking.expected.kinds import holds
from rag.asking.expected.people import new_people
from rag.asking.expected.quantity import counts
from rag.asking.expected.wants import wants_people
from rag.mentions import mentions
from rag.records import Activity, Dated
from tests.asking.handmade import ALONG, LED, STOPS, article, asked

CHEN = {"people": ("陈志远",)}


def holding(query: Frame, text: str, places: tuple[str, ...] = ()) -> bool:
    c = article([text], places=places)
    return holds(query, c.passages[1], c)


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        pytest.param(asked(Asks.WHO, **CHEN), ALONG, True, id="who: names somebody else"),
        pytest.param(asked(Asks.WHO, **CHEN), LED, False, id="who: names only him who is asked about"),
        pytest.param(asked(Asks.WHO, excluded=("林月华",)), ALONG, False, id="who: names only her who is left out"),
        pytest.param(asked(Asks.LIST, "有哪些领导参加", **CHEN), STOPS, False, id="list of people: names none"),
        pytest.param(asked(Asks.LIST, "有哪些要求", **CHEN), STOPS, True, id="list of things: any sentence"),
        pytest.param(asked(Asks.WHERE), STOPS, True, id="where: somebody goes somewhere"),
        pytest.param(asked(Asks.WHERE), ALONG, False, id="where: nobody goes anywhere"),
        pytest.param(asked(Asks.WHEN), LED, True, id="when: a day is printed"),
        pytest.param(asked(Asks.WHEN), ALONG, True, id="when: the day is known of the article"),
        pytest.param(asked(Asks.NUMBER), "新校区占地45亩。", True, id="number: there is one"),
        pytest.param(asked(Asks.NUMBER), "新校区占地很大。", False, id="number: there is none"),
        pytest.param(asked(Asks.ROLE, **CHEN), LED, True, id="office: his"),
        pytest.param(asked(Asks.ROLE, **CHEN), ALONG, False, id="office: somebody else's"),
        pytest.param(asked(Asks.WHAT), ALONG, True, id="what: any sentence may answer"),
    ],
)
def test_kind(query: Frame, text: str, expected: bool) -> None:
    assert holding(query, text) is expected


def test_when_takes_a_printed_day_or_a_known_one() -> None:
    undated = article([LED, ALONG], when=Dated())
    assert [holds(asked(Asks.WHEN), p, undated) for p in undated.passages[1:]] == [True, False]


def test_a_place_known_of_the_article_answers_where_unless_the_question_names_it() -> None:
    assert holding(asked(Asks.WHERE, "在哪里？"), "金沙湾风平浪静。", ("金沙湾",))
    assert not holding(asked(Asks.WHERE, "金沙湾在哪里？"), "金沙湾风平浪静。", ("金沙湾",))


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        pytest.param("亩", "占地45亩", True, id="the unit asked for"),
        pytest.param("亩", "全长12.6公里", False, id="another unit"),
        pytest.param("元", "总投资18.3亿元", True, id="a magnitude before the unit"),
        pytest.param("台", "抽水泵三百四十台", True, id="a number in characters"),
        pytest.param("", "5月6日下午", False, id="a date is no number"),
        pytest.param("", "5月6日接诊1530人次", True, id="a number beside a date"),
        pytest.param("日", "5月6日", False, id="a date is no number of days"),
        pytest.param("家", "“千家万户”行动走进养老机构", False, id="a numeral in a name counts nothing"),
        pytest.param("例", "共开展手术420余人次", True, id="a measure printed for another"),
    ],
)
def test_numbers(unit: str, text: str, expected: bool) -> None:
    assert counts(asked(Asks.NUMBER, unit=unit), mentions(text)) is expected


def test_people_whom_the_question_does_not_name() -> None:
    query = asked(Asks.WHO, people=("陈志远",), excluded=("高文斌",))
    assert new_people(query, "陈志远、林月华、高文斌到场", ["陈志远", "林月华", "高文斌", "苏敏"]) == ("林月华",)


def test_whoever_is_made_nameless_does_nothing_in_office() -> None:
    text, people = "法院认定，贺某某花费检查费若干。", ["贺某某"]
    assert new_people(asked(Asks.WHO, "谁检查了医院？", activities=(Activity.INSPECT,)), text, people) == ()
    assert new_people(asked(Asks.WHO, "谁花费了检查费？"), text, people) == ("贺某某",)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(asked(Asks.WHO, "是谁？"), True, id="who"),
        pytest.param(asked(Asks.LIST, "有哪些领导参加？"), True, id="which leaders"),
        pytest.param(asked(Asks.LIST, "Which officials came?"), True, id="which officials"),
        pytest.param(asked(Asks.LIST, "有哪些工程？"), False, id="which works"),
        pytest.param(asked(Asks.WHERE, "领导去了哪里？"), False, id="where leaders went"),
    ],
)
def test_whether_names_are_wanted(query: Frame, expected: bool) -> None:
    assert wants_people(query) is expected
