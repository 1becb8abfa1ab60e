"""Where watches are kept, with what they found and what each reader has seen of it: an index built anew leaves them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from rag import SettingError
from ui.terminal import printable
from ui.watches.finds import Finds
from ui.watches.records import Counts, Watch
from ui.watches.tables import count_change, filed, keep_fact

MOST, LONGEST = 200, 80
"""Watches, and characters of the name of one."""

_COUNTS = """SELECT w.id, count(h.number), count(CASE WHEN h.number > coalesce(s.number, 0) THEN 1 END)
FROM watches w
LEFT JOIN (SELECT f.watch, f.number FROM hits f JOIN pages p ON p.digest = f.digest WHERE p.there AND NOT f.withdrawn) h
ON h.watch = w.id LEFT JOIN seen s ON s.watch = w.id AND s.who = ? GROUP BY w.id"""

_FRESH = """SELECT count(*) FROM hits h JOIN pages p ON p.digest = h.digest
LEFT JOIN seen s ON s.watch = h.watch AND s.who = ?
WHERE p.there AND NOT h.withdrawn AND h.number > max(?, coalesce(s.number, 0))"""
_LOOKED = "looked "
"""Before a reader's name: the number of the last hit that there was when they looked."""


class Watches:
    """The watches of an index. Errors of the disk, and names that are none, are SettingError."""

    def __init__(self, index: Path) -> None:
        self.file = filed(index)
        self.finds = Finds(self.file)

    def all(self) -> tuple[Watch, ...]:
        """By name."""
        rows = self.file.read("SELECT id, name, question, fields, made FROM watches ORDER BY name")
        return tuple(Watch(i, name, question, json.loads(fields), made) for i, name, question, fields, made in rows)

    def get(self, watch: str) -> Watch | None:
        """The one of that id."""
        return next((w for w in self.all() if w.id == watch), None)

    def add(self, name: str, question: str, fields: Mapping[str, str]) -> Watch:
        """Watch from now on; the pages that are noted are not new. SettingError where that cannot be."""
        name = _named(name)
        made = Watch(
            secrets.token_hex(8), name, question, dict(fields), datetime.now(UTC).isoformat(timespec="seconds")
        )
        with self.file.writing() as db:
            if db.execute("SELECT count(*) FROM watches").fetchone()[0] >= MOST:
                raise SettingError(f"there are {MOST} watches already", "delete one that is not needed any more")
            if db.execute("SELECT 1 FROM watches WHERE name = ?", (name,)).fetchone():
                raise SettingError(f"there is a watch {name} already", "give this one another name")
            row = (made.id, name, question, json.dumps(made.fields, ensure_ascii=False), made.made)
            start = "(SELECT coalesce(max(state), 0) FROM pages)"
            db.execute(f"INSERT INTO watches VALUES (?, ?, ?, ?, ?, {start}, {start})", row)
            count_change(db)
        return made

    def remove(self, watch: str) -> None:
        """And all that it found."""
        with self.file.writing() as db:
            db.execute("DELETE FROM watches WHERE id = ?", (watch,))
            count_change(db)

    def changes(self) -> int:
        """A number that changes whenever a list of watches or of what they found does."""
        rows = self.file.read("SELECT value FROM facts WHERE key = 'changes'")
        return int(rows[0][0]) if rows else 0

    def seen(self, watch: str, who: str) -> int:
        """The number of the last hit that somebody has seen; 0 for none."""
        rows = self.file.read("SELECT number FROM seen WHERE watch = ? AND who = ?", watch, who)
        return int(rows[0][0]) if rows else 0

    def see(self, watch: str, who: str, number: int) -> None:
        """Somebody has seen the hits up to this one."""
        with self.file.writing() as db:
            db.execute("INSERT OR REPLACE INTO seen SELECT id, ?, ? FROM watches WHERE id = ?", (who, number, watch))
            count_change(db)

    def look(self, who: str) -> None:
        """Somebody looked at the list of all watches; what is marked as new there stays so until it is seen."""
        newest = int(next(iter(self.file.read("SELECT coalesce(max(number), 0) FROM hits")), (0,))[0])
        if newest > self._looked(who):
            with self.file.writing() as db:
                keep_fact(db, _LOOKED + who, newest)
                count_change(db)

    def fresh(self, who: str) -> int:
        """How many hits stand that were found since somebody looked last, and that they have not seen."""
        rows = self.file.read(_FRESH, who, self._looked(who))
        return int(rows[0][0]) if rows else 0

    def _looked(self, who: str) -> int:
        rows = self.file.read("SELECT value FROM facts WHERE key = ?", _LOOKED + who)
        return int(rows[0][0]) if rows else 0

    def counts(self, who: str) -> dict[str, Counts]:
        """For each watch, as somebody sees it."""
        return {watch: Counts(hits, new) for watch, hits, new in self.file.read(_COUNTS, who)}


def _named(given: str) -> str:
    name = " ".join(given.split())
    if not name or len(name) > LONGEST or printable(name) != name:
        raise SettingError(
            f"{printable(name[:LONGEST]) or 'nothing'} is no name of a watch", f"give 1 to {LONGEST} characters"
        )
    return name
