"""An index that cannot be trusted is refused with the remedy, or mended from the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import delete, open_indexes
from rag.indexing.engines.files import FILE, VECTORS
from rag.indexing.engines.sqlite_errors import explained
from tests.fakes import HashingEncoder
from tests.indexing.conftest import Build


def meta(config: Config, **facts: object) -> None:
    with sqlite3.connect(config.index / FILE) as db:
        db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", [(k, str(v)) for k, v in facts.items()])


def overwrite(config: Config) -> None:
    (config.index / FILE).write_bytes(b"not a database" * 500)


def other_tables(config: Config) -> None:
    (config.index / FILE).unlink()
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("CREATE TABLE recipes(name)")


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        pytest.param(lambda c: (c.index / FILE).unlink(), r"there is no index .*; build it: wenzheng index", id="none"),
        pytest.param(lambda c: (c.index / FILE).write_bytes(b""), r"there is no index .*; build it", id="begun"),
        pytest.param(overwrite, r"cannot be used .*wenzheng index --rebuild", id="not a database"),
        pytest.param(other_tables, r"not an index of this program; .*--rebuild", id="a database of something else"),
        pytest.param(
            lambda c: meta(c, schema=0), r"has schema 0, this version reads \d+; .*--rebuild", id="older schema"
        ),
        pytest.param(lambda c: meta(c, model="x"), r"built with the model x, not .*; use that model", id="other model"),
        pytest.param(lambda c: meta(c, fingerprint="x"), r"other word lists; .*--rebuild", id="other word lists"),
    ],
)
def test_refused(built: Build, folder: Path, config: Config, damage: Callable[[Config], None], says: str) -> None:
    built(folder)
    damage(config)
    with pytest.raises(IndexUnusableError, match=says) as refused:
        open_indexes(config, HashingEncoder())
    assert "\n" not in str(refused.value)


def test_another_model_is_not_mixed_in(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    meta(config, model="another/model")
    with pytest.raises(IndexUnusableError, match="built with the model another/model"):
        built(folder)
    assert built(folder, rebuild=True).pages == 2


def test_a_setting_that_shapes_the_index_is_noticed(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with pytest.raises(IndexUnusableError, match="other word lists"):
        open_indexes(replace(config, words=folder), HashingEncoder())


def swapped(path: Path) -> None:
    """An index that loads, of the right size, with every text's vector under another's id."""
    from rag.indexing.engines.faiss_index import FaissIndex

    index = FaissIndex.load(path)
    count = len(index)
    found = index.search(np.ones(64, np.float32), count)
    other = FaissIndex(64)
    other.add(sorted(i for i, _ in found), np.eye(64, dtype=np.float32)[:count])
    other.save(path)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda p: p.unlink(), id="missing"),
        pytest.param(lambda p: p.write_bytes(p.read_bytes()[:-100]), id="torn"),
        pytest.param(lambda p: p.write_bytes(b""), id="empty"),
        pytest.param(swapped, id="whole, but of something else"),
    ],
)
def test_vectors_are_made_again_from_the_store(
    built: Build, folder: Path, config: Config, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    built(folder)
    path = config.index / VECTORS
    whole = path.read_bytes()
    damage(path)
    indexes = open_indexes(config, HashingEncoder())
    for ids, vectors in indexes.store.vectors():
        assert [indexes.dense.search(v, 1)[0][1] for v in vectors] == pytest.approx([1.0] * len(ids))
    assert "made again" in caplog.text
    assert path.read_bytes() == whole
    aside = path.with_name(f"{VECTORS}.damaged")
    assert aside.is_file() == ("is kept as" in caplog.text)
    delete(config, ["a.txt"])
    assert not aside.exists()


def test_nothing_is_left_lying_about(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    open_indexes(config, HashingEncoder()).store.engine.close()
    assert sorted(p.name for p in config.index.iterdir()) == ["building.lock", FILE, VECTORS]


@pytest.mark.parametrize("share", [pytest.param(0.1, id="a tenth"), pytest.param(0.8, id="four fifths")])
def test_a_database_cut_short(built: Build, folder: Path, config: Config, share: float) -> None:
    built(folder)
    whole = (config.index / FILE).read_bytes()
    (config.index / FILE).write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(IndexUnusableError, match="wenzheng index --rebuild"):
        open_indexes(config, HashingEncoder())
    damaged = (config.index / FILE).read_bytes()
    assert built(folder, rebuild=True).pages == 2
    assert (config.index / f"{FILE}.damaged").read_bytes() == damaged
    assert open_indexes(config, HashingEncoder()).store.count("pages") == 2


def test_what_is_wrong_is_told_in_one_line_without_the_pages_words(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    path = config.index / FILE
    path.write_bytes(path.read_bytes().replace("望湖小学".encode(), b"\xff" * 12))
    with pytest.raises(IndexUnusableError, match="--rebuild") as told, explained(config.index):
        list(open_indexes(config, HashingEncoder()).store.passages_where(""))
    assert "\n" not in str(told.value)
    assert "李文斌" not in str(told.value)


def test_vectors_behind_the_store_are_made_again(built: Build, folder: Path, config: Config) -> None:
    built(folder / "a.txt")
    old = (config.index / VECTORS).read_bytes()
    built(folder)
    (config.index / VECTORS).write_bytes(old)
    indexes = open_indexes(config, HashingEncoder())
    assert len(indexes.dense) == indexes.store.count("passages")


def test_what_a_process_left_that_ended_while_it_wrote_is_removed(built: Build, folder: Path, config: Config) -> None:
    built(folder / "a.txt")
    (config.index / f"{VECTORS}.77-88.part").write_bytes(b"half")
    built(folder)
    assert list(config.index.glob("*.part")) == []
