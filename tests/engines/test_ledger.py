"""Lists of events and people by every engine, against the same worked out from the articles one by one."""

from __future__ import annotations

import pytest

from rag.indexing import Store, kept, ledger, people
from rag.listings import ALL_DONE, Order, Wanted
from rag.records import Activity, Standing
from tests import plain_ledger
from tests.engines.conftest import Place, made
from tests.indexing.many import fill, readings

GIVEN = tuple(readings(90))
SOME = GIVEN[5].understood.events[0].actors[0].name
WANTED = [
    pytest.param(ALL_DONE, id="all that was done"),
    pytest.param(Wanted(standings=tuple(Standing)), id="of any standing"),
    pytest.param(Wanted(standings=()), id="of no standing"),
    pytest.param(Wanted(who=SOME[:2], office="长", where="镇"), id="part of a name, an office and a place"),
    pytest.param(Wanted(person=SOME), id="exactly one person"),
    pytest.param(Wanted(where="沙_洲"), id="an underscore is one"),
    pytest.param(Wanted(office="100%"), id="a per cent sign is one"),
    pytest.param(Wanted(where="'"), id="a quote"),
    pytest.param(Wanted(since="2022-03", until="2022-05"), id="a period"),
    pytest.param(Wanted("陈", "", "镇", "2021", "2023", Activity.INSPECT, "日报", "督查"), id="everything at once"),
]


@pytest.fixture(scope="module")
def store(place: Place) -> Store:
    store = made(place())
    fill(store, GIVEN)
    return store


@pytest.mark.parametrize("wanted", WANTED)
def test_events_are_chosen_and_counted(store: Store, wanted: Wanted) -> None:
    assert ledger.deeds(store, wanted, Order.NEWEST, 0, 999) == plain_ledger.deeds(GIVEN, wanted, Order.NEWEST, 0, 999)
    assert ledger.tally(store, wanted) == plain_ledger.tally(GIVEN, wanted)
    assert tuple(ledger.events(store, wanted)) == plain_ledger.events(GIVEN, wanted)


@pytest.mark.parametrize("order", Order)
def test_events_are_ordered(store: Store, order: Order) -> None:
    assert ledger.deeds(store, ALL_DONE, order, 7, 60) == plain_ledger.deeds(GIVEN, ALL_DONE, order, 7, 60)


@pytest.mark.parametrize("part", ["", "陈", "副市长", "%", "没有这人"])
def test_people_are_listed(store: Store, part: str) -> None:
    assert people.people(store, part, 3, 40) == plain_ledger.people(GIVEN, part, 3, 40)


def test_a_person_is_known(store: Store) -> None:
    assert people.profile(store, SOME) == plain_ledger.profile(GIVEN, SOME)


def test_pages_are_listed(store: Store) -> None:
    assert kept.pages(store) == plain_ledger.pages(GIVEN)
