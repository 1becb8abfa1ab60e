"""A small SQLite file beside an index, for what is noted there and belongs to no index: made on first use, one line if it fails."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from rag import SettingError, put_in_place
from ui import rowsum

PATIENCE = 10.0
"""Seconds to wait for another process's short write."""

MOVE = "move it away, or put a copy of it in its place; where there is none, it is begun anew"
"""What to do about a file that is damaged: nothing in it is taken for true, and nothing is put over it."""


class Filed:
    """`tables` are statements that make what is not there yet, `kept` says in words what the file keeps. With `begin` more is
    done at the beginning of every transaction. Errors of the disk, and a file that is not as it was written, are SettingError.

    All of a file is looked at when it is opened first, and when another one stands in its place.
    """

    def __init__(
        self, path: Path, tables: str, kept: str, begin: Callable[[sqlite3.Connection], None] = lambda db: None
    ) -> None:
        self.path = path
        self._tables, self._kept, self._begin = tables, kept, begin
        self._known: tuple[int, int] | None = None

    def there(self) -> bool:
        """Whether anything was ever noted; a folder that may not be entered holds nothing."""
        return os.path.isfile(self.path)

    def read(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows; none where nothing was ever noted."""
        if not self.there():
            return []
        with self._opened() as db:
            return list(db.execute(sql, values).fetchall())

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """What is written inside is written wholly or not at all."""
        with self._opened(rowsum.keep) as db:
            yield db

    @contextmanager
    def _opened(self, prepare: Callable[[sqlite3.Connection], None] = lambda db: None) -> Iterator[sqlite3.Connection]:
        with self._told():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            known = self._known if self.there() else None
            with closing(self._connected()) as db:
                db.execute("PRAGMA foreign_keys = ON")
                if known is None or known != _identity(self.path):
                    self._look(db)
                prepare(db)
                with db:
                    self._begin(db)
                    yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """As `opened`; nobody else writes between what is read inside and what is written."""
        with self.opened() as db:
            if not db.in_transaction:
                db.execute("BEGIN IMMEDIATE")
            yield db

    def check(self) -> None:
        """SettingError if the file is there and not as it was written; nothing is written."""
        if self.there():
            with self._told(), closing(self._connected()) as db:
                self._refuse_damaged(db)

    def copy_to(self, path: Path) -> None:
        """Copy the file as it is at one moment, whatever others write meanwhile. SettingError if it is not as it was written,
        OSError where the copy cannot be written."""
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
        try:
            with self._told(), closing(self._connected()) as db, closing(sqlite3.connect(part)) as copy:
                db.backup(copy)
                self._refuse_damaged(copy)
            put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)

    def _connected(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=PATIENCE)

    def _look(self, db: sqlite3.Connection) -> None:
        self._refuse_damaged(db)
        db.execute("BEGIN IMMEDIATE")
        rowsum.make(db, self._tables, self._kept)
        db.commit()
        self._known = _identity(self.path)

    def _refuse_damaged(self, db: sqlite3.Connection) -> None:
        db.execute("BEGIN")
        whole = rowsum.is_whole(db, self._kept)
        db.rollback()
        if not whole:
            raise sqlite3.DatabaseError("it is not as it was written")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            why = str(error).partition("\n")[0]
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
            remedy = MOVE if damaged else "make room on the disk, or make the folder writable"
            raise SettingError(f"{self._kept} cannot be kept in {self.path} ({why})", remedy) from error


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
