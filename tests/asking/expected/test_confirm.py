"""A yes needs an event or a sentence of theirs: that a name and a place stand in one article is none."""

from __future__ import annotations

import pytest

from rag.asked import Asks
from rag.asking.expected.confirm import confirms, visited
from rag.records import Activity, Person
from tests.asking.handmade import ALONG, LED, PAGE, STOPS, article, asked, event

CHEN = ("陈志远",)
OTHERS = "青石镇、南坪镇负责人在会上发言。"


def told() -> object:
    visit = event(PAGE + OTHERS, LED, "陈志远", participants=(Person("林月华"),))
    stops = event(PAGE + OTHERS, STOPS, "陈志远", number=2, places=("青石镇",))
    return article([LED, (STOPS, "陈志远"), ALONG, OTHERS], events=(visit, stops), city="海州市")


@pytest.mark.parametrize(
    ("place", "yes"),
    [
        pytest.param("青石镇", True, id="where his part of the sentence goes"),
        pytest.param("南坪镇", False, id="where somebody else's goes"),
    ],
)
def test_each_of_two_went_to_a_place_of_his_own(place: str, yes: bool) -> None:
    c = article(["陈志远一组到青石镇检查，林月华一组到南坪镇检查。"], title="检查")
    query = asked(Asks.YES_NO, f"陈志远检查{place}了吗", people=CHEN, places=(place,))
    assert confirms(query, c) is yes


@pytest.mark.parametrize(
    ("question", "more", "yes"),
    [
        pytest.param("陈志远去过青石镇吗", {"people": CHEN, "places": ("青石镇",)}, True, id="a stop"),
        pytest.param("陈志远去过南坪镇吗", {"people": CHEN, "places": ("南坪镇",)}, False, id="others came from there"),
        pytest.param("陈志远去过柳溪吗", {"people": CHEN}, False, id="a place no index knows"),
        pytest.param("陈志远去过海州市吗", {"people": CHEN, "places": ("海州市",)}, True, id="the article's own city"),
        pytest.param(
            "林月华督查安全生产了吗", {"people": ("林月华",), "activities": (Activity.INSPECT,)}, True, id="came along"
        ),
        pytest.param(
            "林月华讲话了吗", {"people": ("林月华",), "activities": (Activity.SPEECH,)}, False, id="did not speak"
        ),
        pytest.param("陈志远被查了吗", {"people": CHEN}, False, id="nothing of the kind is told"),
        pytest.param("会议召开了吗", {}, True, id="nobody is asked about"),
    ],
)
def test_confirms(question: str, more: dict[str, object], yes: bool) -> None:
    assert confirms(asked(Asks.YES_NO, question, **more), told()) is yes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "yes"),
    [pytest.param("陈志远", True, id="inspected"), pytest.param("周文澜", False, id="did nothing of the kind")],
)
def test_visited(name: str, yes: bool) -> None:
    query = asked(Asks.WHAT, f"{name}检查了什么", people=(name,), words=("检查",), activities=(Activity.INSPECT,))
    assert visited(query, told()) is yes  # type: ignore[arg-type]


def test_a_place_in_the_office_of_another_is_nowhere_he_went() -> None:
    mayor = Person("林月华", "青石镇镇长")
    c = article(["陈志远、青石镇镇长林月华出席会议。"], title="会议", people=(Person("陈志远", "市长"), mayor))
    assert confirms(asked(Asks.YES_NO, "陈志远去青石镇了吗", people=CHEN, places=("青石镇",)), c) is False
