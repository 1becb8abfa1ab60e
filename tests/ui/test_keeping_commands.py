"""Checking, copying and bringing back an index, as the shell sees it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rag.config import Config
from rag.indexing import build
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import PAGES
from ui.cli import main


@pytest.fixture
def index(tmp_path: Path) -> Path:
    config = Config(index=tmp_path / "index")
    folder = write_pages(tmp_path / "pages", PAGES)
    build(config, [folder], encoder=HashingEncoder(), load_names=lambda: None)
    return config.index


def spoiled(index: Path) -> None:
    with sqlite3.connect(index / "wenzheng.db") as db:
        db.execute("UPDATE pages SET text = 'x'")
    db.close()


def test_a_whole_index_is_one_line(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--index", str(index)]) == 0
    out, err = capsys.readouterr()
    assert (out.startswith(f"whole: {index} (2 pages, "), out.count("\n"), err) == (True, 1, "")


def test_damage_is_a_line_each_with_what_to_do(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoiled(index)
    assert main(["check", "--index", str(index)]) == 1
    out, err = capsys.readouterr()
    assert [line.partition(" is not")[0] for line in out.splitlines()[:2]] == [
        "damaged: the page a.txt",
        "damaged: the page b.txt",
    ]
    assert all("wenzheng restore" in line for line in out.splitlines())
    assert err == f"wenzheng: the index in {index} is not whole\n"


def test_a_copy_is_made_once_and_comes_back(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy"
    assert main(["backup", str(copy), "--index", str(index)]) == 0
    assert main(["backup", str(copy), "--index", str(index)]) == 1
    assert "is not empty; name a folder" in capsys.readouterr().err
    spoiled(index)
    assert main(["restore", str(copy), "--index", str(index)]) == 0
    assert main(["check", "--index", str(index)]) == 0
    assert capsys.readouterr().out.startswith("restored: ")


def test_without_an_index_or_a_backup(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--index", str(tmp_path / "none")]) == 1
    assert main(["backup", str(tmp_path / "copy"), "--index", str(tmp_path / "none")]) == 1
    assert main(["restore", str(tmp_path), "--index", str(tmp_path / "none")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(";")[0].partition(" in ")[0] for line in lines] == [
        "wenzheng: there is no index",
        "wenzheng: there is no index",
        f"wenzheng: {tmp_path} is no whole backup",
    ]
    assert not (tmp_path / "copy").exists()
