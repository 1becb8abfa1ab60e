"""A small SQLite file beside an index, for what is noted there and belongs to no index: made on first use, one line if it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from rag import SettingError

PATIENCE = 10.0
"""Seconds to wait for another process's short write."""

MOVE = "move it away, or put a copy of it in its place; where there is none, it is begun anew"
"""What to do about a file that is damaged: nothing in it is taken for true, and nothing is put over it."""


class Filed:
    """`tables` are statements that make what is not there yet, `kept` says in words what the file keeps. With `begin` more is
    done at the beginning of every transaction. Errors of the disk are SettingError."""

    def __init__(
        self, path: Path, tables: str, kept: str, begin: Callable[[sqlite3.Connection], None] = lambda db: None
    ) -> None:
        self.path = path
        self._tables, self._kept, self._begin = tables, kept, begin
        self._made = False

    def there(self) -> bool:
        """Whether anything was ever noted; a folder that may not be entered holds nothing."""
        return os.path.isfile(self.path)

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows; none where nothing was ever noted."""
        if not self.there():
            return []
        with self.opened() as db:
            return list(db.execute(sql, values).fetchall())

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """What is written inside is written wholly or not at all."""
        try:
            made = self._made and self.there()
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=PATIENCE)) as db:
                db.execute("PRAGMA foreign_keys = ON")
                if not made:
                    db.executescript(self._tables)
                    self._made = True
                with db:
                    self._begin(db)
                    yield db
        except (OSError, sqlite3.Error) as error:
            why = str(error).partition("\n")[0]
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
            remedy = MOVE if damaged else "make room on the disk, or make the folder writable"
            raise SettingError(f"{self._kept} cannot be kept in {self.path} ({why})", remedy) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """As `opened`; nobody else writes between what is read inside and what is written."""
        with self.opened() as db:
            if not db.in_transaction:
                db.execute("BEGIN IMMEDIATE")
            yield db
