"""Connections to the index's SQLite file, and the lock that lets one process build at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import local

from rag.errors import IndexUnusableError
from rag.indexing.connecting import Connected, code_of
from rag.indexing.damage import MEND

FILE = "wenzheng.db"
VECTORS = "wenzheng.faiss"
LOCK = "building.lock"
REBUILD = "build it again: wenzheng index --rebuild"
UNWRITABLE = "make the folder writable, or choose another with --index"
LONGEST_MESSAGE = 120
"""Characters of SQLite's own message that are shown: it may quote what it stumbled over."""


class Database:
    """One SQLite file in WAL mode: each thread has a connection of its own, readers go on while one writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = local()

    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened on first use; transactions are begun by hand."""
        mine: Connected | None = getattr(self._mine, "open", None)
        if mine is None:
            mine = self._mine.open = Connected(self.path)
        return mine.db

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
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

    def close(self) -> None:
        """Close the calling thread's connection."""
        mine: Connected | None = getattr(self._mine, "open", None)
        if mine is not None:
            mine.db.close()
            self._mine.open = None


def undone(db: sqlite3.Connection) -> None:
    """Roll back what was begun, unless SQLite has done so itself, as it does where the disk fails."""
    with suppress(sqlite3.Error):
        if db.in_transaction:
            db.execute("ROLLBACK")


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """SQLite's errors as IndexUnusableError: a damaged file, a full or read-only disk, a lock held too long."""
    try:
        yield
    except sqlite3.Error as error:
        raise IndexUnusableError(f"the index in {folder} cannot be used ({_told(error)})", _remedy(error)) from error


def _told(error: sqlite3.Error) -> str:
    """SQLite's own words, but none of the index's: of text that it cannot decode it shows all."""
    if str(error).startswith("Could not decode"):
        return "what it holds is not text any more"
    return str(error).partition("\n")[0][:LONGEST_MESSAGE]


def _remedy(error: sqlite3.Error) -> str:
    remedies = {
        "SQLITE_FULL": "make room on the disk",
        "SQLITE_READONLY": UNWRITABLE,
        "SQLITE_CANTOPEN": UNWRITABLE,
        "SQLITE_IOERR": "see whether the disk is sound and has room, then try again",
        "SQLITE_BUSY": "wait until the other process is done",
    }
    return next((text for start, text in remedies.items() if code_of(error).startswith(start)), MEND)


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Only one process at a time gets here for a folder; another gets IndexUnusableError at once.

    SQLite's own file lock serves: it is there on every system, and goes when the process goes, however it ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder)
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(folder, error) from error
    with closing(lock):
        yield


def _lock(folder: Path) -> sqlite3.Connection:
    """A connection that holds the lock. What the file holds is of no account: it is emptied where SQLite cannot read it."""
    for _ in range(2):
        lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
            return lock
        except sqlite3.DatabaseError as error:
            lock.close()
            if code_of(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                fact = f"another process is changing the index in {folder}"
                raise IndexUnusableError(fact, "wait until it is done, then try again") from error
            if not code_of(error).startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
                raise
            with (folder / LOCK).open("r+b") as file:  # the same file: who waits for it waits on
                file.truncate()
    raise OSError(f"{LOCK} cannot be emptied")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What the disk says of a file that is written in the folder as IndexUnusableError."""
    try:
        yield
    except OSError as error:
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: Exception) -> IndexUnusableError:
    return IndexUnusableError(f"the folder {folder} cannot be written ({error})", "choose another with --index")
