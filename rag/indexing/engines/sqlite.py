"""The engine of every index that nobody asked another for: one SQLite file, beside it a copy of its vectors for FAISS."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from threading import local
from typing import Any

from rag.errors import IndexUnusableError
from rag.indexing.aside import forget_damaged
from rag.indexing.engines.connecting import Connected, undone
from rag.indexing.engines.faiss_copy import FaissCopy
from rag.indexing.engines.files import FILE
from rag.indexing.engines.port import Connection, Nearest
from rag.indexing.engines.sqlite_anew import fresh_folder
from rag.indexing.engines.sqlite_errors import explained, writing
from rag.indexing.engines.sqlite_ids import give_above, highest_given
from rag.indexing.engines.sqlite_lock import building
from rag.indexing.schema import take_steps, version


class SqliteEngine:
    """The port Engine over the folder of an index: one SQLite file in WAL mode, and a file with a copy of its vectors.

    Each thread has a connection of its own, readers go on while one writes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE
        self.nearest: Nearest = FaissCopy(folder)
        self._mine = local()

    @property
    def where(self) -> str:
        """The folder, as it was named."""
        return str(self.folder)

    @property
    def home(self) -> str:
        """The folder, wherever it is named from."""
        return str(self.folder.resolve())

    def there(self) -> bool:
        """Whether the file is."""
        return self.path.is_file()

    def empty(self) -> bool:
        """Whether the file has no table."""
        return not self.connection().execute("SELECT 1 FROM sqlite_master").fetchone()

    def version(self) -> int:
        """Steps that the file has taken."""
        return version(self.connection())

    def lay(self, taken: int) -> None:
        """Take the others; the file must be open for writing."""
        take_steps(self.connection(), taken)

    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened on first use; transactions are begun by hand."""
        mine: Connected | None = getattr(self._mine, "open", None)
        if mine is None:
            mine = self._mine.open = Connected(self.path)
        return mine.db

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All of what is written inside, or nothing."""
        db = self.connection()
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
            db.execute("COMMIT")
        except BaseException:
            undone(db)
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is the file at one moment, whatever others write meanwhile; snapshots may be nested.

        IndexUnusableError if the file changed meanwhile in a folder that this process cannot write, and thus not lock.
        """
        if self.connection().in_transaction:
            yield
            return
        if self._mine.open.outdated:
            self.close()
        db = self.connection()
        db.execute("BEGIN")
        try:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()  # the moment is that of the first reading
            yield
        finally:
            db.execute("ROLLBACK")
        if self._mine.open.outdated:
            raise IndexUnusableError(f"{self.path} was changed while it was read", "try again")

    @contextmanager
    def done(self) -> Iterator[None]:
        """Close the calling thread's connection at the end: what was written is then in the one file."""
        try:
            yield
        finally:
            self.close()

    def building(self, *, alone: bool = True) -> AbstractContextManager[None]:
        """One process at a time, alone or not: a file has one writer."""
        return building(self.folder)

    def explained(self) -> AbstractContextManager[None]:
        """SQLite's errors as IndexUnusableError."""
        return explained(self.folder)

    @contextmanager
    def beside(self) -> Iterator[SqliteEngine]:
        """A folder inside this one, so that both lie on one disk."""
        with fresh_folder(self.folder) as place:
            yield SqliteEngine(place)

    def highest(self) -> int:
        """As SQLite remembers it, which gives no id twice."""
        return highest_given(self.connection())

    def go_on_from(self, highest: int) -> None:
        """Written where SQLite remembers it."""
        give_above(self.connection(), max(highest, self.highest()))

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """As SQLite steps through them."""
        return self.connection().execute(sql)

    def copy_to(self, file: Path) -> None:
        """As SQLite copies its own files."""
        with closing(sqlite3.connect(file)) as copy:
            self.connection().backup(copy)

    def fill_from(self, file: Path) -> None:
        """The file, byte by byte."""
        with writing(self.folder):
            shutil.copyfile(file, self.path)

    def faults(self, most: int) -> Iterator[str]:
        """What SQLite finds in the structure of its file."""
        for (told,) in self.connection().execute(f"PRAGMA integrity_check({most})"):
            if told != "ok":
                yield f"the database is damaged ({told.partition(chr(10))[0][:100]})"
        for table, *_ in self.connection().execute("PRAGMA foreign_key_check"):
            yield f"a row of {table} belongs to nothing"

    def swept(self) -> None:
        """Empty the log, as far as nobody is reading: it holds what was overwritten; forget what was kept aside."""
        self.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        forget_damaged(self.folder)

    def close(self) -> None:
        """Close the calling thread's connection."""
        mine: Connected | None = getattr(self._mine, "open", None)
        if mine is not None:
            mine.db.close()
            self._mine.open = None
