"""Where watches and what they found are kept: beside the index, and apart from it, so that an index built anew leaves them.

A page is done for a watch in the same transaction as its hits are written: after a kill it is run again or not at all, and
what is found twice has the same id.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rag import SettingError, Span
from ui.terminal import printable
from ui.watches.records import Counts, Hit, Watch

FILE = "watches.db"
PATIENCE = 10.0
"""Seconds to wait for another process's short write."""
MOST, LONGEST = 200, 80
"""Watches, and characters of the name of one."""

_TABLES = """
CREATE TABLE IF NOT EXISTS watches(
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, question TEXT NOT NULL, fields TEXT NOT NULL, made TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS hits(
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE,
    digest TEXT NOT NULL, article INTEGER NOT NULL, spans TEXT NOT NULL, found TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS hits_by_watch ON hits(watch, number);
CREATE TABLE IF NOT EXISTS done(
    watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE, digest TEXT NOT NULL, PRIMARY KEY(watch, digest)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen(
    watch TEXT NOT NULL REFERENCES watches ON DELETE CASCADE, who TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY(watch, who)) WITHOUT ROWID;
"""
_HITS = "SELECT watch, digest, article, spans, found, number FROM hits WHERE watch = ?"


class Watches:
    """The watches of an index. Errors of the disk, and names that are none, are SettingError."""

    def __init__(self, index: Path) -> None:
        self.path = index / FILE

    def all(self) -> tuple[Watch, ...]:
        """By name."""
        rows = self._read("SELECT id, name, question, fields, made FROM watches ORDER BY name")
        return tuple(Watch(i, name, question, json.loads(fields), made) for i, name, question, fields, made in rows)

    def get(self, watch: str) -> Watch | None:
        """The one of that id."""
        return next((w for w in self.all() if w.id == watch), None)

    def add(self, name: str, question: str, fields: Mapping[str, str], known: Iterable[str]) -> Watch:
        """Watch from now on; pages with the digests `known` are not new. SettingError where that cannot be."""
        name = _named(name)
        made = Watch(secrets.token_hex(8), name, question, dict(fields), _now())
        with self._opened() as db:
            if db.execute("SELECT count(*) FROM watches").fetchone()[0] >= MOST:
                raise SettingError(f"there are {MOST} watches already", "delete one that is not needed any more")
            if db.execute("SELECT 1 FROM watches WHERE name = ?", (name,)).fetchone():
                raise SettingError(f"there is a watch {name} already", "give this one another name")
            row = (made.id, name, question, json.dumps(made.fields, ensure_ascii=False), made.made)
            db.execute("INSERT INTO watches VALUES (?, ?, ?, ?, ?)", row)
            db.executemany("INSERT OR IGNORE INTO done VALUES (?, ?)", [(made.id, digest) for digest in known])
        return made

    def remove(self, watch: str) -> None:
        """And all that it found."""
        with self._opened() as db:
            db.execute("DELETE FROM watches WHERE id = ?", (watch,))

    def done(self, watch: str) -> frozenset[str]:
        """The digests of the pages that it was put to."""
        return frozenset(digest for (digest,) in self._read("SELECT digest FROM done WHERE watch = ?", watch))

    def put(self, watch: str, digests: Iterable[str], hits: Iterable[Hit]) -> int:
        """The watch was put to these pages and found that; how many hits were not known. Nothing where it is there no more."""
        found = [(h.id, watch, h.digest, h.article, _packed(h), _now()) for h in hits]
        with self._opened() as db:
            if not db.execute("SELECT 1 FROM watches WHERE id = ?", (watch,)).fetchone():
                return 0
            columns = "id, watch, digest, article, spans, found"
            before = db.total_changes
            db.executemany(f"INSERT OR IGNORE INTO hits({columns}) VALUES (?, ?, ?, ?, ?, ?)", found)
            new = db.total_changes - before
            db.executemany("INSERT OR IGNORE INTO done VALUES (?, ?)", [(watch, digest) for digest in digests])
        return new

    def hits(self, watch: str, most: int = -1, above: int = 0) -> tuple[Hit, ...]:
        """The newest first; `most` of them, those with a number above the one given."""
        rows = self._read(f"{_HITS} AND number > ? ORDER BY number DESC LIMIT ?", watch, above, most)
        return tuple(
            Hit(w, digest, article, tuple(Span(*s) for s in json.loads(spans)), found, number)
            for w, digest, article, spans, found, number in rows
        )

    def last(self, watch: str) -> int:
        """The number of the newest hit; 0 where there is none."""
        return (
            int(self._read("SELECT coalesce(max(number), 0) FROM hits WHERE watch = ?", watch)[0][0])
            if self._there()
            else 0
        )

    def seen(self, watch: str, who: str) -> int:
        """The number of the newest hit that somebody has seen."""
        rows = self._read("SELECT number FROM seen WHERE watch = ? AND who = ?", watch, who)
        return int(rows[0][0]) if rows else 0

    def see(self, watch: str, who: str, number: int) -> None:
        """Somebody has seen the hits up to this one."""
        with self._opened() as db:
            db.execute("INSERT OR REPLACE INTO seen SELECT id, ?, ? FROM watches WHERE id = ?", (who, number, watch))

    def counts(self, who: str) -> dict[str, Counts]:
        """For each watch, as somebody sees it."""
        sql = """SELECT w.id, count(h.number), count(CASE WHEN h.number > coalesce(s.number, 0) THEN 1 END)
            FROM watches w LEFT JOIN hits h ON h.watch = w.id LEFT JOIN seen s ON s.watch = w.id AND s.who = ?
            GROUP BY w.id"""
        return {watch: Counts(hits, new) for watch, hits, new in self._read(sql, who)}

    def _there(self) -> bool:
        return os.path.isfile(self.path)

    def _read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        if not self._there():
            return []
        with self._opened() as db:
            return list(db.execute(sql, values).fetchall())

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as db:
                db.execute("PRAGMA foreign_keys = ON")
                with db:
                    db.executescript(_TABLES)
                    yield db
        except sqlite3.Error as error:
            why = str(error).partition("\n")[0]
            remedy = "make room on the disk, or make the folder writable"
            raise SettingError(f"what is watched cannot be kept in {self.path} ({why})", remedy) from error


def _named(given: str) -> str:
    name = " ".join(given.split())
    if not name or len(name) > LONGEST or printable(name) != name:
        raise SettingError(
            f"{printable(name[:LONGEST]) or 'nothing'} is no name of a watch", f"give 1 to {LONGEST} characters"
        )
    return name


def _packed(hit: Hit) -> str:
    return json.dumps([[s.start, s.end] for s in hit.spans])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
