"""Tellings of one event are kept under one deed, whatever comes and goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.indexing import ledger
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.retold import join
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.indexing.writing import remove_page
from rag.listings import ALL_DONE, Order
from rag.records import Activity, Article, Dated, Event, Page, Person, Reading, Span, Understood
from tests.indexing.many import fill

CHEN = (Person("陈志远", "市长"),)


def told(page: str, *, day: str = "2023-05-06", place: str = "北屿码头", paper: str = "海州日报") -> Reading:
    event = Event(page, 0, 0, CHEN, "督查", Activity.INSPECT, "港口安全", (place,), (), Dated(day), (Span(0, 2),))
    article = Article(page, 0, (page,), ((Span(0, 1),),))
    return Reading(Page(page, "页" * 4, page, paper), article, Understood(Dated(day), (event,)))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(SqliteEngine(tmp_path))
    migrate(made.engine)
    return made


def groups(store: Store) -> list[list[str]]:
    """The pages that tell each deed."""
    found = ledger.deeds(store, ALL_DONE, Order.OLDEST, 0, 100).deeds
    return [[d.event.page, *(e.page for e in d.told_again)] for d in found]


def remove(store: Store, *pages: str) -> None:
    with store.engine.transaction() as db:
        for page in pages:
            remove_page(store, page)
        join(db)
        store.count_change()


def test_two_papers_tell_one_visit(store: Store) -> None:
    fill(store, [told("a"), told("b", paper="东江晚报"), told("c", day="2023-05-09"), told("d", place="望湖小学")])
    assert groups(store) == [["a", "b"], ["d"], ["c"]]
    assert [c.count for c in ledger.tally(store, ALL_DONE).newspapers] == [3, 1]


def test_a_telling_that_comes_later_joins(store: Store) -> None:
    fill(store, [told("a"), told("x", day="2022-01-01")])
    fill(store, [told("b")])
    fill(store, [told("c")])
    assert groups(store) == [["x"], ["a", "b", "c"]]


def test_what_is_left_of_a_deed_stays_one(store: Store) -> None:
    fill(store, [told("a"), told("b"), told("c")])
    remove(store, "a")
    assert groups(store) == [["b", "c"]]
    remove(store, "c")
    assert groups(store) == [["b"]]


def test_a_page_replaced_joins_again(store: Store) -> None:
    fill(store, [told("a"), told("b")])
    with store.engine.transaction():
        remove_page(store, "a")
    fill(store, [told("a")])
    assert groups(store) == [["b", "a"]]


def test_nothing_is_compared_where_nothing_is_new(store: Store) -> None:
    fill(store, [told("a"), told("b")])
    with store.engine.transaction() as db:
        assert join(db) is False


def test_no_row_is_left_of_a_page(store: Store) -> None:
    fill(store, [told("a"), told("b")])
    remove(store, "a", "b")
    tables = ("tellings", "texts", "parts", "marks")
    assert {t: store.db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables} == dict.fromkeys(tables, 0)
