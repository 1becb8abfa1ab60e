"""An index of an earlier layout is brought up to date when it is opened, losing nothing."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from rag.config import SCHEMA, Config
from rag.errors import IndexUnusableError
from rag.indexing import kept, ledger, open_indexes, people
from rag.indexing.engines.files import FILE
from rag.indexing.engines.sqlite_lock import building
from rag.indexing.schema import FULL_TEXT, STEPS
from rag.indexing.skim import skim
from rag.listings import ALL_DONE, Order
from tests.fakes import HashingEncoder
from tests.indexing.conftest import Build

LATER = (
    "tellings",
    "texts",
    "parts",
    "marks",
    "ratings",
    "word_postings",
    "cuts",
    "pair_postings",
    "skims",
    "page_seals",
    "article_seals",
    "pictures",
    "scans",
    "sayings",
)


def back_to_the_first(config: Config) -> None:
    """The index as the first version left it."""
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("DROP INDEX people_by_name")
        db.execute("CREATE TABLE vectors(passage INTEGER PRIMARY KEY, vector BLOB NOT NULL)")
        for ids, held in db.execute("SELECT passages, vectors FROM skims").fetchall():
            own = np.frombuffer(held, np.float32).reshape(len(json.loads(ids)), -1)
            rows = zip(json.loads(ids), (v.tobytes() for v in own), strict=True)
            db.executemany("INSERT INTO vectors VALUES (?, ?)", rows)
        db.execute("ALTER TABLE passages DROP COLUMN mentions")
        for table in LATER:
            db.execute(f"DROP TABLE {table}")
        db.execute(FULL_TEXT["words"])
        db.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
        db.execute("PRAGMA user_version = 1")


def shown(config: Config) -> object:
    indexes = open_indexes(config, HashingEncoder())
    store = indexes.store
    deeds = ledger.deeds(store, ALL_DONE, Order.NEWEST, 0, 50)
    found = indexes.wholes(["检查大桥"], 50), indexes.lexical.search(["检查", "陈志远"], 50)
    skimmed = [(s.passages, s.texts, s.setting, s.vectors.tolist()) for s in skim(store, [1, 2])]
    mentioned = [p.mentions for p in store.passages_where("")]
    return (
        mentioned,
        deeds,
        ledger.tally(store, ALL_DONE),
        people.people(store, "", 0, 50),
        kept.pages(store),
        found,
        skimmed,
    )


def test_the_schema_is_the_number_of_steps() -> None:
    assert len(STEPS) == SCHEMA


def test_the_first_layout_is_brought_up_to_date(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    before = shown(config)
    assert ledger.deeds(open_indexes(config, HashingEncoder()).store, ALL_DONE, Order.NEWEST, 0, 1).total > 0
    back_to_the_first(config)
    assert shown(config) == before
    store = open_indexes(config, HashingEncoder()).store
    assert (store.engine.version(), store.meta("schema")) == (SCHEMA, str(SCHEMA))


def test_building_brings_it_up_to_date_too(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    before = shown(config)
    back_to_the_first(config)
    assert [o.kind.value for o in built(folder).outcomes] == ["skipped", "skipped"]
    assert shown(config) == before


def test_not_while_another_process_changes_it(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    back_to_the_first(config)
    with building(config.index), pytest.raises(IndexUnusableError, match="another process is changing the index"):
        open_indexes(config, HashingEncoder())
