"""Example questions from what the index holds, so that each has an answer."""

from __future__ import annotations

import re

import pytest

from rag.asked import Language
from rag.asking.suggestions.examples import examples
from rag.records import Activity, Event, Person, Standing
from rag.tables import rows
from tests.asking.handmade import LED, event

TWO = ("青石镇", "白沙街道")


def visit(name: str = "陈志远", role: str = "市委书记", **more: object) -> Event:
    return event(LED, LED, **{"actors": (Person(name, role),), "places": TWO, **more})  # type: ignore[arg-type]


def meeting(target: str, **more: object) -> Event:
    given = {"action": "主持", "activity": Activity.MEETING_CHAIR, "target": target, "places": ()}
    return visit("周文澜", "市长", **{**given, **more})


def test_one_question_for_each_kind_of_event_that_is_there() -> None:
    assert examples([meeting("全市防汛工作会议"), visit()], Language.ZH) == (
        "陈志远督查了哪些地方？",
        "谁主持了全市防汛工作会议？",
    )


def test_in_english_names_are_in_pinyin() -> None:
    assert examples([visit()], Language.EN) == ("Which places did Chen Zhiyuan inspect?",)


def test_the_event_that_tells_most_is_asked_about() -> None:
    more = visit("林月华", "副市长", places=(*TWO, "东江县"))
    assert examples([visit(), more], Language.ZH) == ("林月华督查了哪些地方？",)


@pytest.mark.parametrize(
    "unfit",
    [
        pytest.param(visit(standing=Standing.PLANNED), id="a plan is not reported as done"),
        pytest.param(visit(actors=()), id="nobody acts"),
        pytest.param(visit(places=()), id="it went nowhere"),
        pytest.param(visit(activity=Activity.SPEECH), id="no example for speeches"),
        pytest.param(meeting("会"), id="a meeting without a name"),
        pytest.param(meeting("全市" + "防汛" * 15 + "工作会议"), id="a name too long to read"),
    ],
)
def test_what_makes_no_good_question(unfit: Event) -> None:
    assert examples([unfit], Language.ZH) == ()


def test_nothing_to_ask_about() -> None:
    assert examples([], Language.EN) == ()


@pytest.mark.parametrize("row", [pytest.param(r, id=r[0]) for r in rows("examples.tsv")])
def test_every_example_has_both_languages_and_the_same_slots(row: list[str]) -> None:
    activity, zh, en = row
    assert Activity(activity)
    assert re.findall(r"{\w+}", zh) == re.findall(r"{\w+}", en)
