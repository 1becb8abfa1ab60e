"""Who was with whom and where, out of events made up for it: counts, days and order by value."""

from __future__ import annotations

import pytest

from rag.listings import Counted
from rag.network import CROWDED, By, Extent, Met, network, ordered, places, told

DAYS = {
    4: ("2022-12-30", "2023-01-02"),
    1: ("2023-05-06", "2023-05-06"),
    2: ("2023-06-01", "2023-06-31"),
    3: ("~", ""),
}
"""Across a new year, a day, a month, no day at all; in the order of the table of events."""
PEOPLE = {1: ["陈志远", "苏望"], 2: ["苏望", "陈志远", "顾南舟"], 3: ["苏望", "顾南舟"], 4: ["顾南舟"]}
WHERE = {1: ["北屿码头", "ＡＢ厂"], 2: ["ab厂"], 4: ["北屿码头"]}


def test_pairs_are_counted_with_the_first_and_last_of_their_days() -> None:
    found = network(DAYS, PEOPLE)
    assert {pair.names: (pair.extent, pair.deeds) for pair in found.pairs} == {
        ("苏望", "陈志远"): (Extent(2, "2023-05-06", "2023-06"), (1, 2)),
        ("苏望", "顾南舟"): (Extent(2, "2023-06", "2023-06"), (2, 3)),
        ("陈志远", "顾南舟"): (Extent(1, "2023-06", "2023-06"), (2,)),
    }
    assert Met("顾南舟", Extent(3, "2022-12-30", "2023-06")) in found.people
    assert found.crowded == 0


def test_a_pair_of_no_known_day_has_none() -> None:
    assert network({3: DAYS[3]}, PEOPLE).pairs[0].extent == Extent(1)


def test_whoever_is_alone_is_there_and_in_no_pair() -> None:
    found = network({4: DAYS[4]}, PEOPLE)
    assert found.people == (Met("顾南舟", Extent(1, "2022-12-30", "2023-01-02")),)
    assert found.pairs == ()


def test_a_list_of_names_makes_no_pairs_but_counts_for_each() -> None:
    crowd = [f"人{n}" for n in range(CROWDED + 1)]
    found = network(DAYS, {1: crowd, 2: crowd[:2]})
    assert found.crowded == 1
    assert [pair.names for pair in found.pairs] == [("人0", "人1")]
    assert {met.name: met.extent.events for met in found.people}["人1"] == 2
    assert len(network(DAYS, {1: crowd[:CROWDED]}).pairs) == CROWDED * (CROWDED - 1) // 2


def test_places_have_their_people_and_one_name_for_all_widths() -> None:
    found = places(DAYS, PEOPLE, WHERE)
    assert [(p.name, p.extent, p.people, p.deeds) for p in found.places] == [
        ("ＡＢ厂", Extent(2, "2023-05-06", "2023-06"), 3, (1, 2)),
        ("北屿码头", Extent(2, "2022-12-30", "2023-05-06"), 3, (4, 1)),
    ]
    assert found.places[0].foremost == (Counted("陈志远", 2), Counted("苏望", 2), Counted("顾南舟", 1))
    stays = {stay.names: (stay.extent.events, stay.deeds) for stay in found.stays()}
    assert stays["陈志远", "ＡＢ厂"] == (2, (1, 2))
    assert stays["顾南舟", "北屿码头"] == (1, (4,))
    assert len(stays) == 6


def test_company_of_some_is_asked_for_by_name() -> None:
    found = network(DAYS, PEOPLE)
    assert {pair.names for pair in found.around(["陈志远"])} == {("苏望", "陈志远"), ("陈志远", "顾南舟")}
    assert found.around([]) == found.pairs
    assert found.around(["没有这人"]) == ()


@pytest.mark.parametrize(
    ("by", "names"),
    [
        (By.OFTEN, ["顾南舟", "苏望", "陈志远"]),
        (By.RECENT, ["苏望", "陈志远", "顾南舟"]),
        (By.EARLY, ["顾南舟", "陈志远", "苏望"]),
        (By.NAME, ["陈志远", "顾南舟", "苏望"]),
    ],
)
def test_people_are_sorted(by: By, names: list[str]) -> None:
    met = [
        Met("苏望", Extent(2, "2023-02", "2023-09")),
        Met("陈志远", Extent(1, "2023-01", "2023-08")),
        Met("顾南舟", Extent(3, "2022", "2023-07")),
    ]
    assert [one.name for one in ordered(met, by)] == names


def test_what_has_no_day_comes_last_in_either_direction() -> None:
    met = [Met("无", Extent(9)), Met("有", Extent(1, "2023", "2023"))]
    assert [one.name for one in ordered(met, By.RECENT)] == ["有", "无"]
    assert [one.name for one in ordered(met, By.EARLY)] == ["有", "无"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-05-06", "2023-05-06", "2023-05-06"),
        ("2023-02-01", "2023-02-31", "2023-02"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2023-05-01", "2023-05-10", "2023-05-01"),
        ("2023-05-01", "2023-06-31", "2023-05-01"),
    ],
)
def test_days_are_told_as_finely_as_they_are_known(first: str, last: str, expected: str) -> None:
    assert told(first, last) == expected


def test_a_month_that_ends_a_longer_time_is_told_as_a_month() -> None:
    assert network({1: ("2023-05-20", "2023-06-31")}, {1: ["甲", "乙"]}).pairs[0].extent.last == "2023-06"


def test_nothing_comes_to_nothing() -> None:
    assert network({}, {}).pairs == ()
    assert places({}, {}, {}).places == ()
