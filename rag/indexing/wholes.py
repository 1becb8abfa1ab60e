"""Whole articles by the pairs of characters they hold: BM25 that needs no dictionary and sees past sentence ends.

A question's words often stand in several sentences of the article that answers it, and unknown names are cut into words
differently here and there; pairs of neighbouring characters are cut alike everywhere (Nie et al., "On the use of words
and n-grams for Chinese information retrieval", 2000).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from rag.text import fold

Wholes = Callable[[Iterable[str], int], Mapping[tuple[str, int], float]]
"""What `search_wholes` gives, of an index that is open."""

TABLE = """
CREATE VIRTUAL TABLE wholes USING fts5(pairs, tokenize = "unicode61 remove_diacritics 0")
"""
"""A row is an article, under its id. Leaving out where a pair stands saves a fifth of the room and makes bm25() read
every row again: more than ten times slower."""

_SEARCH = """
SELECT g.name, a.number, -f.rank
FROM (SELECT rowid, rank FROM wholes WHERE wholes MATCH ? ORDER BY rank LIMIT ?) f
JOIN articles a ON a.id = f.rowid JOIN pages g ON g.id = a.page ORDER BY f.rank, f.rowid
"""


def pairs(text: str) -> list[str]:
    """Every two neighbouring letters or digits of the text, folded."""
    folded = fold(text)
    return [pair for pair in map("".join, pairwise(folded)) if pair.isalnum()]


def enter_wholes(db: sqlite3.Connection, articles: Iterable[int]) -> None:
    """Write the rows of articles, given by id, whose passages are stored."""
    sql = "SELECT text FROM passages WHERE article = ? ORDER BY number"
    for article in articles:
        held = " ".join(pair for (text,) in db.execute(sql, (article,)) for pair in pairs(text))
        db.execute("INSERT OR REPLACE INTO wholes(rowid, pairs) VALUES (?, ?)", (article, held))


def enter_missing_wholes(db: sqlite3.Connection) -> None:
    """Write the row of every stored article that has none: those of an index that an earlier version built."""
    missing = "SELECT id FROM articles EXCEPT SELECT rowid FROM wholes"
    enter_wholes(db, [article for (article,) in db.execute(missing)])


def remove_wholes(db: sqlite3.Connection, page: str) -> None:
    """Delete the rows of a page's articles; belongs before the page itself is deleted."""
    ids = db.execute("SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE g.name = ?", (page,)).fetchall()
    db.executemany("DELETE FROM wholes WHERE rowid = ?", ids)


def wholes_of(connect: Callable[[], sqlite3.Connection]) -> Wholes:
    """The search of an open index; `connect` gives the connection of the calling thread."""
    return lambda texts, k: search_wholes(connect(), texts, k)


def search_wholes(db: sqlite3.Connection, texts: Iterable[str], k: int) -> dict[tuple[str, int], float]:
    """(page, article) -> BM25 of the k best articles for the pairs of these texts, best first; larger is better."""
    wanted: Sequence[str] = list(dict.fromkeys(pair for text in texts for pair in pairs(text)))
    if not wanted:
        return {}
    query = " OR ".join(f'"{pair}"' for pair in wanted)
    return {(str(page), int(number)): float(score) for page, number, score in db.execute(_SEARCH, (query, k))}
