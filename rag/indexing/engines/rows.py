"""All rows of an index from one engine's tables into another's, and what they come to: counts and digests."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import IndexUnusableError
from rag.indexing.engines import pgvector
from rag.indexing.engines.sqlite_ids import give_above, highest_given
from rag.indexing.schema import STEPS, newest, take_steps, version

if TYPE_CHECKING:
    from rag.indexing.engines.port import Engine
    from rag.indexing.engines.postgres import PostgresEngine
    from rag.ports import Vectors

_KEYS = {
    "pages": ("id",),
    "articles": ("id",),
    "passages": ("id",),
    "tellings": ("id",),
    "ratings": ("question", "answer"),
}
"""By which rows are put in order, where not by their first two columns."""
COUNTED = ("pages", "articles", "passages", "tellings")
"""Tables that give their rows numbers."""


def tables() -> dict[str, tuple[str, ...]]:
    """Every table with its columns, those that others refer to first."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in newest():
            db.execute(statement)
        names = [
            n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        ]
        return {name: tuple(row[1] for row in db.execute(f"PRAGMA table_info({name})")) for name in names}


def copy_in(engine: PostgresEngine, file: Path) -> None:
    """A SQLite file into empty tables of a server. IndexUnusableError where it is of another version."""
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
        if version(db) != len(STEPS):
            fact = f"{file} is of layout {version(db)}, this version writes {len(STEPS)}"
            raise IndexUnusableError(fact, "ask it once with this version, which brings it up")
        with engine.transaction():
            engine.lay(0)
            joined = engine.joined()
            for table, columns in tables().items():
                joined.load(table, columns, db.execute(f"SELECT {', '.join(columns)} FROM {table}"))
            if dim := int(_fact(db, "dim") or 0):
                pgvector.fill(joined, dim, _vectors(db, dim))
            engine.go_on_from(highest_given(db))


def copy_out(engine: PostgresEngine, file: Path) -> None:
    """The tables of a server, as they are at one moment, into a new SQLite file."""
    with closing(sqlite3.connect(file, isolation_level=None)) as db, engine.snapshot():
        db.execute("BEGIN")
        take_steps(db, 0)
        for table, columns in tables().items():
            marks = ", ".join("?" * len(columns))
            rows = engine.rows(f"SELECT {', '.join(columns)} FROM {table}")
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        give_above(db, engine.highest())
        db.execute("COMMIT")


def digests(engine: Engine) -> dict[str, tuple[int, str]]:
    """Every table with the number of its rows and a digest of what they hold, as they are at one moment.

    Of the facts of the index those are left out that tell of one place alone: how far copies in files are.
    """
    with engine.snapshot():
        return {table: _digest(engine, table, columns) for table, columns in tables().items()}


def _digest(engine: Engine, table: str, columns: Sequence[str]) -> tuple[int, str]:
    found, count = sha256(), 0
    where = "WHERE key NOT LIKE 'vectors_%'" if table == "meta" else ""
    named = ", ".join(columns)
    for row in engine.rows(f"SELECT {named} FROM {table} {where} ORDER BY {', '.join(_KEYS.get(table, columns[:2]))}"):
        found.update(repr(tuple(int(v) if isinstance(v, bool) else v for v in row)).encode(errors="surrogatepass"))
        count += 1
    return count, found.hexdigest()


def _vectors(db: sqlite3.Connection, dim: int) -> Iterator[tuple[int, Vectors]]:
    import numpy as np

    for ids, held in db.execute("SELECT passages, vectors FROM skims ORDER BY article"):
        yield from zip(json.loads(ids), np.frombuffer(held, np.float32).reshape(-1, dim), strict=True)


def _fact(db: sqlite3.Connection, key: str) -> str | None:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return row[0] if row else None
