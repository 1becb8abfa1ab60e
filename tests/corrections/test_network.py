"""Who was with whom and where follows what people ruled, as the list of events does."""

from __future__ import annotations

from dataclasses import replace

from rag.corrections import Proposal, mark_of
from rag.indexing import company, undo
from rag.indexing.engines.chosen import engine_of
from rag.indexing.store import Store
from rag.listings import ALL_DONE, Wanted
from rag.network import Extent
from rag.records import Person
from rag.ruled import Ruling, Thing
from tests.corrections.conftest import Desk

HOST, HELPER = "王建国", "周文涛"


def seen(desk: Desk, wanted: Wanted = ALL_DONE) -> tuple[dict[tuple[str, str], Extent], dict[str, Extent]]:
    """The pairs and the places."""
    store = Store(engine_of(desk.config))
    with store.engine.done():
        pairs, places = company.network_of(store, wanted).pairs, company.places_of(store, wanted).places
    return {pair.names: pair.extent for pair in pairs}, {place.name: place.extent for place in places}


def test_a_meeting_with_somebody_more_makes_a_pair_until_that_is_undone(desk: Desk) -> None:
    before = seen(desk)
    event = desk.event("front.txt", 1, "检查")
    made = replace(event, participants=(Person(HELPER, "副市长"),), places=("东江大桥",))
    entry = desk.rule("front.txt", 1, Proposal(Thing.EVENT, Ruling.MEND, marks=(mark_of(event),), made=(made,)))
    pairs, places = seen(desk)
    assert pairs[HELPER, "陈志元"].events == 1
    assert places["东江大桥"].events == 1
    assert "东江大桥" not in before[1]
    assert (HELPER, "陈志元") not in before[0]
    undo(desk.config, entry.id)
    desk.correct()
    assert seen(desk) == before


def test_a_name_a_place_and_a_day_are_followed(desk: Desk) -> None:
    event = desk.event("front.txt", 1, "主持")
    made = replace(event, participants=(Person(HELPER, "副市长"),))
    desk.rule("front.txt", 1, Proposal(Thing.EVENT, Ruling.MEND, marks=(mark_of(event),), made=(made,)))
    assert (HELPER, HOST) in seen(desk)[0]
    desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=(HOST,), now=("王建业",)))
    desk.rule("front.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("东江县",), now=("东江区",)))
    pairs, places = seen(desk)
    assert (HELPER, "王建业") in pairs
    assert all(HOST not in names for names in pairs)
    assert "东江区" in places
    assert "东江县" not in places
    assert seen(desk, Wanted(together=("王建业", HELPER)))[0] == {(HELPER, "王建业"): pairs[HELPER, "王建业"]}


def test_what_is_rejected_is_no_company(desk: Desk) -> None:
    event = desk.event("front.txt", 2, "调研")
    made = replace(event, participants=(Person("李文斌", "教育局局长"),))
    desk.rule("front.txt", 2, Proposal(Thing.EVENT, Ruling.MEND, marks=(mark_of(event),), made=(made,)))
    assert ("孙立民", "李文斌") in seen(desk)[0]
    desk.rule("front.txt", 2, Proposal(Thing.PERSON, Ruling.REJECT, was=("孙立民",)))
    assert all("孙立民" not in names for names in seen(desk)[0])
