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
from ui.following.notes import Notes
from ui.gate.account import Role
from ui.gate.accounts import Accounts
from ui.gate.audit import AUDIT, Audit
from ui.watches.store import Watches


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


def kept_beside(index: Path) -> None:
    Watches(index).add("青苗镇", "", {"where": "青苗镇"})
    Notes(index).brought(["a.txt"])


def alter(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def test_the_check_names_each_file_beside_the_index(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accounts = tmp_path / "accounts.json"
    check = ["check", "--index", str(index), "--accounts", str(accounts)]
    kept_beside(index)
    Accounts(accounts).put("wang", "a reader's words", Role.READER)
    audit = Audit(tmp_path / AUDIT)
    audit.note("wang", "delete", "a.txt")
    audit.note("wang", "delete", "b.txt")
    beside = (index / "watches.db", index / "folder.db", accounts, tmp_path / AUDIT)
    assert main(check) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [f"whole: {path}" for path in beside]
    alter(index / "watches.db", "青苗镇".encode(), "青苗乡".encode())
    alter(index / "folder.db", b"a.txt", b"c.txt")
    alter(accounts, b"reader", b"editor")
    alter(tmp_path / AUDIT, b"b.txt", b"c.txt")
    before = [path.read_bytes() for path in beside]
    assert main(check) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("whole: ")
    assert [line.partition(": ")[0] for line in lines[1:]] == ["damaged"] * 4
    assert all(str(path) in line and "; " in line for path, line in zip(beside, lines[1:], strict=True))
    assert "1 line of" in lines[4]
    assert [path.read_bytes() for path in beside] == before, "the check changes nothing"


def test_what_lies_beside_the_index_goes_with_its_copy(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept_beside(index)
    copy = tmp_path / "copy"
    with Watches(index).file.writing() as db:  # as a page that is served may at any moment
        db.execute("DELETE FROM watches")
        assert main(["backup", str(copy), "--index", str(index)]) == 0
        db.rollback()
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"copied to: {copy / 'watches.db'}",
        f"copied to: {copy / 'folder.db'}",
        "not in the copy: accounts.json and audit.jsonl, which are no part of an index: keep copies of your own",
    ]
    assert [watch.name for watch in Watches(copy).all()] == ["青苗镇"]
    assert main(["check", "--index", str(copy), "--accounts", str(tmp_path / "none")]) == 0
    (index / "watches.db").unlink()
    alter(index / "folder.db", b"a.txt", b"c.txt")
    damaged = (index / "folder.db").read_bytes()
    assert main(["restore", str(copy), "--index", str(index)]) == 0
    assert [watch.name for watch in Watches(index).all()] == ["青苗镇"]
    assert Notes(index).read().brought == {"a.txt"}
    assert (index / "folder.db.damaged").read_bytes() == damaged


def test_what_was_watched_since_a_copy_stays(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept_beside(index)
    copy = tmp_path / "copy"
    assert main(["backup", str(copy), "--index", str(index)]) == 0
    Watches(index).add("望湖", "", {"where": "望湖"})
    capsys.readouterr()
    assert main(["restore", str(copy), "--index", str(index)]) == 0
    assert f"left as it is: {index / 'watches.db'} (the one of the copy is {copy / 'watches.db'})" in (
        capsys.readouterr().out
    )
    assert {watch.name for watch in Watches(index).all()} == {"青苗镇", "望湖"}


def test_a_damaged_file_is_not_copied_nor_brought_back(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept_beside(index)
    whole, copy = tmp_path / "whole", tmp_path / "copy"
    assert main(["backup", str(whole), "--index", str(index)]) == 0
    alter(index / "watches.db", "青苗镇".encode(), "青苗乡".encode())
    assert main(["backup", str(copy), "--index", str(index)]) == 1
    assert "damaged: what is watched cannot be kept in " in capsys.readouterr().out
    assert sorted(path.name for path in copy.glob("*.db*")) == ["folder.db", "wenzheng.db"]
    (index / "watches.db").unlink()
    alter(whole / "watches.db", "青苗镇".encode(), "青苗乡".encode())
    assert main(["restore", str(whole), "--index", str(index)]) == 1
    assert "damaged: what is watched cannot be kept in " in capsys.readouterr().out
    assert not (index / "watches.db").exists()
