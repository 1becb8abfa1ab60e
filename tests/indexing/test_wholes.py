"""Whole articles are found by pairs of characters, wherever in the article they stand."""

from __future__ import annotations

import sqlite3

import pytest

from rag.indexing.wholes import TABLE, enter_missing_wholes, enter_wholes, pairs, remove_wholes, search_wholes

ARTICLES = {
    1: ("a.txt", 1, ("海州开了大会。", "副市长看了码头。")),
    2: ("a.txt", 2, ("码头扩建了。",)),
    3: ("b.txt", 1, ("Ａ区下雨。",)),
}


@pytest.fixture
def db() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE pages(id INTEGER PRIMARY KEY, name TEXT)")
    db.execute("CREATE TABLE articles(id INTEGER PRIMARY KEY, page INTEGER, number INTEGER)")
    db.execute("CREATE TABLE passages(article INTEGER, number INTEGER, text TEXT)")
    db.execute(TABLE)
    db.executemany("INSERT INTO pages VALUES (?, ?)", [(1, "a.txt"), (2, "b.txt")])
    for key, (page, number, texts) in ARTICLES.items():
        db.execute("INSERT INTO articles VALUES (?, ?, ?)", (key, 1 if page == "a.txt" else 2, number))
        db.executemany("INSERT INTO passages VALUES (?, ?, ?)", [(key, n, t) for n, t in enumerate(texts)])
    enter_wholes(db, ARTICLES)
    return db


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("看码头，扩建", ["看码", "码头", "扩建"], id="no pair across a mark"),
        pytest.param("Ａ区", ["a区"], id="folded"),
        pytest.param("海", [], id="one character"),
        pytest.param('"*海 州', [], id="nothing that FTS5 could read as its own"),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_an_article_is_found_by_several_of_its_sentences(db: sqlite3.Connection) -> None:
    found = search_wholes(db, ["海州码头"], 10)
    assert list(found) == [("a.txt", 1), ("a.txt", 2)]
    assert found["a.txt", 1] > found["a.txt", 2]


def test_at_most_as_many_as_wanted(db: sqlite3.Connection) -> None:
    assert list(search_wholes(db, ["海州码头"], 1)) == [("a.txt", 1)]


@pytest.mark.parametrize("texts", [[], [""], ["海"], ["NOT"], ['") OR ("']], ids=str)
def test_what_holds_no_pair_of_the_pages_finds_nothing(db: sqlite3.Connection, texts: list[str]) -> None:
    assert search_wholes(db, texts, 10) == {}


def test_a_page_that_is_removed_is_not_found(db: sqlite3.Connection) -> None:
    remove_wholes(db, "a.txt")
    assert search_wholes(db, ["海州码头下雨"], 10).keys() == {("b.txt", 1)}


def test_articles_of_an_earlier_version_are_entered_once(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM wholes WHERE rowid = 2")
    enter_missing_wholes(db)
    assert db.execute("SELECT count(*) FROM wholes").fetchone() == (3,)
    assert ("a.txt", 2) in search_wholes(db, ["扩建"], 10)
