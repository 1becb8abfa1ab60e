"""What watches found, as it stands after the last look at each page.

A page is done for a watch in the same transaction as its hits are written: after a kill it is run again or not at all, and
what is found twice has the same id. A later state of a page is never overwritten by somebody who looked at an earlier one.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

from rag import Span
from ui.filed import Filed
from ui.watches.matching import matched
from ui.watches.records import Due, Hit
from ui.watches.tables import count_change

_COLUMNS = "h.watch, h.digest, h.article, h.spans, h.found, h.number, h.id, h.withdrawn, h.changed"
_THERE = f"SELECT {_COLUMNS} FROM hits h JOIN pages p ON p.digest = h.digest WHERE h.watch = ? AND p.there"
_HIT_ON = "EXISTS (SELECT 1 FROM hits h WHERE h.watch = w.id AND h.digest = p.digest)"
_DUE = """SELECT w.id, p.digest, p.state FROM watches w CROSS JOIN pages p
WHERE p.state > w.upto AND p.there AND {which}
AND NOT EXISTS (SELECT 1 FROM done d WHERE d.watch = w.id AND d.digest = p.digest AND d.state >= p.state) ORDER BY p.state"""
_NEW = f"w.id = ? AND (p.first > w.start OR {_HIT_ON})"


class Finds:
    """The hits of all watches in the file."""

    def __init__(self, file: Filed) -> None:
        self._file = file

    def due(self, watch: str) -> Due:
        """The pages that a watch is to be put to."""
        reach = self._file.read("SELECT coalesce(max(state), 0) FROM pages")
        rows = self._file.read(_DUE.format(which=_NEW), watch)
        return Due({digest: state for _, digest, state in rows}, reach[0][0] if reach else 0)

    def overtaken(self) -> dict[str, dict[str, int]]:
        """By watch the pages that it found something on, and that were drawn anew since."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for watch, digest, state in self._file.read(_DUE.format(which=_HIT_ON)):
            found[watch][digest] = state
        return found

    def put(self, watch: str, states: Mapping[str, int], hits: Iterable[Hit]) -> int:
        """The watch was put to these pages in these states and found that; how many hits were not known. Nothing where the
        watch is there no more."""
        found: defaultdict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            found[hit.digest].append(hit)
        new = 0
        with self._file.writing() as db:
            if not db.execute("SELECT 1 FROM watches WHERE id = ?", (watch,)).fetchone():
                return 0
            for digest, state in states.items():
                if _is_newest(db, watch, digest, state):
                    new += _held_against(db, watch, digest, found[digest])
        return new

    def reached(self, reach: Mapping[str, int]) -> None:
        """These watches were put to all pages with states up to there."""
        with self._file.writing() as db:
            sql = "UPDATE watches SET upto = max(upto, ?) WHERE id = ?"
            db.executemany(sql, [(upto, watch) for watch, upto in reach.items()])

    def standing(self, watch: str, most: int = -1) -> tuple[Hit, ...]:
        """Those that stand on pages that are there, the newest first."""
        return self._hits(f"{_THERE} AND NOT h.withdrawn ORDER BY h.number DESC LIMIT ?", watch, most)

    def withdrawn(self, watch: str, most: int = -1) -> tuple[Hit, ...]:
        """Those that stood before their page was corrected, the last first."""
        return self._hits(f"{_THERE} AND h.withdrawn ORDER BY h.turn DESC LIMIT ?", watch, most)

    def latest(self, watch: str, most: int) -> tuple[Hit, ...]:
        """Both, in the order in which they came to stand as they do, the last first."""
        return self._hits(f"{_THERE} ORDER BY h.turn DESC LIMIT ?", watch, most)

    def _hits(self, sql: str, *values: object) -> tuple[Hit, ...]:
        return tuple(_hit(row) for row in self._file.read(sql, *values))


def _is_newest(db: sqlite3.Connection, watch: str, digest: str, state: int) -> bool:
    """Whether nobody was faster who saw a later state of the page; then it is noted as done."""
    sql = """INSERT INTO done VALUES (?, ?, ?)
        ON CONFLICT(watch, digest) DO UPDATE SET state = excluded.state WHERE state <= excluded.state"""
    return db.execute(sql, (watch, digest, state)).rowcount > 0


def _held_against(db: sqlite3.Connection, watch: str, digest: str, found: list[Hit]) -> int:
    rows = db.execute(f"SELECT {_COLUMNS} FROM hits h WHERE h.watch = ? AND h.digest = ?", (watch, digest)).fetchall()
    told, now = matched([_hit(row) for row in rows], found), datetime.now(UTC).isoformat(timespec="seconds")
    turns = count(1 + int(db.execute("SELECT coalesce(max(turn), 0) FROM hits").fetchone()[0]))
    for hit in told.new:
        row = (hit.id, watch, digest, hit.article, _packed(hit), now, now, next(turns))
        columns = "id, watch, digest, article, spans, found, changed, turn"
        db.execute(f"INSERT INTO hits({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    for hit in (*told.moved, *told.gone):
        changed = (hit.article, _packed(hit), hit.withdrawn, now, next(turns), hit.number)
        sql = "UPDATE hits SET article = ?, spans = ?, withdrawn = ?, changed = ?, turn = ? WHERE number = ?"
        db.execute(sql, changed)
    if told.new or told.moved or told.gone:
        count_change(db)
    return len(told.new)


def _hit(row: tuple[Any, ...]) -> Hit:
    watch, digest, article, spans, found, number, made, withdrawn, changed = row
    places = tuple(Span(*s) for s in json.loads(spans))
    return Hit(watch, digest, article, places, found, number, made, bool(withdrawn), changed)


def _packed(hit: Hit) -> str:
    return json.dumps([[s.start, s.end] for s in hit.spans])
