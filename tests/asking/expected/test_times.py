"""When: a day, the taking up of an office, or a term."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.answers.facts import facts
from rag.asking.expected.kinds import holds
from rag.asking.expected.times import deadline, hours, lasts, takes_office, wants_hour
from rag.asking.question.focus import how_long
from rag.mentions import mentions
from tests.asking.handmade import LED, article, asked, best

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


@pytest.mark.parametrize(
    ("question", "long"),
    [
        pytest.param("演练持续了多久？", True, id="how long"),
        pytest.param("试用期多长？", True, id="a term"),
        pytest.param("督查为期几天？", True, id="days"),
        pytest.param("道路多长？", False, id="the length of a road"),
        pytest.param("多久前调研的？", False, id="how long ago"),
    ],
)
def test_how_long(question: str, long: bool) -> None:
    assert how_long(question) is long


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("试用期一年。", True, id="a year in characters"),
        pytest.param("历时1小时40分钟。", True, id="hours and minutes"),
        pytest.param("2024年3月22日开始。", False, id="a date"),
    ],
)
def test_lasts(text: str, told: bool) -> None:
    assert lasts(mentions(text)) is told


def test_a_term_is_answered_by_what_sets_it_and_not_by_the_day_of_the_report() -> None:
    query = asked(Asks.WHEN, "什么时候前要完成整治？", words=("完成", "整治"))
    told = article([LED, TERM])
    first, second = (best(query, text, told) for text in (LED, TERM))
    assert (holds(query, first.passage, told), holds(query, second.passage, told)) == (False, True)


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


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        pytest.param("晚会几点开始？", True, id="the hour"),
        pytest.param("What time did it begin?", True, id="English"),
        pytest.param("晚会哪天开始？", False, id="the day"),
        pytest.param("他提了几点要求？", False, id="points"),
    ],
)
def test_whether_the_hour_is_asked(question: str, hour: bool) -> None:
    assert wants_hour(asked(Asks.WHEN, question)) is hour


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("7月29日晚18:00，晚会开始。", True, id="with a colon"),
        pytest.param("27日23时启动响应。", True, id="in hours"),
        pytest.param("下午三点开会。", True, id="in numerals"),
        pytest.param("5月6日，会议召开。", False, id="a day alone"),
        pytest.param("会议提出三点要求。", False, id="points"),
        pytest.param("市领导第一时间赶到现场。", False, id="at once"),
    ],
)
def test_whether_an_hour_is_told(text: str, told: bool) -> None:
    assert bool(hours(mentions(text))) is told


def test_an_hour_told_of_something_else_is_not_that_of_somebody_asked_about() -> None:
    rain = "5月6日8时，全市普降大雨。"
    told = article([LED, rain, "陈志远于9时到达青石镇。"])
    query = asked(Asks.WHEN, "陈志远几点到的青石镇？", words=("青石镇",), people=("陈志远",))
    assert [holds(query, p, told) for p in told.passages[1:]] == [False, False, True]


def test_the_hour_stays_in_what_is_quoted_and_its_sentence_answers() -> None:
    long = f"7月29日晚18:00，{'海州市文化馆在东江广场举办庆祝晚会，' * 3}{'干部群众登台演出，' * 14}气氛热烈。"
    told = article([LED, long], title="晚会")
    query = asked(Asks.WHEN, "庆祝晚会几点开始？", words=("庆祝", "晚会", "开始"))
    first, second = (best(query, text, told) for text in (LED, long))
    assert (holds(query, first.passage, told), holds(query, second.passage, told)) == (False, True)
    assert "18:00" in "".join(c.text for c in facts(query, (), [second, first]))


def test_where_the_hour_alone_is_asked_no_other_sentence_is_quoted_for_its_day() -> None:
    repaired, quiet = "5月6日，第一期完工。", "晚上八点以后不再施工。"
    told = article([repaired, quiet], title="老街")
    quoted = []
    for question in ("老街几点以后不施工？", "老街几号几点以后不施工？"):
        query = asked(Asks.WHEN, question, words=("老街", "不", "施工"))
        first, second = (best(query, text, told) for text in (repaired, quiet))
        quoted.append([c.text for c in facts(query, (), [second, first])])
    assert quoted == [[quiet], [repaired, quiet]]
