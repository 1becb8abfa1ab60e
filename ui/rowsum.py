"""A sum over all rows of a small SQLite file, kept in it: whoever opens it knows whether they are what was written.

SQLite notices a broken structure, not a letter that has become another. Every row has a digest, the sum is what all of them
and the definitions of the tables come to whatever their order, and a row that comes, changes or goes is added or taken away by
triggers of the connection that writes: so writing costs what is written, and only opening reads all.
"""

from __future__ import annotations

import json
import sqlite3
from hashlib import blake2b

_TABLE = "CREATE TABLE IF NOT EXISTS rowsum(of TEXT PRIMARY KEY, sum INTEGER NOT NULL) WITHOUT ROWID"
_XOR = "UPDATE rowsum SET sum = (sum | {0}) - (sum & {0})"
"""Adds to a sum, or takes away from it: exclusive or, which SQLite has not."""
_TABLES = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT IN ('rowsum', 'sqlite_sequence')"
_DEFINED = "SELECT type, name, sql FROM main.sqlite_master WHERE name <> 'rowsum' AND sql IS NOT NULL"


def is_whole(db: sqlite3.Connection, of: str) -> bool:
    """Whether structure and rows are as they were written; of a file that never had a sum, its structure. `of` says what it
    keeps: the file of another kind is not whole. Belongs inside a transaction; sqlite3.Error where it cannot be read at all."""
    given = db.text_factory
    db.text_factory = lambda held: held.decode("utf-8", "replace")  # what is no text any more gives another digest
    try:
        if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            return False
        if not db.execute("SELECT 1 FROM main.sqlite_master WHERE name = 'rowsum'").fetchone():
            return True
        return db.execute("SELECT of, sum FROM rowsum").fetchall() == [(of, _defined(db) ^ _rows(db))]
    finally:
        db.text_factory = given


def make(db: sqlite3.Connection, tables: str, of: str) -> None:
    """Make the tables that are not there yet, and keep the sum of a file that has none, as its rows are now. The file is
    whole. Belongs inside a transaction."""
    before = _defined(db)
    for statement in filter(str.strip, tables.split(";")):
        db.execute(statement)
    db.execute(_TABLE)
    if db.execute("SELECT 1 FROM rowsum").fetchone():
        db.execute(_XOR.format("?1"), (before ^ _defined(db),))
    else:
        db.execute("INSERT INTO rowsum VALUES (?, ?)", (of, _defined(db) ^ _rows(db)))


def keep(db: sqlite3.Connection) -> None:
    """Keep the sum up through all that is written on this connection."""
    db.execute("PRAGMA recursive_triggers = ON")  # or a row goes without a word where another takes its place
    db.create_function("row_digest", -1, _digest, deterministic=True)
    for (table,) in db.execute(_TABLES).fetchall():
        columns = [name for _, name, *_ in db.execute(f"PRAGMA main.table_info({table})")]
        old, new = (f"row_digest('{table}', {', '.join(w + name for name in columns)})" for w in ("old.", "new."))
        for when, changes in (("INSERT", (new,)), ("DELETE", (old,)), ("UPDATE", (old, new))):
            steps = " ".join(f"{_XOR.format(change)};" for change in changes)
            db.execute(f"CREATE TEMP TRIGGER sum_{when}_{table} AFTER {when} ON main.{table} BEGIN {steps} END")


def _rows(db: sqlite3.Connection) -> int:
    total = 0
    for (table,) in db.execute(_TABLES).fetchall():
        for row in db.execute(f"SELECT * FROM main.{table}"):
            total ^= _digest(table, *row)
    return total


def _defined(db: sqlite3.Connection) -> int:
    total = 0
    for row in db.execute(_DEFINED):
        total ^= _digest(*row)
    return total


def _digest(*row: object) -> int:
    """A number of 64 bits, as SQLite keeps numbers; a whole number is the same whether it is kept as one or not."""
    plain = [int(value) if isinstance(value, float) and value.is_integer() else value for value in row]
    told = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(told, digest_size=8).digest(), signed=True)
