"""One connection to the index's SQLite file: for reading and writing, or, where nothing can be written, for reading alone."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from rag.text import sort_key
from rag.worktime import overdue

PATIENCE = 10.0
"""Seconds a reader or writer waits for another connection's short write."""
CACHE = 16_000
"""Kilobytes of the file a connection keeps in memory at most: the whole table of 50,000 events."""
LOOK = 5_000_000
"""Steps of SQLite's machine, a tenth of a second, after which a statement looks whether its time is over: each look waits for
its turn among Python's threads."""
UNWRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
"""How the codes of errors begin that a folder or a disk gives which cannot be written."""

Signature = tuple[int, int, int]
"""Which file it is, when it was changed, and its size."""


class Connected:
    """A connection, and what the file was like when it was opened as one that nobody changes; None if anybody may."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.as_it_was: Signature | None = None
        try:
            self.db = _opened(str(path), writing=True)
        except sqlite3.OperationalError as error:
            if not code_of(error).startswith(UNWRITABLE) or not path.is_file() or _log_of(path):
                raise
            # without its log the file is whole, and SQLite asks for no lock that such a disk could not give
            self.as_it_was = _signature(path)
            self.db = _opened(f"{path.resolve().as_uri()}?mode=ro&immutable=1", writing=False)

    @property
    def outdated(self) -> bool:
        """Whether a file that was to stay as it is has changed all the same."""
        return self.as_it_was is not None and (self.as_it_was != _signature(self._path) or _log_of(self._path))


def code_of(error: sqlite3.Error) -> str:
    """SQLite's own name of what went wrong; empty where it gives none."""
    return getattr(error, "sqlite_errorname", "") or ""


def undone(db: sqlite3.Connection) -> None:
    """Roll back what was begun, unless SQLite has done so itself, as it does where the disk fails."""
    with suppress(sqlite3.Error):
        if db.in_transaction:
            db.execute("ROLLBACK")


def _opened(name: str, *, writing: bool) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False, uri=not writing)
    try:
        if writing:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")  # what was said to be in the index is there after a power cut
            db.execute("PRAGMA secure_delete = ON")  # what was deleted is overwritten, not only forgotten
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        db.create_function("sort_key", 1, sort_key, deterministic=True)
        db.set_progress_handler(overdue, LOOK)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _log_of(path: Path) -> bool:
    """Whether there is a log with changes that are not in the file yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _signature(path: Path) -> Signature:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size
