"""The lock that lets one process at a time change the index in a folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from rag.errors import IndexUnusableError
from rag.indexing.engines.connecting import code_of
from rag.indexing.engines.files import LOCK
from rag.indexing.engines.sqlite_errors import unwritable


@contextmanager
def building(folder: Path) -> Iterator[None]:
    """Only one process at a time gets here for a folder; another gets IndexUnusableError at once.

    SQLite's own file lock serves: it is there on every system, and goes when the process goes, however it ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _lock(folder)
    except (OSError, sqlite3.Error) as error:
        raise unwritable(folder, error) from error
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
