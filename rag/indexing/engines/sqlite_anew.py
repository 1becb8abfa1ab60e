"""A folder inside the index in which another grows, and takes its place whole; the old one is asked until then."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from rag.indexing.aside import set_aside
from rag.indexing.engines.connecting import PATIENCE, code_of
from rag.indexing.engines.files import FILE, VECTORS
from rag.indexing.engines.sqlite_errors import writing
from rag.lasting import keep_names

FOLDER = "anew"
"""Where the new one grows: inside the index, so that both lie on one disk."""
DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


@contextmanager
def fresh_folder(folder: Path) -> Iterator[Path]:
    """An empty folder inside `folder`; the index it holds at the end takes the place of the one there."""
    place = folder / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    try:
        with writing(folder):
            place.mkdir()
        yield place
        with writing(folder):
            _put_in_place(place, folder)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _put_in_place(fresh: Path, folder: Path) -> None:
    """In one transaction of the old file, whose readers see the old pages or the new; a damaged file is replaced."""
    try:
        with closing(_connected(fresh)) as source, closing(_connected(folder)) as target:
            source.backup(target)
    except sqlite3.DatabaseError as error:
        if not code_of(error).startswith(DAMAGED):
            raise
        set_aside(folder / FILE)
        for name in (FILE + "-wal", FILE + "-shm"):
            (folder / name).unlink(missing_ok=True)
        os.replace(fresh / FILE, folder / FILE)  # SQLite wrote it out
        keep_names(folder)
    if (fresh / VECTORS).is_file():  # else they could not be kept, and are made again from the database
        os.replace(fresh / VECTORS, folder / VECTORS)


def _connected(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / FILE, timeout=PATIENCE)
    try:
        db.execute("PRAGMA synchronous = FULL")  # whatever the library was built with
    except sqlite3.Error:
        db.close()
        raise
    return db
