"""The highest id that a SQLite file has given to a passage: SQLite keeps it, so that no id is given twice."""

from __future__ import annotations

import sqlite3


def highest_given(db: sqlite3.Connection) -> int:
    """The highest id ever given; 0 where none was."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    return int(row[0]) if row else 0


def give_above(db: sqlite3.Connection, highest: int) -> None:
    """Let ids go on behind this one."""
    db.execute("DELETE FROM sqlite_sequence WHERE name = 'passages'")
    db.execute("INSERT INTO sqlite_sequence(name, seq) VALUES ('passages', ?)", (highest,))
