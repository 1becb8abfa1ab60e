"""Build an index anew beside the old one, which goes on being asked until the new one takes its place whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace

from rag.config import Config
from rag.indexing.aside import set_aside
from rag.indexing.connecting import PATIENCE
from rag.indexing.database import FILE, VECTORS, writing
from rag.indexing.store import Store
from rag.indexing.storing import prepare

FOLDER = "anew"
"""Where the new one grows: inside the index, so that both lie on one disk."""
DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")


@contextmanager
def anew(config: Config) -> Iterator[Config]:
    """The settings of an empty index to be filled; it takes the place of `config`'s when all went well."""
    with beside(config) as fresh:
        store = Store(fresh.index)
        with store.database.done():
            prepare(store, fresh)
            continued(store, config)
        yield fresh


@contextmanager
def beside(config: Config) -> Iterator[Config]:
    """The settings of an empty folder inside the index; what it holds at the end takes the place of `config`'s index."""
    place = config.index / FOLDER
    shutil.rmtree(place, ignore_errors=True)
    fresh = replace(config, index=place)
    try:
        with writing(config.index):
            place.mkdir()
        yield fresh
        with writing(config.index):
            _put_in_place(fresh, config)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def continued(store: Store, config: Config) -> None:
    """Let ids and generations of a new store go on from those of the old one, so that no copy somebody holds in memory
    can be taken for a new one."""
    generation, highest = _reached(config)
    known = store.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    store.set_meta(generation=max(store.generation(), generation) + 1)
    store.db.execute("DELETE FROM sqlite_sequence WHERE name = 'passages'")
    store.db.execute("INSERT INTO sqlite_sequence(name, seq) VALUES ('passages', ?)", (max(highest, *(known or (0,))),))


def _reached(config: Config) -> tuple[int, int]:
    """(generation, highest id of a passage) of the old index; zeros where there is none that can be read."""
    with suppress(sqlite3.Error), closing(_connected(config)) as db:
        generation = db.execute("SELECT value FROM meta WHERE key = 'generation'").fetchone()
        highest = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
        return int((generation or (0,))[0]), int((highest or (0,))[0])
    return 0, 0


def _put_in_place(fresh: Config, config: Config) -> None:
    """In one transaction of the old file, whose readers see the old pages or the new; a damaged file is replaced."""
    try:
        with closing(_connected(fresh)) as source, closing(_connected(config)) as target:
            source.backup(target)
    except sqlite3.DatabaseError as error:
        if not getattr(error, "sqlite_errorname", "").startswith(DAMAGED):
            raise
        set_aside(config.index / FILE)
        for name in (FILE + "-wal", FILE + "-shm"):
            (config.index / name).unlink(missing_ok=True)
        os.replace(fresh.index / FILE, config.index / FILE)
    if (fresh.index / VECTORS).is_file():  # else they could not be kept, and are made again from the database
        os.replace(fresh.index / VECTORS, config.index / VECTORS)


def _connected(config: Config) -> sqlite3.Connection:
    return sqlite3.connect(config.index / FILE, timeout=PATIENCE)
