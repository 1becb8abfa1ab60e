"""Open an index for asking: the store, both indexes, the words and the encoder, checked against each other."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from rag.config import SCHEMA, Config
from rag.errors import IndexUnusableError
from rag.indexing.encoder import encoder_for
from rag.indexing.engines.chosen import engine_of
from rag.indexing.lexical import WordIndex
from rag.indexing.rules import outdated
from rag.indexing.schema import STEPS, migrate
from rag.indexing.store import Store
from rag.indexing.wholes import Wholes, wholes_of
from rag.indexing.words import Words
from rag.ports import DenseIndex, Encoder, LexicalIndex

log = logging.getLogger(__name__)

REBUILD = "build it again: wenzheng index --rebuild"


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
            store.engine.where,
        )
    with store.engine.explained():
        lexical = WordIndex(store.engine.connection)
        encoder = encoder or encoder_for(config.model)
        dense = store.engine.nearest.opened(store)
        with store.engine.snapshot():
            words, generation, copied = Words(store.names()), store.generation(), store.copied()
        return Indexes(store, dense, lexical, words, encoder, wholes_of(store.engine.connection), generation, copied)


def open_store(config: Config) -> Store:
    """The store alone. IndexUnusableError as `open_indexes`."""
    engine = engine_of(config)
    with engine.explained():
        if not engine.there() or engine.empty():  # empty: begun, and never built
            raise IndexUnusableError(f"there is no index in {engine.where}", "build it: wenzheng index")
        store = Store(engine)
        if 0 < engine.version() < len(STEPS):
            with engine.building():
                log.warning("the index in %s is of an older version: it is brought up to this one", engine.where)
                migrate(engine)
        check(store, config)
        return store


def check(store: Store, config: Config) -> None:
    """IndexUnusableError if the store was not built with these settings by this version."""
    steps = store.engine.version()
    if steps == 0:
        raise IndexUnusableError(f"{store.engine.where} is not an index of this program", REBUILD)
    if steps > len(STEPS) or (store.meta("schema") or "0") != str(SCHEMA):
        fact = f"the index in {store.engine.where} has schema {store.meta('schema')}, this version reads {SCHEMA}"
        raise IndexUnusableError(fact, REBUILD)
    if store.meta("model") != config.model:
        fact = (
            f"the index in {store.engine.where} was built with the model {store.meta('model')}, not with {config.model}"
        )
        raise IndexUnusableError(fact, f"use that model, or {REBUILD}")
    if store.meta("fingerprint") != config.fingerprint():
        fact = f"the index in {store.engine.where} was built with other word lists"
        raise IndexUnusableError(fact, f"use those, or {REBUILD}")


def reopened(opened: Indexes) -> Indexes:
    """The same index as it is now, in the snapshot that the calling thread has begun; nothing is written."""
    store = opened.store
    return replace(
        opened,
        dense=store.engine.nearest.reopened(store),
        words=Words(store.names()),
        generation=store.generation(),
        copied=store.copied(),
    )
