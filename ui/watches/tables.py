"""The file of watches, what they found, and the pages they were put to: beside the index, and apart from it.

A page has a number that it got when it was first seen, and one of its state, a higher one whenever it was drawn anew, as after
a correction: so what is new, and what is to be looked at again, is found without looking at all pages.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ui.filed import Filed

FILE = "watches.db"

_TABLES = """
CREATE TABLE IF NOT EXISTS watches(
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, question TEXT NOT NULL, fields TEXT NOT NULL, made TEXT NOT NULL,
    start INTEGER NOT NULL, upto INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS pages(
    digest TEXT PRIMARY KEY, first INTEGER NOT NULL, state INTEGER NOT NULL, there INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_by_state ON pages(state);
CREATE TABLE IF NOT EXISTS hits(
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE,
    digest TEXT NOT NULL, article INTEGER NOT NULL, spans TEXT NOT NULL, found TEXT NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0, changed TEXT NOT NULL, turn INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS hits_by_watch ON hits(watch, digest);
CREATE INDEX IF NOT EXISTS hits_by_turn ON hits(turn);
CREATE TABLE IF NOT EXISTS done(
    watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE, digest TEXT NOT NULL, state INTEGER NOT NULL,
    PRIMARY KEY(watch, digest)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen(
    watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE, who TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY(watch, who)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS facts(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""


def filed(index: Path) -> Filed:
    """The file in the folder of an index."""
    return Filed(index / FILE, _TABLES, "what is watched")


def fact(db: sqlite3.Connection, key: str) -> int:
    """A number that is kept; 0 where none was."""
    row = db.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def keep_fact(db: sqlite3.Connection, key: str, value: int) -> None:
    """Keep it."""
    db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (key, value))


def count_change(db: sqlite3.Connection) -> None:
    """Something changed that readers are shown."""
    keep_fact(db, "changes", fact(db, "changes") + 1)
