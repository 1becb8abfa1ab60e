"""Lists of events and people by every engine, against the same worked out from the articles one by one."""

from __future__ import annotations

import pytest

from rag.indexing import Store, company, kept, ledger, people
from rag.listings import ALL_DONE, Order, Wanted
from rag.records import Activity, Standing
from tests import plain_ledger
from tests.engines.conftest import Place, made
from tests.indexing.many import fill, readings

GIVEN = tuple(readings(90))
SOME = GIVEN[5].understood.events[0].actors[0].name
MET = next(e for r in GIVEN for e in r.understood.events if e.participants and e.standing is Standing.DONE)
PAIR = (MET.actors[0].name, MET.participants[0].name)
PLACE = next(e for r in GIVEN for e in r.understood.events if e.places).places[0]
WANTED = [
    pytest.param(ALL_DONE, id="all that was done"),
    pytest.param(Wanted(standings=tuple(Standing)), id="of any standing"),
    pytest.param(Wanted(standings=()), id="of no standing"),
    pytest.param(Wanted(who=SOME[:2], office="长", where="镇"), id="part of a name, an office and a place"),
    pytest.param(Wanted(person=SOME), id="exactly one person"),
    pytest.param(Wanted(together=PAIR), id="two people together"),
    pytest.param(Wanted(together=PAIR, since="2022", standings=tuple(Standing)), id="the same in a period"),
    pytest.param(Wanted(together=(SOME, "没有这人")), id="somebody with nobody"),
    pytest.param(Wanted(places=(PLACE,)), id="exactly one place"),
    pytest.param(Wanted(places=(PLACE[1:],)), id="a part is no place"),
    pytest.param(Wanted(where="沙_洲"), id="an underscore is one"),
    pytest.param(Wanted(office="100%"), id="a per cent sign is one"),
    pytest.param(Wanted(where="'"), id="a quote"),
    pytest.param(Wanted(since="2022-03", until="2022-05"), id="a period"),
    pytest.param(Wanted(who=SOME[:1], pages=tuple(r.page.name for r in GIVEN[::7])), id="on some pages"),
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


@pytest.mark.parametrize("wanted", WANTED)
def test_who_was_with_whom_and_where(store: Store, wanted: Wanted) -> None:
    found, plain = company.network_of(store, wanted), plain_ledger.network_of(GIVEN, wanted)
    assert found.people == plain.people
    assert [(p.names, p.extent) for p in found.pairs] == [(p.names, p.extent) for p in plain.pairs]
    here, there = company.places_of(store, wanted), plain_ledger.places_of(GIVEN, wanted)
    assert [(p.name, p.extent, p.people, p.foremost) for p in here.places] == [
        (p.name, p.extent, p.people, p.foremost) for p in there.places
    ]
    assert sorted(company.told_at(store, wanted).values()) == sorted(plain_ledger.told_at(GIVEN, wanted).values())


def test_each_pair_and_each_place_leads_to_as_many_events_as_it_has(store: Store) -> None:
    pairs, places = company.network_of(store, ALL_DONE).pairs, company.places_of(store, ALL_DONE).places
    assert len(pairs) > 100
    assert len(places) > 50
    for pair in pairs[::9]:
        assert ledger.deeds(store, Wanted(together=pair.names), Order.NEWEST, 0, 1).total == pair.extent.events
    for place in places[::5]:
        assert ledger.deeds(store, Wanted(places=(place.name,)), Order.NEWEST, 0, 1).total == place.extent.events


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
    names = [page.name for page in kept.pages(store)][3:9]
    assert kept.pages(store, names) == tuple(page for page in plain_ledger.pages(GIVEN) if page.name in names)
    assert kept.pages(store, []) == ()
