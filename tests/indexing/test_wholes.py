"""Whole articles are found by pairs of characters, wherever in the article they stand."""

from __future__ import annotations

import sqlite3

import pytest

from rag.indexing.wholes import (
    TABLE,
    Wholes,
    articles_with,
    enter_missing_wholes,
    enter_wholes,
    pairs,
    remove_wholes,
    wholes_of,
)

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
    enter_wholes(db, ["a.txt", "b.txt"])
    return db


@pytest.fixture
def search(db: sqlite3.Connection) -> Wholes:
    return wholes_of(lambda: db)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("看码头，扩建", ["看码", "码头", "扩建"], id="no pair across a mark"),
        pytest.param("Ａ区", ["a区"], id="folded"),
        pytest.param("海", [], id="one character"),
        pytest.param('"*海 州', [], id="no pair with a mark or a space"),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text) == expected


def test_an_article_is_found_by_several_of_its_sentences(search: Wholes) -> None:
    found = search(["海州码头"], 10)
    assert list(found) == [1, 2]
    assert found[1] > found[2]


def test_at_most_as_many_as_wanted(search: Wholes) -> None:
    assert list(search(["海州码头"], 1)) == [1]


@pytest.mark.parametrize("texts", [[], [""], ["海"], ["NOT"], ['") OR ("']], ids=str)
def test_what_holds_no_pair_of_the_pages_finds_nothing(search: Wholes, texts: list[str]) -> None:
    assert search(texts, 10) == {}


def test_a_page_that_is_removed_is_not_found(db: sqlite3.Connection, search: Wholes) -> None:
    remove_wholes(db, "a.txt")
    assert search(["海州码头下雨"], 10).keys() == {3}


def test_articles_of_an_earlier_version_are_entered_once(db: sqlite3.Connection, search: Wholes) -> None:
    before = search(["码头扩建"], 10)
    remove_wholes(db, "a.txt")
    enter_missing_wholes(db)
    enter_missing_wholes(db)
    assert search(["码头扩建"], 10) == before


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["码头"], {1, 2}, id="two articles"),
        pytest.param(["副市长", "下雨"], {1, 3}, id="either of two texts"),
        pytest.param(["a区"], {3}, id="folded"),
        pytest.param(["码头下雨"], set(), id="no article has all its pairs"),
        pytest.param(["码·头"], {1, 2, 3}, id="no pair to look for: any article may"),
        pytest.param([], set(), id="nothing asked"),
    ],
)
def test_articles_that_may_hold_a_text(db: sqlite3.Connection, texts: list[str], expected: set[int]) -> None:
    assert articles_with(db, texts) == expected
