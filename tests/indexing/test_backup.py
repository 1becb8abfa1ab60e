"""A copy of the index is whole, made while it is changed, and comes back while it is asked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from rag.answered import Verdict
from rag.config import Config
from rag.errors import IndexUnusableError, RagError
from rag.indexing import back_up, check_index, delete, restore
from rag.indexing.backup import NOTE
from rag.indexing.engines.files import FILE
from rag.indexing.engines.sqlite_lock import building
from tests.fakes import write_pages
from tests.indexing.conftest import Build
from tests.indexing.test_live import MARKET, MARKET_QUESTION, SCHOOL_QUESTION, opened, shown


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "backups" / "monday"


def test_it_comes_back_under_an_assistant_that_goes_on(
    built: Build, folder: Path, config: Config, copy: Path, tmp_path: Path
) -> None:
    """What was changed since is as it was, and nothing that was kept in memory is taken for it."""
    built(folder)
    with opened(config) as assistant:
        assert back_up(config, copy).whole
        built(write_pages(tmp_path / "more", {"c.txt": MARKET}))
        delete(config, ["b.txt"])
        assert assistant.ask(MARKET_QUESTION).verdict is Verdict.ANSWERED
        before = assistant._live.store.generation()
        assert restore(config, copy).whole
        assert shown(assistant) == {"a.txt", "b.txt"}
        assert assistant.ask(MARKET_QUESTION).verdict is Verdict.ABSTAINED
        assert {c.page for c in assistant.ask(SCHOOL_QUESTION).citations} == {"b.txt"}
        assert assistant._live.store.generation() > before
        built(tmp_path / "more")
        assert {c.page for c in assistant.ask(MARKET_QUESTION).citations} == {"c.txt"}
    assert check_index(config).whole


def test_ids_are_never_given_twice(built: Build, folder: Path, config: Config, copy: Path, tmp_path: Path) -> None:
    built(folder)
    back_up(config, copy)
    built(write_pages(tmp_path / "more", {"c.txt": MARKET}))
    with opened(config) as assistant:
        since = set(assistant._live.store.ids_of("c.txt"))
        restore(config, copy)
        built(tmp_path / "more")
        assert not since & set(assistant._live.store.ids_of("c.txt"))


def test_it_is_an_index_itself(built: Build, folder: Path, config: Config, copy: Path) -> None:
    built(folder)
    back_up(config, copy)
    with opened(replace(config, index=copy)) as assistant:
        assert assistant.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED
    assert restore(config, copy).whole, "asking it changes nothing in it"


def test_made_beside_a_build(built: Build, folder: Path, config: Config, copy: Path) -> None:
    built(folder)
    with building(config.index):
        assert back_up(config, copy).whole
        with pytest.raises(IndexUnusableError, match="another process is changing the index"):
            restore(config, copy)


def test_in_the_place_of_a_damaged_index_or_of_none(built: Build, folder: Path, config: Config, copy: Path) -> None:
    built(folder)
    back_up(config, copy)
    (config.index / FILE).write_bytes(b"no database" * 1000)
    assert restore(config, copy).whole
    assert (config.index / f"{FILE}.damaged").is_file()
    assert restore(replace(config, index=config.index.parent / "new"), copy).pages == 2


def test_one_that_is_not_as_it_was_made_is_refused(built: Build, folder: Path, config: Config, copy: Path) -> None:
    built(folder)
    back_up(config, copy)
    with (copy / FILE).open("r+b") as file:
        file.seek(-10, 2)
        file.write(b"x")
    with pytest.raises(RagError, match="is damaged: it does not have its digest"):
        restore(config, copy)
    (copy / NOTE).unlink()
    with pytest.raises(RagError, match="is no whole backup"):
        restore(config, copy)
    assert check_index(config).pages == 2


def test_of_other_settings_it_is_refused(built: Build, folder: Path, config: Config, copy: Path) -> None:
    built(folder)
    back_up(config, copy)
    with pytest.raises(IndexUnusableError, match=f"the index in {copy} was built with the model") as refused:
        restore(replace(config, model="another/model"), copy)
    assert "anew" not in str(refused.value)
    assert sorted(p.name for p in config.index.iterdir()) == ["building.lock", FILE, "wenzheng.faiss"]


def test_a_folder_that_holds_something_is_not_written_over(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with pytest.raises(RagError, match="is not empty; name a folder that is not there yet"):
        back_up(config, folder)


def test_a_damaged_index_gives_a_copy_that_is_said_to_be(
    built: Build, folder: Path, config: Config, copy: Path
) -> None:
    built(folder)
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("UPDATE pages SET text = 'x' WHERE name = 'b.txt'")
    db.close()
    assert next(fault.fact for fault in back_up(config, copy).faults) == "the page b.txt is not as it was stored"
