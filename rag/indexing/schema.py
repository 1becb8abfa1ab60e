"""The tables of an index, as numbered steps of a SQLite file that are taken once each; other engines begin with the last."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import groupby
from operator import itemgetter

from rag.indexing import entries, lexical, mentioned, ratings, recut, sayings, scanned, seals, skim, wholes
from rag.indexing.engines.port import Engine
from rag.indexing.retold import join


def _first(db: sqlite3.Connection) -> None:
    for statement in (*TABLES, FULL_TEXT["words"]):
        db.execute(statement)


def _second(db: sqlite3.Connection) -> None:
    for statement in (*entries.TABLES, ratings.TABLE, FULL_TEXT["wholes"]):
        db.execute(statement)


def _third(db: sqlite3.Connection) -> None:
    for name in FULL_TEXT:
        db.execute(f"DROP TABLE {name}")
    for statement in (*lexical.TABLES, wholes.TABLE):
        db.execute(statement)


def _fourth(db: sqlite3.Connection) -> None:
    db.execute(skim.TABLE)
    rows = db.execute("""SELECT p.article, p.id, p.text, v.vector FROM passages p JOIN vectors v ON v.passage = p.id
        ORDER BY p.article, p.number""")
    for article, held in groupby(rows, itemgetter(0)):
        skim.enter_skim(db, article, [row[1:] for row in held])
    db.execute("DROP TABLE vectors")


def _fifth(db: sqlite3.Connection) -> None:
    db.execute(mentioned.COLUMN)


def _sixth(db: sqlite3.Connection) -> None:
    for statement in seals.TABLES:
        db.execute(statement)


def _seventh(db: sqlite3.Connection) -> None:
    for statement in scanned.TABLES:
        db.execute(statement)


def _eighth(db: sqlite3.Connection) -> None:
    for statement in sayings.TABLES:
        db.execute(statement)


def _ninth(db: sqlite3.Connection) -> None:
    db.execute(seals.COLUMN)


STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _first,
    _second,
    _third,
    _fourth,
    _fifth,
    _sixth,
    _seventh,
    _eighth,
    _ninth,
)
"""Step n brings a file of schema n to n + 1; a step that was released is never changed."""

TABLES = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE pages(
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, text TEXT NOT NULL,
        record TEXT NOT NULL)""",
    "CREATE INDEX pages_by_digest ON pages(digest)",
    """CREATE TABLE articles(
        id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages(id) ON DELETE CASCADE, number INTEGER NOT NULL,
        date TEXT, record TEXT NOT NULL, told TEXT NOT NULL, UNIQUE(page, number))""",
    """CREATE TABLE events(
        article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, number INTEGER NOT NULL, date TEXT,
        activity TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY(article, number)) WITHOUT ROWID""",
    """CREATE TABLE people(
        article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, place INTEGER NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL, PRIMARY KEY(article, place)) WITHOUT ROWID""",
    # ids are never given twice, so that a stale copy of the vectors cannot point at another passage
    """CREATE TABLE passages(
        id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
        number INTEGER NOT NULL, text TEXT NOT NULL, heading TEXT NOT NULL, record TEXT NOT NULL)""",
    "CREATE INDEX passages_by_article ON passages(article, number)",
    "CREATE TABLE vectors(passage INTEGER PRIMARY KEY REFERENCES passages(id) ON DELETE CASCADE, vector BLOB NOT NULL)",
    # which article gave which name of a person or place: what no article gives any more is forgotten
    """CREATE TABLE named(
        article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE, name TEXT NOT NULL,
        PRIMARY KEY(article, name)) WITHOUT ROWID""",
    "CREATE INDEX named_by_name ON named(name)",
    # settled: every passage that holds the name has been cut with it
    "CREATE TABLE names(name TEXT PRIMARY KEY, settled INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID",
)

FULL_TEXT = {
    "words": "CREATE VIRTUAL TABLE words USING fts5(text, heading)",
    "wholes": "CREATE VIRTUAL TABLE wholes USING fts5(pairs)",
}
"""What the first versions searched in: made and dropped again in a new file, as it was in those that have it."""


def migrate(engine: Engine, **facts: str) -> None:
    """Take the steps that the tables of an engine have not taken, all or none.

    `facts` are those that a new index keeps of how it is built: it has its tables and them, or nothing.

    What can be drawn from the stored records is drawn after the last step, by the code of today: so no step needs to
    know what a later one will change.
    """
    if engine.version() >= len(STEPS):
        return
    with engine.transaction() as db:
        if (taken := engine.version()) >= len(STEPS):  # by somebody else meanwhile
            return
        engine.lay(taken)
        entries.enter_missing(db)
        wholes.enter_missing_wholes(db)
        recut.cut_missing(db)
        mentioned.enter_missing_mentions(db)
        join(db)
        seals.seal_missing(db)
        sayings.enter_missing_sayings(db)
        given = {**({} if taken else facts), "schema": str(len(STEPS)), "deeds": seals.of_deeds(db).hex()}
        sql = "INSERT INTO meta VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"
        db.executemany(sql, given.items())


def take_steps(db: sqlite3.Connection, taken: int) -> None:
    """The steps of a SQLite file behind those `taken`, inside a transaction."""
    for step in STEPS[taken:]:
        step(db)
    db.execute(f"PRAGMA user_version = {len(STEPS)}")


def version(db: sqlite3.Connection) -> int:
    """How many steps a SQLite file has taken; 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def newest() -> list[str]:
    """The statements that make the tables as the last step leaves them, for engines that begin with these."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        take_steps(db, 0)
        rows = db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'").fetchall()
    return [sql for (sql,) in rows]
