"""Which events a filter lets through, who is in the news, and how wide a table is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag import Dated, Event, Person, Reading, Standing
from tests.ui.fakes import BOOKS, PORT
from ui.filters import Wanted, chosen, matches
from ui.people import Held, Office, held_by, person_line
from ui.table import table, width

EVENT = PORT.understood.events[0]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        pytest.param(Wanted(), True, id="everything"),
        pytest.param(Wanted(who="志远"), True, id="part of a name"),
        pytest.param(Wanted(who="市长陈志远"), True, id="office and name"),
        pytest.param(Wanted(who="苏望"), True, id="somebody who came along"),
        pytest.param(Wanted(who="顾南舟"), False, id="somebody else"),
        pytest.param(Wanted(where="码头"), True, id="part of a place"),
        pytest.param(Wanted(where="安全生产"), True, id="what it was about"),
        pytest.param(Wanted(where="茶厂"), False, id="another place"),
        pytest.param(Wanted(type="inspect"), True, id="its type"),
        pytest.param(Wanted(type="speech"), False, id="another type"),
        pytest.param(Wanted(since="2023-05-06", until="2023-05-06"), True, id="its day"),
        pytest.param(Wanted(since="2023-05-07"), False, id="too early"),
        pytest.param(Wanted(until="2023-05-05"), False, id="too late"),
        pytest.param(Wanted(since="2023-05", until="2023-05"), True, id="its month"),
        pytest.param(Wanted(until="2023"), True, id="its year"),
        pytest.param(Wanted(since="2024"), False, id="a later year"),
    ],
)
def test_filter(wanted: Wanted, expected: bool) -> None:
    assert matches(EVENT, wanted) is expected


@pytest.mark.parametrize(
    ("date", "expected"), [("2023-05", True), ("2023", True), ("2023-06", False), (None, False)],
    ids=["the month it was in", "the year it was in", "another month", "unknown"],
)  # fmt: skip
def test_event_whose_day_is_unknown_matches_by_what_is_known(date: str | None, expected: bool) -> None:
    event = replace(EVENT, when=Dated(date))
    assert matches(event, Wanted(since="2023-05-10", until="2023-05-20")) is expected


def _with(*events: Event) -> Reading:
    return replace(PORT, understood=replace(PORT.understood, events=events))


def test_what_is_only_planned_or_remembered_is_not_shown() -> None:
    events = [replace(EVENT, number=number, standing=standing) for number, standing in enumerate(Standing)]
    assert [event.standing for event in chosen([_with(*events)], Wanted())] == [Standing.DONE]


def test_newspaper_is_the_pages() -> None:
    assert [event.page for event in chosen([PORT, BOOKS], Wanted(newspaper="海州"))] == ["haizhou/port.txt"]


def _article(number: int, day: str | None, *people: Person) -> Reading:
    understood = replace(PORT.understood, when=Dated(day), people=people)
    return replace(PORT, article=replace(PORT.article, number=number), understood=understood)


def test_people_hold_offices_from_the_first_to_the_last_article_that_says_so() -> None:
    readings = [
        _article(0, "2022-03-01", Person("陈志远", "副市长")),
        _article(1, "2023-05-06", Person("陈志远", "市长"), Person("苏望", "局长")),
        _article(2, "2023-01-09", Person("陈志远", "市长"), Person("陈志远")),
        _article(3, None, Person("顾南舟")),
    ]
    chen = Held("陈志远", (Office("副市长", "2022-03-01", "2022-03-01"), Office("市长", "2023-01-09", "2023-05-06")), 3)
    assert held_by(readings) == [
        chen,
        Held("苏望", (Office("局长", "2023-05-06", "2023-05-06"),), 1),
        Held("顾南舟", (), 1),
    ]
    assert person_line(chen)["offices"][0] == {"role": "副市长", "first": "2022-03-01", "last": "2022-03-01"}  # type: ignore[index]


def test_columns_line_up_though_chinese_is_wider() -> None:
    lines = list(table(("who", "n"), [("陈志远", "1"), ("A\nB", "22")]))
    assert lines == ["who     n", "陈志远  1", "A B     22"]


def test_long_cell_is_cut_to_its_column() -> None:
    cell = list(table(("x",), [("督" * 40,)]))[1]
    assert cell == "督" * 17 + "…"
    assert width(cell) <= 36
