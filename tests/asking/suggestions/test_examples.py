"""Example questions from what the index holds, in the words of each language."""

from __future__ import annotations

import re

import pytest

from rag.asked import Language
from rag.asking.suggestions.examples import offered
from rag.records import Activity, Dated, Event, Person, Standing
from rag.tables import rows
from rag.text import has_han
from tests.asking.handmade import LED, event

TWO = ("青石镇", "白沙街道")


def visit(name: str = "陈志远", role: str = "市委书记", **more: object) -> Event:
    return event(LED, LED, **{"actors": (Person(name, role),), "places": TWO, **more})  # type: ignore[arg-type]


def meeting(target: str, **more: object) -> Event:
    given = {"action": "主持", "activity": Activity.MEETING_CHAIR, "target": target, "places": ()}
    return visit("周文澜", "市长", **{**given, **more})


def questions(events: list[Event], language: Language) -> list[list[str]]:
    return [asked for kind in offered(events, language) if (asked := [one.question for one in kind])]


def test_questions_for_each_kind_of_event_that_is_there() -> None:
    assert questions([meeting("全市防汛工作会议"), visit()], Language.ZH) == [
        ["陈志远督查了哪些地方？"],
        ["谁主持了全市防汛工作会议？"],
    ]


def test_english_names_no_meeting_but_who_and_when() -> None:
    when = Dated("2022-05-06", "见报日", "5月6日")
    asked = questions([meeting("全市防汛工作会议", when=when), visit()], Language.EN)
    assert asked == [["Which places did Chen Zhiyuan inspect?"], ["Which meeting did Zhou Wenlan chair on 6 May 2022?"]]


def test_english_does_not_ask_of_a_meeting_without_a_day() -> None:
    assert questions([meeting("全市防汛工作会议", when=Dated(None, "文中没有日期", ""))], Language.EN) == []


def test_the_event_that_tells_most_comes_first_and_a_question_is_asked_once_of_all_that_tell_it() -> None:
    more = visit("林月华", "副市长", places=(*TWO, "东江县"), page="c.txt", article=3)
    again = visit(page="d.txt", article=1)
    inspected, *_ = offered([visit(), again, more], Language.ZH)
    assert [one.question for one in inspected] == ["林月华督查了哪些地方？", "陈志远督查了哪些地方？"]
    assert [one.articles for one in inspected] == [{("c.txt", 3)}, {(visit().page, visit().article), ("d.txt", 1)}]


@pytest.mark.parametrize(
    "unfit",
    [
        pytest.param(visit(standing=Standing.PLANNED), id="a plan is not reported as done"),
        pytest.param(visit(actors=()), id="nobody acts"),
        pytest.param(visit("市检查组"), id="a body is nobody"),
        pytest.param(visit("青石县爱心医院", ""), id="nobody without an office"),
        pytest.param(visit(places=()), id="it went nowhere"),
        pytest.param(visit(activity=Activity.SPEECH), id="no example for speeches"),
        pytest.param(meeting("会"), id="a meeting without a name"),
        pytest.param(meeting("工作会议"), id="a name that any meeting has"),
        pytest.param(meeting("4次防汛专题部署会议"), id="a number of meetings"),
        pytest.param(meeting("全市" + "防汛" * 15 + "工作会议"), id="a name too long to read"),
    ],
)
@pytest.mark.parametrize("language", Language)
def test_what_makes_no_good_question(unfit: Event, language: Language) -> None:
    assert questions([unfit], language) == []


def test_nothing_to_ask_about() -> None:
    assert questions([], Language.EN) == []


@pytest.mark.parametrize("name", ["examples.tsv", "suggestions.tsv"])
def test_no_english_wording_names_what_has_a_chinese_name_alone(name: str) -> None:
    for _, zh, en in rows(name):
        assert has_han(zh)
        assert not has_han(en)
        assert "meeting" not in re.findall(r"{(\w+)}", en)
