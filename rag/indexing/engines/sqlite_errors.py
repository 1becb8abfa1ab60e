"""What SQLite and the disk report, as one line that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.errors import IndexUnusableError
from rag.indexing.damage import MEND
from rag.indexing.engines.connecting import code_of
from rag.worktime import check_time

UNWRITABLE = "make the folder writable, or choose another with --index"
LONGEST_MESSAGE = 120
"""Characters of SQLite's own message that are shown: it may quote what it stumbled over."""


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """SQLite's errors as IndexUnusableError: a damaged file, a full or read-only disk, a lock held too long. OverdueError for
    a statement that took too long."""
    try:
        yield
    except sqlite3.Error as error:
        if code_of(error) == "SQLITE_INTERRUPT":
            check_time()
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
def writing(folder: Path) -> Iterator[None]:
    """What the disk says of a file that is written in the folder as IndexUnusableError."""
    try:
        yield
    except OSError as error:
        raise unwritable(folder, error) from error


def unwritable(folder: Path, error: Exception) -> IndexUnusableError:
    """What to tell of a folder that cannot be written."""
    return IndexUnusableError(f"the folder {folder} cannot be written ({error})", "choose another with --index")
