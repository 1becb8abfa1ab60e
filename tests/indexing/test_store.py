"""What the store gives back is, field by field, what it was given."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.indexing import ledger
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.schema import migrate
from rag.indexing.store import Store
from rag.indexing.writing import put_page, remove_page
from rag.records import (
    Activity,
    Article,
    Dated,
    Event,
    Layout,
    Page,
    Passage,
    Person,
    Reading,
    Span,
    Standing,
    Understood,
)
from tests.fakes import HashingEncoder

PAGE = Page("2022/05.txt", "通车了\n陈志远到场。\0散", "d1", "海州日报", "2022-05-07", "第2版")
ARTICLES = (
    Article(
        PAGE.name,
        1,
        ("通车了",),
        ((Span(0, 3),),),
        ((Span(4, 7), Span(7, 10)),),
        (Span(10, 11),),
        ("何小雨",),
        "记者 何小雨",
        "下转第二版",
    ),
    Article(PAGE.name, 2),
)
EVENT = Event(
    PAGE.name,
    1,
    1,
    (Person("陈志远", "市长"),),
    "到场",
    Activity.OTHER,
    "",
    ("东江镇",),
    (),
    Dated("2022-05-06", "issue date", "昨日"),
    (Span(4, 10),),
    Standing.PAST,
)
TOLD = (
    Understood(Dated("2022-05", "月", "5月"), (EVENT,), (Person("陈志远", "市长"),), ("东江镇", "海州"), "海州"),
    Understood(Dated()),
)
LAYOUT = Layout(PAGE, ARTICLES, (Span(11, 12),))
PASSAGES = (
    Passage(PAGE.name, 1, 1, "陈志远到场。", (Span(4, 7), Span(7, 10)), heading="通车了", actor="某", date="2022-05"),
    Passage(PAGE.name, 2, 1, "\0散", (Span(10, 12),), paragraph=3),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(SqliteEngine(tmp_path))
    migrate(made.engine)
    return made


@pytest.fixture
def filled(store: Store) -> Store:
    vectors = HashingEncoder().passages([p.text for p in PASSAGES])
    with store.engine.transaction():
        assert put_page(store, LAYOUT, TOLD, PASSAGES, vectors) == [1, 2]
        store.count_change()
    return store


def test_a_page_and_what_it_tells(filled: Store) -> None:
    assert filled.page(PAGE.name) == PAGE
    assert filled.layout(PAGE.name) == LAYOUT
    assert list(filled.pages()) == [PAGE]
    assert list(filled.readings()) == [Reading(PAGE, a, t) for a, t in zip(ARTICLES, TOLD, strict=True)]
    assert filled.reading(PAGE.name, 2) == Reading(PAGE, ARTICLES[1], TOLD[1])
    assert ledger.events(filled, None) == [EVENT]
    assert filled.digests() == {PAGE.name: "d1"}
    assert filled.names() == ["东江镇", "海州", "陈志远"]


def test_what_is_not_there(filled: Store) -> None:
    assert filled.page("other.txt") is None
    assert filled.layout("other.txt") is None
    assert filled.reading(PAGE.name, 9) is None
    assert filled.passages([99]) == {}


def test_passages_carry_their_ids(filled: Store) -> None:
    expected = dict(enumerate(PASSAGES, start=1))
    found = filled.passages([2, 1, 99])
    assert {i: (p.id, p.text, p.spans) for i, p in found.items()} == {
        i: (i, p.text, p.spans) for i, p in expected.items()
    }
    assert [p.actor for p in filled.passages_of(PAGE.name)] == ["某", ""]
    assert [p.paragraph for p in filled.passages_of(PAGE.name, 2)] == [3]


def test_vectors_to_the_bit(filled: Store) -> None:
    ((ids, vectors),) = filled.vectors()
    assert ids == [1, 2]
    assert np.array_equal(vectors, HashingEncoder().passages([p.text for p in PASSAGES]))


def test_removing_a_page_leaves_no_row_of_it(filled: Store) -> None:
    with filled.engine.transaction():
        assert remove_page(filled, PAGE.name) == [1, 2]
    tables = ("pages", "articles", "events", "people", "named", "passages", "skims")
    assert {t: filled.count(t) for t in tables} == dict.fromkeys(tables, 0)


def test_ids_are_never_given_twice(filled: Store) -> None:
    with filled.engine.transaction():
        remove_page(filled, PAGE.name)
        assert put_page(filled, LAYOUT, TOLD, PASSAGES, HashingEncoder().passages(["甲乙", "丙丁"])) == [3, 4]


def test_a_transaction_is_all_or_nothing(filled: Store) -> None:
    def fails() -> None:
        with filled.engine.transaction():
            remove_page(filled, PAGE.name)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert filled.count("passages") == 2
