"""Open an index for asking: the store, both indexes, the words and the encoder, checked against each other."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from rag.config import SCHEMA, Config
from rag.errors import IndexUnusableError
from rag.indexing.aside import set_aside
from rag.indexing.database import FILE, REBUILD, VECTORS, building, explained
from rag.indexing.dense import FaissIndex
from rag.indexing.encoder import encoder_for
from rag.indexing.lexical import WordIndex
from rag.indexing.rules import outdated
from rag.indexing.schema import STEPS, migrate, version
from rag.indexing.store import Store
from rag.indexing.wholes import Wholes, wholes_of
from rag.indexing.words import Words
from rag.ports import DenseIndex, Encoder, LexicalIndex

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Indexes:
    """An index opened at one generation; `copied` is that of the vectors. The encoder loads its model on first use."""

    store: Store
    dense: DenseIndex
    lexical: LexicalIndex
    words: Words
    encoder: Encoder
    wholes: Wholes
    generation: int
    copied: int = 0


def open_indexes(config: Config, encoder: Encoder | None = None) -> Indexes:
    """IndexUnusableError, with the remedy, if it is missing, damaged, of another model or of an older schema."""
    store = open_store(config)
    if outdated(store):
        log.warning(
            "other rules built the index in %s: it is asked as it is; wenzheng index reads its pages again",
            config.index,
        )
    with explained(config.index):
        lexical = WordIndex(store.database.connection)
        encoder = encoder or encoder_for(config.model)
        dense = open_dense(store)
        with store.database.snapshot():
            words, generation, copied = Words(store.names()), store.generation(), store.copied()
        return Indexes(store, dense, lexical, words, encoder, wholes_of(store.database.connection), generation, copied)


def open_store(config: Config) -> Store:
    """The store alone. IndexUnusableError as `open_indexes`."""
    if not (config.index / FILE).is_file():
        raise _none(config)
    with explained(config.index):
        store = Store(config.index)
        if not store.db.execute("SELECT 1 FROM sqlite_master").fetchone():  # begun, and never built
            raise _none(config)
        if 0 < version(store.db) < len(STEPS):
            with building(config.index):
                log.warning("the index in %s is of an older version: it is brought up to this one", config.index)
                migrate(store.db)
        check(store, config)
        return store


def _none(config: Config) -> IndexUnusableError:
    return IndexUnusableError(f"there is no index in {config.index}", "build it: wenzheng index")


def check(store: Store, config: Config) -> None:
    """IndexUnusableError if the store was not built with these settings by this version."""
    steps = version(store.db)
    if steps == 0:
        raise IndexUnusableError(f"{store.database.path} is not an index of this program", REBUILD)
    if steps > len(STEPS) or (store.meta("schema") or "0") != str(SCHEMA):
        fact = f"the index in {store.folder} has schema {store.meta('schema')}, this version reads {SCHEMA}"
        raise IndexUnusableError(fact, REBUILD)
    if store.meta("model") != config.model:
        fact = f"the index in {store.folder} was built with the model {store.meta('model')}, not with {config.model}"
        raise IndexUnusableError(fact, f"use that model, or {REBUILD}")
    if store.meta("fingerprint") != config.fingerprint():
        fact = f"the index in {store.folder} was built with other word lists"
        raise IndexUnusableError(fact, f"use those, or {REBUILD}")


def open_dense(store: Store) -> FaissIndex:
    """The vectors from their file if it is whole and shows what the store holds; else anew from the store.

    While another process is building, what its file shows will do: it renews the file at its end.
    """
    kept = _kept(store)
    if kept and not dense_behind(store):
        return kept
    try:
        with building(store.folder):
            if store.count("passages"):
                log.warning("the vectors in %s are missing, damaged or behind: they are made again", store.folder)
            if kept is None:
                _keep_damaged(store.folder / VECTORS)
            return renew_dense(store)
    except IndexUnusableError:  # somebody is building, or the folder cannot be written
        return kept or _from_store(store)


def _keep_damaged(path: Path) -> None:
    """Keep aside a file that is not as it was written."""
    if path.is_file():
        try:
            log.warning("the damaged file is kept as %s", set_aside(path))
        except OSError as error:
            log.warning("%s cannot be kept aside (%s)", path, error)


def reopened(opened: Indexes) -> Indexes:
    """The same index as it is now, in the snapshot that the calling thread has begun; nothing is written."""
    store = opened.store
    return replace(
        opened,
        dense=_kept(store) or _from_store(store),
        words=Words(store.names()),
        generation=store.generation(),
        copied=store.copied(),
    )


def dense_behind(store: Store) -> bool:
    """Whether the copy of the vectors shows another generation than the store's."""
    return store.copied() != store.generation()


def whole_copy(store: Store) -> bool:
    """Whether the copy of the vectors is the one that the store knows of, and shows what it holds now."""
    kept = _kept(store)
    return kept is not None and not dense_behind(store) and len(kept) == store.count("passages")


def renew_dense(store: Store) -> FaissIndex:
    """The vectors of the store, and their copy in a file that says which generation it shows and what it looks like.

    Nobody else may be changing the index.
    """
    path = store.folder / VECTORS
    with store.database.snapshot():
        kept = _kept(store)
        dense, generation = _caught_up(kept, store) if kept else _from_store(store), store.generation()
    try:
        for part in store.folder.glob(f"{VECTORS}.*.part"):  # of a process that ended while it wrote
            part.unlink(missing_ok=True)
        dense.save(path)
        with store.database.transaction():
            store.set_meta(vectors_generation=generation, vectors_digest=_digest(path))
    except (OSError, sqlite3.OperationalError) as error:  # a folder that cannot be written can still be asked
        log.warning("the vectors cannot be kept in %s (%s)", path, error)
    return dense


def _kept(store: Store) -> FaissIndex | None:
    """The copy in the file, if it is the one that the store knows of."""
    path = store.folder / VECTORS
    if not path.is_file() or store.meta("vectors_digest") != _digest(path):
        return None
    return FaissIndex.load(path)


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
