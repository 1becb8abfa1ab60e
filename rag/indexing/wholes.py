"""Whole articles by the pairs of characters they hold: BM25 that needs no dictionary and sees past sentence ends.

A question's words often stand in several sentences of the article that answers it, and unknown names are cut into words
differently here and there; pairs of neighbouring characters are cut alike everywhere (Nie et al., "On the use of words
and n-grams for Chinese information retrieval", 2000).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from rag.indexing.bm25 import Bm25
from rag.indexing.engines.port import Connection
from rag.indexing.postings import Held, Postings, placed, table
from rag.text import fold

Wholes = Callable[[Iterable[str], int], Mapping[int, float]]
"""The search of an open index: id -> BM25 of so many articles, the best for the pairs of these texts, best first; larger
is better."""

POSTINGS = "pair_postings"
TABLE = table(POSTINGS)


def pairs(text: str) -> list[str]:
    """Every two neighbouring letters or digits of the text, folded."""
    folded = fold(text)
    return [pair for pair in map("".join, pairwise(folded)) if pair.isalnum()]


def enter_wholes(db: Connection, pages: Iterable[str]) -> None:
    """Enter the articles of pages that are stored but not entered, given by name."""
    _enter(db, [article for page in pages for article in _articles_of(db, page)])


def enter_missing_wholes(db: Connection) -> None:
    """Enter every stored article that is not: those of an index that an earlier version built."""
    known = Postings(lambda: db, POSTINGS).ids()
    stored = db.execute("SELECT id FROM articles ORDER BY id").fetchall()
    _enter(db, [article for (article,) in stored if article not in known])


def remove_wholes(db: Connection, page: str) -> None:
    """Take out a page's articles; belongs before the page itself is deleted."""
    held = {article: set(_pairs_of(db, article)) for article in _articles_of(db, page)}
    Postings(lambda: db, POSTINGS).remove(held)


def all_wholes(db: Connection) -> Iterator[Held]:
    """Every stored article with its pairs, by id."""
    return (_held(article, _pairs_of(db, article)) for (article,) in db.execute("SELECT id FROM articles ORDER BY id"))


def wholes_of(connect: Callable[[], Connection]) -> Wholes:
    """The search; `connect` gives the connection of the calling thread."""
    bm25 = Bm25(Postings(connect, POSTINGS))
    return lambda texts, k: dict(bm25.search((pair for text in texts for pair in pairs(text)), k))


def articles_with(db: Connection, texts: Iterable[str]) -> set[int]:
    """The articles that may hold one of these texts: those with all its pairs of letters, and every one where it has none."""
    postings, found = Postings(lambda: db, POSTINGS), set[int]()
    for text in texts:
        wanted = set(pairs(text))
        if not wanted:
            return postings.ids()
        rows = postings.of(sorted(wanted))
        if len(rows) == len(wanted):
            found |= set.intersection(*map(placed, rows.values()))
    return found


def _enter(db: Connection, articles: Iterable[int]) -> None:
    Postings(lambda: db, POSTINGS).add(_held(article, _pairs_of(db, article)) for article in articles)


def _articles_of(db: Connection, page: str) -> list[int]:
    sql = "SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE g.name = ?"
    return [article for (article,) in db.execute(sql, (page,))]


def _held(article: int, held: Iterable[str]) -> Held:
    counts = Counter(held)
    return article, counts, counts.total()


def _pairs_of(db: Connection, article: int) -> Iterator[str]:
    rows = db.execute("SELECT text FROM passages WHERE article = ? ORDER BY number", (article,))
    return (pair for (text,) in rows for pair in pairs(text))
