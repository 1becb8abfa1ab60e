"""What is deleted is found and cited nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.config import Config
from rag.errors import IndexUnusableError, RagError
from rag.indexing import delete, ledger, open_indexes
from rag.indexing.engines.files import FILE, VECTORS
from tests.fakes import HashingEncoder
from tests.indexing.conftest import Build
from tests.indexing.test_build import assert_consistent, fates


def test_nothing_of_a_deleted_page_is_left(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    before = open_indexes(config, HashingEncoder())
    gone = {p.id for p in before.store.passages_of("b.txt")}
    assert delete(config, ["b.txt"]) == ("b.txt",)
    after = open_indexes(config, HashingEncoder())
    query = after.encoder.queries(["校园里书声琅琅"])[0]
    assert not gone & {i for i, _ in after.dense.search(query, 100)}
    assert after.lexical.search(after.words.cut("望湖小学书声琅琅"), 100) == []
    assert after.store.page("b.txt") is None
    assert before.store.passages(sorted(gone)) == {}
    assert {r.page.name for r in after.store.readings()} == {"a.txt"}
    assert {e.page for e in ledger.events(after.store, None)} <= {"a.txt"}
    assert_consistent(config)


def test_the_words_of_a_deleted_page_are_not_on_the_disk(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    delete(config, ["b.txt"])
    open_indexes(config, HashingEncoder()).store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = (config.index / FILE).read_bytes() + (config.index / VECTORS).read_bytes()
    assert "校园里书声琅琅".encode() not in kept
    assert "大桥通车".encode() in kept


def test_a_deleted_page_can_come_back(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    delete(config, ["a.txt"])
    assert fates(built(folder)) == {"a.txt": "added", "b.txt": "skipped"}
    assert_consistent(config)


def test_all_pages_can_be_deleted(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    assert delete(config, ["a.txt", "b.txt", "a.txt"]) == ("a.txt", "b.txt")
    assert_consistent(config)
    assert fates(built(folder)) == {"a.txt": "added", "b.txt": "added"}


def test_an_unknown_page_deletes_nothing(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with pytest.raises(RagError, match=r"no page aa\.txt in the index; did you mean a\.txt"):
        delete(config, ["b.txt", "aa.txt"])
    assert open_indexes(config, HashingEncoder()).store.count("pages") == 2


def test_without_an_index_none_is_made(config: Config) -> None:
    with pytest.raises(IndexUnusableError, match="there is no index"):
        delete(config, ["a.txt"])
    assert not config.index.exists()
