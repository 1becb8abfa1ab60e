"""An index in a folder that cannot be written is asked like any other; what would change it says so in one line."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rag.answered import Verdict
from rag.asking.reranking.model import bundled_reader
from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import delete, open_indexes
from rag.indexing.engines.files import FILE
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import PAGES, Build
from tests.indexing.test_live import MARKET, SCHOOL_QUESTION, opened

NOBODY = 65534


@pytest.fixture
def config() -> Iterator[Config]:
    """In a folder that others than the one who runs the tests may look into."""
    bundled_reader()  # which lies in the home of whoever runs the tests
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield Config(index=place / "index")
    shutil.rmtree(place)


@pytest.fixture
def folder(config: Config) -> Path:
    return write_pages(config.index.parent / "pages", PAGES)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in the folder can be written; root, whom no mode of a file stops, becomes nobody for a while."""
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        for path in folder.iterdir():
            path.chmod(0o644)


def test_it_is_asked_and_listed(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with read_only(config.index):
        before = sorted(p.name for p in config.index.iterdir())
        with opened(config) as assistant:
            answer = assistant.ask(SCHOOL_QUESTION)
            assert (answer.verdict, {c.page for c in answer.citations}) == (Verdict.ANSWERED, {"b.txt"})
            assert len(assistant.deeds().deeds) > 0
        assert sorted(p.name for p in config.index.iterdir()) == before


def test_without_its_vectors_too(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    (config.index / "wenzheng.faiss").write_bytes(b"")
    with read_only(config.index), opened(config) as assistant:
        assert assistant.ask(SCHOOL_QUESTION).verdict is Verdict.ANSWERED


def test_what_would_change_it_says_so_in_one_line(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with read_only(config.index), opened(config) as assistant:
        answer = assistant.ask(SCHOOL_QUESTION)
        for change in (
            lambda: built(folder),
            lambda: delete(config, ["a.txt"]),
            lambda: assistant.rate(SCHOOL_QUESTION, answer, True),
        ):
            with pytest.raises(IndexUnusableError, match=r"writ.*choose another with --index") as refused:
                change()
            assert "\n" not in str(refused.value)


def test_a_change_by_somebody_who_may_is_seen(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with read_only(config.index):
        assistant = opened(config)
        assert [p.name for p in assistant.pages()] == ["a.txt", "b.txt"]
    delete(config, ["a.txt"])
    with read_only(config.index):
        assert [p.name for p in assistant.pages()] == ["b.txt"]
        assistant.close()


def test_changes_while_it_is_read_are_told(built: Build, folder: Path, config: Config) -> None:
    built(folder)
    with read_only(config.index):
        store = open_indexes(config, HashingEncoder()).store
    (folder / "c.txt").write_text(MARKET, encoding="utf-8")
    with pytest.raises(IndexUnusableError, match="was changed while it was read"), store.engine.snapshot():
        built(folder)


def test_changes_that_are_not_in_the_file_yet_are_not_passed_over(built: Build, folder: Path, config: Config) -> None:
    """What a writer that was killed left beside the file: only who may write can bring it in."""
    built(folder)
    (config.index / f"{FILE}-wal").write_bytes(b"x" * 64)
    with read_only(config.index), pytest.raises(IndexUnusableError, match="make the folder writable"):
        opened(config)
