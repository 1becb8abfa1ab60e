"""The pages that watches are put to, as far as the index has changed: kept up by asking what came, never by asking for all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from ui.filed import Filed
from ui.ports import Asked
from ui.watches.tables import count_change, fact, keep_fact

AT_ONCE = 200
"""Pages asked for at a time."""

_CAME = """INSERT INTO pages VALUES (:digest, :state, :state, 1)
ON CONFLICT(digest) DO UPDATE SET state = :state, there = 1"""


def catch_up(file: Filed, asked: Asked) -> None:
    """Note which pages came, were drawn anew or went since the last time. Where the index has not changed, that is a look at
    one number."""
    generation = asked.generation()
    with file.opened() as db:
        known, cursor = fact(db, "generation"), fact(db, "cursor")
    if generation == known:
        return
    if generation < known:  # another index stands there now
        cursor = 0
    while True:
        came = asked.came_since(cursor, AT_ONCE)
        cursor = came.cursor
        with file.writing() as db:
            _note(db, came.digests.values())
            keep_fact(db, "cursor", cursor)
        if not came.more:
            break
    hit = [digest for (digest,) in file.read("SELECT DISTINCT digest FROM hits")]
    there = asked.named(hit)
    with file.writing() as db:
        _note_gone(db, hit, there)
        keep_fact(db, "generation", generation)


def _note(db: sqlite3.Connection, digests: Iterable[str]) -> None:
    (state,) = db.execute("SELECT coalesce(max(state), 0) FROM pages").fetchone()
    db.executemany(_CAME, ({"digest": digest, "state": n} for n, digest in enumerate(digests, state + 1)))


def _note_gone(db: sqlite3.Connection, digests: Iterable[str], there: Collection[str]) -> None:
    rows = [(digest in there, digest, digest in there) for digest in digests]
    before = db.total_changes
    db.executemany("UPDATE pages SET there = ? WHERE digest = ? AND there != ?", rows)
    if db.total_changes != before:
        count_change(db)
