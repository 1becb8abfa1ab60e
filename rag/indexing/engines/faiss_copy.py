"""The vectors of an index in a file beside it: a copy that says which generation it shows, and is made again at need.

SQLite holds the vectors themselves; a file that is missing, torn or behind costs time, never an answer.
"""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rag.errors import IndexUnusableError
from rag.indexing.aside import set_aside
from rag.indexing.engines.faiss_index import FaissIndex
from rag.indexing.engines.files import VECTORS

if TYPE_CHECKING:
    from rag.indexing.store import Store
    from rag.ports import Vectors

log = logging.getLogger(__name__)


class FaissCopy:
    """The port Nearest over the file in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / VECTORS

    def enter(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Nothing: the file is renewed at the end of a change, from the store."""

    def opened(self, store: Store) -> FaissIndex:
        """The file if it is whole and shows what the store holds; else the vectors anew from the store.

        While another process is building, what its file shows will do: it renews the file at its end.
        """
        kept = self._kept(store)
        if kept and not self.behind(store):
            return kept
        try:
            with store.engine.building():
                if store.count("passages"):
                    log.warning("the vectors in %s are missing, damaged or behind: they are made again", self._folder)
                if kept is None:
                    _keep_damaged(self._path)
                return self._renewed(store)
        except IndexUnusableError:  # somebody is building, or the folder cannot be written
            return kept or _from_store(store)

    def reopened(self, store: Store) -> FaissIndex:
        """The same as it is now."""
        return self._kept(store) or _from_store(store)

    def behind(self, store: Store) -> bool:
        """Whether the file shows another generation than the store's."""
        return store.copied() != store.generation()

    def whole(self, store: Store) -> bool:
        """Whether the file is the one that the store knows of, and shows what it holds now."""
        kept = self._kept(store)
        return kept is not None and not self.behind(store) and len(kept) == store.count("passages")

    def renew(self, store: Store) -> None:
        """Write the file. Nobody else may be changing the index."""
        self._renewed(store)

    def _renewed(self, store: Store) -> FaissIndex:
        with store.engine.snapshot():
            kept = self._kept(store)
            dense, generation = _caught_up(kept, store) if kept else _from_store(store), store.generation()
        try:
            for part in self._folder.glob(f"{VECTORS}.*.part"):  # of a process that ended while it wrote
                part.unlink(missing_ok=True)
            dense.save(self._path)
            with store.engine.transaction():
                store.set_meta(vectors_generation=generation, vectors_digest=_digest(self._path))
        except (OSError, sqlite3.OperationalError) as error:  # a folder that cannot be written can still be asked
            log.warning("the vectors cannot be kept in %s (%s)", self._path, error)
        return dense

    def _kept(self, store: Store) -> FaissIndex | None:
        """The copy in the file, if it is the one that the store knows of."""
        if not self._path.is_file() or store.meta("vectors_digest") != _digest(self._path):
            return None
        return FaissIndex.load(self._path)


def _keep_damaged(path: Path) -> None:
    """Keep aside a file that is not as it was written."""
    if path.is_file():
        try:
            log.warning("the damaged file is kept as %s", set_aside(path))
        except OSError as error:
            log.warning("%s cannot be kept aside (%s)", path, error)


def _caught_up(dense: FaissIndex, store: Store) -> FaissIndex:
    """An earlier copy, without what is gone and with what has come since: ids only ever grow."""
    there = set(dense.ids().tolist())
    dense.remove(list(there.difference(store.passage_ids())))
    newest = max(there, default=0)
    for ids, vectors in store.vectors(newest):
        new = [place for place, i in enumerate(ids) if i > newest]
        dense.add([ids[place] for place in new], vectors[new])
    return dense


def _from_store(store: Store) -> FaissIndex:
    dense = FaissIndex(int(store.meta("dim") or 0) or 1)
    for ids, vectors in store.vectors():
        dense.add(ids, vectors)
    return dense


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
