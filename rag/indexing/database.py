"""Connections to the index's SQLite file, and the lock that lets one process build at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import local

from rag.errors import IndexUnusableError
from rag.text import sort_key

FILE = "wenzheng.db"
VECTORS = "wenzheng.faiss"
LOCK = "building.lock"
PATIENCE = 10.0
"""Seconds a reader or writer waits for another connection's short write."""
CACHE = 16_000
"""Kilobytes of the file a connection keeps in memory at most: the whole table of 50,000 events."""
REBUILD = "build it again: wenzheng index --rebuild"


class Database:
    """One SQLite file in WAL mode: each thread has a connection of its own, readers go on while one writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._mine = local()

    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened on first use; transactions are begun by hand."""
        db: sqlite3.Connection | None = getattr(self._mine, "db", None)
        if db is None:
            db = self._mine.db = _connect(self.path)
        return db

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of what is written inside, or nothing."""
        db = self.connection()
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is the file at one moment, whatever others write meanwhile; snapshots may be nested."""
        db = self.connection()
        if db.in_transaction:
            yield
            return
        db.execute("BEGIN")
        try:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()  # the moment is that of the first reading
            yield
        finally:
            db.execute("ROLLBACK")

    @contextmanager
    def done(self) -> Iterator[None]:
        """Close the calling thread's connection at the end: what was written is then in the one file."""
        try:
            yield
        finally:
            self.close()

    def close(self) -> None:
        """Close the calling thread's connection."""
        db: sqlite3.Connection | None = getattr(self._mine, "db", None)
        if db is not None:
            db.close()
            self._mine.db = None


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        db.create_function("sort_key", 1, sort_key, deterministic=True)
        db.execute("PRAGMA secure_delete = ON")  # what was deleted is overwritten, not only forgotten
    except sqlite3.Error:
        db.close()
        raise
    return db


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """SQLite's errors as IndexUnusableError: a damaged file, a full or read-only disk, a lock held too long."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", "") or ""
        fact = f"the index in {folder} cannot be used ({error})"
        raise IndexUnusableError(fact, _remedy(code)) from error


def _remedy(code: str) -> str:
    remedies = {
        "SQLITE_FULL": "make room on the disk",
        "SQLITE_READONLY": "make the folder writable, or choose another with --index",
        "SQLITE_CANTOPEN": "make the folder writable, or choose another with --index",
        "SQLITE_BUSY": "wait until the other process is done",
    }
    return next((text for start, text in remedies.items() if code.startswith(start)), REBUILD)


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Only one process at a time gets here for a folder; another gets IndexUnusableError at once.

    SQLite's own file lock serves: it is there on every system, and goes when the process goes, however it ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise IndexUnusableError(
            f"the folder {folder} cannot be written ({error})", "choose another with --index"
        ) from error
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            fact = f"another process is changing the index in {folder}"
            raise IndexUnusableError(fact, "wait until it is done, then try again") from error
        yield
