"""The store's lists of a few thousand events, leaf by leaf, against the same worked out from the articles one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.errors import RagError, SettingError
from rag.indexing import kept, ledger, people
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.listings import ALL_DONE, Order, Wanted
from rag.records import Activity, Reading, Standing
from tests import plain_ledger
from tests.indexing.many import fill, readings

GIVEN: tuple[Reading, ...] = tuple(readings(420))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(SqliteEngine(tmp_path_factory.mktemp("ledger")))
    migrate(made.engine)
    fill(made, GIVEN)
    return made


SOME = GIVEN[5].understood.events[0].actors[0].name
WANTED = [
    pytest.param(ALL_DONE, id="all that was done"),
    pytest.param(Wanted(standings=tuple(Standing)), id="of any standing"),
    pytest.param(Wanted(standings=(Standing.PLANNED,)), id="plans"),
    pytest.param(Wanted(standings=()), id="of no standing"),
    pytest.param(Wanted(who=SOME), id="a name"),
    pytest.param(Wanted(who=SOME[:2]), id="part of a name"),
    pytest.param(Wanted(person=SOME), id="exactly one person"),
    pytest.param(Wanted(person=SOME[:2]), id="no person has part of a name"),
    pytest.param(Wanted(person=SOME, office="长", where="镇"), id="one person, in an office, at a place"),
    pytest.param(Wanted(who=f"长{SOME[:1]}"), id="office and name together"),
    pytest.param(Wanted(office="书记"), id="an office"),
    pytest.param(Wanted(who="陈", office="市长"), id="a name and an office of one person"),
    pytest.param(Wanted(where="码头"), id="a place"),
    pytest.param(Wanted(where="防汛"), id="a target"),
    pytest.param(Wanted(office="100%"), id="a per cent sign is one"),
    pytest.param(Wanted(where="沙_洲"), id="an underscore is one"),
    pytest.param(Wanted(where="%"), id="a per cent sign alone matches itself only"),
    pytest.param(Wanted(where="'"), id="a quote"),
    pytest.param(Wanted(since="2022-03", until="2022-05"), id="a period of months"),
    pytest.param(Wanted(since="2023"), id="from a year on"),
    pytest.param(Wanted(until="2021-06-15"), id="until a day"),
    pytest.param(Wanted(activity=Activity.MEETING_CHAIR), id="a kind"),
    pytest.param(Wanted(newspaper="晚报"), id="a newspaper"),
    pytest.param(Wanted(newspaper="haizhou"), id="a newspaper in another case"),
    pytest.param(Wanted(text="春耕 青苗"), id="words that all occur"),
    pytest.param(Wanted(text="督查"), id="the act's own word"),
    pytest.param(Wanted(who=" "), id="white space asks for nothing"),
    pytest.param(Wanted("陈", "", "镇", "2021", "2023", Activity.INSPECT, "日报", "督查"), id="everything at once"),
    pytest.param(Wanted(text="哪里都没有"), id="nothing fits"),
    pytest.param(Wanted(pages=(GIVEN[0].page.name, GIVEN[7].page.name)), id="on some pages"),
    pytest.param(Wanted(who=SOME, pages=(GIVEN[5].page.name,)), id="a name on a page"),
    pytest.param(Wanted(pages=("no such page",)), id="on a page that is not there"),
]


@pytest.mark.parametrize("wanted", WANTED)
def test_deeds_and_their_counts(store: Store, wanted: Wanted) -> None:
    assert ledger.deeds(store, wanted, Order.NEWEST, 0, 10_000) == plain_ledger.deeds(
        GIVEN, wanted, Order.NEWEST, 0, 10_000
    )
    assert ledger.tally(store, wanted) == plain_ledger.tally(GIVEN, wanted)
    assert tuple(ledger.events(store, wanted)) == plain_ledger.events(GIVEN, wanted)


def test_the_made_up_store_tests_something(store: Store) -> None:
    found = ledger.deeds(store, ALL_DONE, Order.NEWEST, 0, 10_000)
    assert found.total == len(found.deeds) > 900
    assert sum(bool(d.told_again) for d in found.deeds) > 30


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(("offset", "limit"), [(0, 7), (50, 50), (900, 500), (99_999, 10), (3, 0), (-1, -1)])
def test_leaves_in_order(store: Store, order: Order, offset: int, limit: int) -> None:
    expected = plain_ledger.deeds(GIVEN, ALL_DONE, order, max(offset, 0), max(limit, 0))
    assert ledger.deeds(store, ALL_DONE, order, offset, limit) == expected


@pytest.mark.parametrize("part", ["", "陈", "副市长", "%", "没有这人"])
def test_people(store: Store, part: str) -> None:
    for offset in (0, 40):
        assert people.people(store, part, offset, 40) == plain_ledger.people(GIVEN, part, offset, 40)


def test_profile(store: Store) -> None:
    for name in (SOME, GIVEN[0].understood.people[-1].name):
        assert people.profile(store, name) == plain_ledger.profile(GIVEN, name)


@pytest.mark.parametrize("name", ["没有这人", SOME[:2], "%"])
def test_nobody_has_a_profile(store: Store, name: str) -> None:
    with pytest.raises(RagError, match=f"nobody of the name {name} is in the index; "):
        people.profile(store, name)


def test_pages(store: Store) -> None:
    assert kept.pages(store) == plain_ledger.pages(GIVEN)


@pytest.mark.parametrize("bound", ["2023-5", "23", "last year", "2023-05-06T00", "٢٠٢٣"])
def test_a_bound_that_is_no_date(store: Store, bound: str) -> None:
    with pytest.raises(SettingError, match="is no date; write YYYY-MM-DD"):
        ledger.deeds(store, replace(ALL_DONE, since=bound), Order.NEWEST, 0, 1)
