"""`wenzheng corrections`: lists, takes back, exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag import Proposal, Ruling, Thing
from rag.indexing import correct
from tests.corrections.conftest import Desk, desk
from tests.fakes import HashingEncoder
from ui.cli import main

__all__ = ["desk"]


@pytest.fixture
def ruled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, str]:
    """An index with one correction, and its id; what follows is drawn without models."""
    entry = desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=("陈志元",), now=("陈志远",), who="wang"))
    monkeypatch.setattr(
        "ui.commands.corrections.correct_pages",
        lambda config: correct(config, encoder=HashingEncoder(), load_names=lambda: None),
    )
    return desk, entry.id


def test_the_list_says_who_ruled_what_and_what_became_of_it(
    ruled: tuple[Desk, str], capsys: pytest.CaptureFixture[str]
) -> None:
    desk, entry = ruled
    assert main(["corrections", "--index", str(desk.config.index)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["id", "at", "who", "thing", "ruling", "page", "was", "now", "state"]
    assert row.split()[0] == entry
    assert row.split()[2:] == ["wang", "person", "mend", "front.txt", "陈志元", "陈志远", "holds"]
    assert main(["corrections", "--jsonl", "--index", str(desk.config.index)]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "holds"


def test_one_is_taken_back_and_the_index_follows(ruled: tuple[Desk, str], capsys: pytest.CaptureFixture[str]) -> None:
    desk, entry = ruled
    assert main(["corrections", "--undo", entry, "--index", str(desk.config.index)]) == 0
    assert capsys.readouterr().out.splitlines() == [f"undone: {entry}", "drawn again: front.txt"]
    assert "陈志元" in {p.name for p in desk.reading("front.txt", 1).understood.people}
    assert main(["corrections", "--undo", entry, "--index", str(desk.config.index)]) == 1
    assert capsys.readouterr().err.startswith(f"wenzheng: there is no correction {entry} that holds")


def test_names_go_to_a_folder_of_words(
    ruled: tuple[Desk, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["corrections", "--lists", str(tmp_path / "words"), "--index", str(ruled[0].config.index)]
    assert main(arguments) == 0
    assert "1 row to people.tsv" in capsys.readouterr().out


def test_lines_that_cannot_be_read_are_told_and_stay(
    ruled: tuple[Desk, str], capsys: pytest.CaptureFixture[str]
) -> None:
    desk, _ = ruled
    folder = desk.config.index.with_name("index.corrections")
    for name in ("corrections.jsonl", "corrections.copy.jsonl"):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("nothing\n")
    assert main(["corrections", "--index", str(desk.config.index)]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "1 line of the corrections in" in told.err
    assert "cannot be read, nor in their copy; put corrections.jsonl of a backup in its place" in told.err


def test_without_an_index_the_list_is_empty_or_says_that_the_page_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["corrections", "--index", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.splitlines() == ["id  at  who  thing  ruling  page  was  now  state"]
