"""A digest of what was stored of each page and each article, so that a row which is no longer what was written is noticed.

SQLite notices a file that is cut short or whose structure is broken, not a letter that has become another. What a page
or an article says is held against its seal whenever it is read, and what is listed and counted before any of it is
(`rag.indexing.trust`); what they are searched by only by `wenzheng check`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from rag.indexing.engines.port import Connection

TABLES = (
    "CREATE TABLE page_seals(page INTEGER PRIMARY KEY REFERENCES pages(id) ON DELETE CASCADE, seal BLOB NOT NULL)",
    """CREATE TABLE article_seals(
        article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, told BLOB NOT NULL,
        searched BLOB NOT NULL)""",
)
"""`told` is of the article, its events, people and passages; `searched` of what it is found, listed and counted by."""

COLUMN = "ALTER TABLE article_seals ADD COLUMN listed BLOB"
"""`listed` is of all rows of an article that lists and counts are drawn from: those of `told` but the passages, and those of
`searched` but the vectors. NULL where an earlier version stored the article and it was damaged when this came."""

_PAGE = "SELECT name, digest, text, record FROM pages WHERE id = ?"
_SCAN = "SELECT file, lost, hex(marks) FROM scans WHERE page = ?"
_TOLD = (
    """SELECT a.id, g.name, g.digest, a.number, a.date, a.record, a.told
        FROM articles a JOIN pages g ON g.id = a.page WHERE a.id IN ({})""",
    "SELECT article, number, date, activity, record FROM events WHERE article IN ({}) ORDER BY article, number",
    "SELECT article, place, name, role FROM people WHERE article IN ({}) ORDER BY article, place",
    """SELECT article, id, number, text, heading, record, mentions FROM passages
        WHERE article IN ({}) ORDER BY article, id""",
)
_SEARCHED = (
    "SELECT article, setting, passages, texts, hex(vectors) FROM skims WHERE article IN ({})",
    "SELECT article, name FROM named WHERE article IN ({}) ORDER BY article, name",
    """SELECT article, number, standing, activity, first, last, hex(who_key), hex(place_key), hex(newspaper_key)
        FROM tellings WHERE article IN ({}) ORDER BY article, number""",
    """SELECT t.article, t.number, s.newspaper, s.people, s.offices, s.places, s.said
        FROM tellings t JOIN texts s ON s.telling = t.id WHERE t.article IN ({}) ORDER BY t.article, t.number""",
    """SELECT t.article, t.number, p.name, p.role, p.called FROM tellings t JOIN parts p ON p.telling = t.id
        WHERE t.article IN ({}) ORDER BY t.article, t.number, p.name""",
)
_LISTED = (
    *_TOLD[:3],
    *_SEARCHED[1:],
    "SELECT article, count(*) FROM passages WHERE article IN ({}) GROUP BY article",
)
"""Rows of several articles, each beginning with the article's id."""

KINDS = {"told": _TOLD, "searched": _SEARCHED, "listed": _LISTED}

_DEEDS = "SELECT id, deed FROM tellings ORDER BY id"

AT_ONCE = 200
"""Articles whose rows are read together."""
LENGTH = 12
"""Bytes of a seal: no accident hits upon the same."""


def seal(db: Connection, page: int, articles: Sequence[int]) -> None:
    """Write the seals of a page and its articles, all of whose rows are stored. Belongs inside that transaction."""
    db.execute("INSERT INTO page_seals VALUES (?, ?)", (page, of_page(db, page)))
    told, searched, listed = (_seals(db, rows, articles) for rows in KINDS.values())
    rows = ((article, told[article], searched[article], listed[article]) for article in articles)
    db.executemany("INSERT INTO article_seals(article, told, searched, listed) VALUES (?, ?, ?, ?)", rows)


def seal_missing(db: Connection) -> None:
    """Seal what an earlier version stored, as it is now, but for what its own seals say is damaged."""
    for (page,) in db.execute("SELECT id FROM pages WHERE id NOT IN (SELECT page FROM page_seals)").fetchall():
        seal(db, page, [article for (article,) in db.execute("SELECT id FROM articles WHERE page = ?", (page,))])
    unlisted = [a for (a,) in db.execute("SELECT article FROM article_seals WHERE listed IS NULL ORDER BY article")]
    for some in _some(unlisted):
        whole = set(some) - set(broken_articles(db, some, ("told", "searched")))
        rows = [(listed, article) for article, listed in _seals(db, _LISTED, sorted(whole)).items()]
        db.executemany("UPDATE article_seals SET listed = ? WHERE article = ?", rows)


def of_deeds(db: Connection) -> bytes:
    """A seal of which tellings are of one event: it changes as pages come and go, so it is of the whole index."""
    return _digest(db.execute(_DEEDS).fetchall())


def of_page(db: Connection, page: int) -> bytes:
    """What the page's seal is by its row, and by what it was recognised from."""
    return _digest([db.execute(_PAGE, (page,)).fetchone(), *db.execute(_SCAN, (page,))])


def broken_pages(db: Connection, pages: Iterable[int]) -> Iterator[int]:
    """Those of the pages that are not what was stored."""
    for page in pages:
        known = db.execute("SELECT seal FROM page_seals WHERE page = ?", (page,)).fetchone()
        if known is None or known[0] != of_page(db, page):
            yield page


def broken_articles(db: Connection, articles: Iterable[int], kinds: Sequence[str] = ("told",)) -> Iterator[int]:
    """Those of the articles that are not what was stored, by their seals of these kinds."""
    for some in _some(list(articles)):
        found = [_seals(db, KINDS[kind], some) for kind in kinds]
        sql = f"SELECT article, {', '.join(kinds)} FROM article_seals WHERE article IN ({_marks(some)})"
        known = {article: seals for article, *seals in db.execute(sql, some)}
        yield from (article for article in some if known.get(article) != [seals[article] for seals in found])


def _seals(db: Connection, statements: Sequence[str], articles: Sequence[int]) -> dict[int, bytes]:
    rows: defaultdict[int, list[Any]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for article, *row in db.execute(statement.format(_marks(articles)), tuple(articles)):
            rows[article].append((number, article, *row))
    return {article: _digest(rows[article]) for article in articles}


def _digest(rows: Sequence[object]) -> bytes:
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return blake2b(written.encode(errors="surrogatepass"), digest_size=LENGTH).digest()


def _some(articles: Sequence[int]) -> Iterator[Sequence[int]]:
    return (articles[at : at + AT_ONCE] for at in range(0, len(articles), AT_ONCE))


def _marks(values: Sequence[int]) -> str:
    return ",".join("?" * len(values))
