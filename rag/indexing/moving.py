"""An index from one place that keeps it into another, whole or not at all, held against what it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rag.config import Config
from rag.corrections import ledger_of
from rag.errors import IndexUnusableError, RagError
from rag.indexing.engines import rows
from rag.indexing.engines.chosen import engine_of
from rag.indexing.engines.port import Engine
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.opening import open_store
from rag.indexing.store import Store
from rag.indexing.storing import prepare


@dataclass(frozen=True, slots=True)
class Moved:
    """From where to where, and how much."""

    before: str
    after: str
    pages: int
    passages: int


def index_at(config: Config) -> str:
    """Where the index of these settings is kept, as it may be shown. SettingError for a server of another kind."""
    return engine_of(config).where


def is_there(config: Config) -> bool:
    """Whether an index was begun there. IndexUnusableError where the place itself cannot be reached."""
    engine = engine_of(config)
    with engine.explained(), engine.done():
        return engine.there() and not engine.empty()


def move(config: Config, target: Config) -> Moved:
    """Copy the index of `config` into the place that `target` names; the old one stays as it is.

    It may be asked and changed meanwhile: what comes later is not in the copy. RagError where `target` holds pages
    already; IndexUnusableError where one of both cannot be used, or a table is not the same in the end.
    """
    source, engine = open_store(config).engine, engine_of(target)
    with TemporaryDirectory() as folder, engine.explained():
        _refuse_pages(target, engine)
        copy = SqliteEngine(Path(folder))
        with source.explained(), source.done():
            source.copy_to(copy.path)
        with engine.building():
            _refuse_pages(target, engine)  # once more, now that nobody else writes
            with engine.beside() as fresh:
                fresh.fill_from(copy.path)
                store = Store(fresh)
                with fresh.done(), copy.done():
                    prepare(store, target)
                    fresh.nearest.renew(store)
                    _compare(copy, fresh)
        with engine.done():
            if (ruled := ledger_of(config)).path.exists():  # what people corrected stands beside the index, not in it
                ledger_of(target).take_over(ruled)
            counts = [Store(engine).count(table) for table in ("pages", "passages")]
    return Moved(source.where, engine.where, *counts)


def _refuse_pages(target: Config, engine: Engine) -> None:
    if is_there(target) and Store(engine).count("pages"):
        raise RagError(f"{engine.where} holds an index already", "name another place, or an empty database")


def _compare(before: Engine, after: Engine) -> None:
    expected, found = rows.digests(before), rows.digests(after)
    if wrong := [table for table, digest in expected.items() if found[table] != digest]:
        fact = f"the table {wrong[0]} in {after.where} is not what was copied"
        raise IndexUnusableError(fact, "see whether its disk is sound, then move it again")
