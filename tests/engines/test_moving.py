"""An index is moved between engines both ways, and backed up and brought back, to the letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rag.answered import Verdict
from rag.config import Config
from rag.errors import IndexUnusableError, RagError
from rag.indexing import back_up, check_index, move, restore
from rag.indexing.engines import rows
from rag.indexing.engines.files import VECTORS
from tests.engines.conftest import Place, built, made, seen
from tests.engines.pages import page
from tests.engines.test_pages import folder_of, told
from tests.fakes import write_pages
from tests.indexing.test_live import opened

ODD = "通车\0了\ue8a0\ue8a00\ue8a01"
"""What no server's text can hold, and what stands for it."""


def test_there_and_back(place: Place, tmp_path: Path) -> None:
    first, there, back = Config(index=tmp_path / "first"), place(), Config(index=tmp_path / "back")
    built(first, folder_of(tmp_path / "pages", *range(6)))
    assert move(first, there).pages == move(there, back).pages == 6
    assert told(first) == told(there) == told(back)
    assert seen(there).store.passage_ids() == seen(first).store.passage_ids()
    for config in (there, back):
        assert check_index(config).faults == ()
        built(config, write_pages(tmp_path / "more", {"099.txt": page(99)}))
        assert check_index(config).faults == ()
        assert max(seen(config).store.passage_ids()) > max(seen(first).store.passage_ids())


def test_nothing_is_moved_onto_pages(place: Place, tmp_path: Path) -> None:
    one, other = place(), place()
    built(one, folder_of(tmp_path / "one", 1))
    built(other, folder_of(tmp_path / "other", 2))
    with pytest.raises(RagError, match="holds an index already"):
        move(one, other)
    assert list(seen(other).store.digests()) == ["002.txt"]


def test_what_is_not_the_same_in_the_end_is_told(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, there = Config(index=tmp_path / "first"), place()
    built(first, folder_of(tmp_path / "pages", 1))
    honest = rows.digests
    altered = iter(({}, {"cuts": (0, "")}))
    monkeypatch.setattr(rows, "digests", lambda e: honest(e) | next(altered))
    with pytest.raises(IndexUnusableError, match=r"the table cuts in .* is not what was copied"):
        move(first, there)
    monkeypatch.undo()
    assert move(first, there).pages == 1  # nothing had come there


def test_a_backup_is_brought_back(place: Place, tmp_path: Path) -> None:
    config = place()
    built(config, folder_of(tmp_path / "pages", 1, 2, 3))
    before = told(config)
    assert back_up(config, tmp_path / "copy").whole
    built(config, folder_of(tmp_path / "later", 4), rebuild=True)
    assert restore(config, tmp_path / "copy").whole
    assert told(config) == before
    assert (tmp_path / "copy" / VECTORS).is_file()
    assert told(replace(config, store="", index=tmp_path / "copy")) == before


def test_an_assistant_goes_on_through_changes(config: Config, tmp_path: Path) -> None:
    built(config, folder_of(tmp_path, 1))
    with opened(config) as assistant:
        question = "陈立检查了哪个工程？"
        assert assistant.ask(question).verdict is Verdict.ANSWERED
        built(config, folder_of(tmp_path, 1, 2))
        built(config, folder_of(tmp_path / "other", 1, 3), rebuild=True)
        assert assistant.ask(question).verdict is Verdict.ANSWERED
        assert [p.name for p in assistant.pages()] == ["001.txt", "003.txt"]


def test_every_character_comes_back(config: Config) -> None:
    store = made(config)
    store.set_meta(odd=ODD)
    assert store.meta("odd") == ODD
    db = store.db
    db.executemany("INSERT INTO ratings VALUES (?, ?, 'x', '[]', 1, 'x')", [(ODD, "%"), (ODD, "?"), ("'", '"')])
    found = db.execute("SELECT question, answer, liked FROM ratings ORDER BY question, answer").fetchall()
    assert found == [("'", '"', 1), (ODD, "%", 1), (ODD, "?", 1)]
