"""No ruling is lost, whatever happens to the disk, the process or a file of the ledger; and none is dropped without a word."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rag.corrections import Ledger, Proposal, ledger_of
from rag.corrections.ledger import COPY, FILE
from rag.indexing import check_index
from rag.ruled import Ruling, Thing
from tests.corrections.conftest import Desk, desk
from tests.faults import rulings
from tests.faults.disk import layer
from tests.ui.correcting import followed

__all__ = ["desk"]

pytestmark = [
    pytest.mark.skipif(layer() is None, reason="Python's SQLite is not a library that a file system can be laid over"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL"),
]


def test_a_disk_that_fails_at_any_write(tmp_path: Path) -> None:
    assert rulings.failing_writes(tmp_path) >= 100


def test_killed_at_any_write(tmp_path: Path) -> None:
    assert rulings.killed_at_writes(tmp_path) >= 30


def test_killed_at_any_moment(tmp_path: Path) -> None:
    assert rulings.killed(tmp_path, 20) == 20


def test_a_file_that_is_damaged(tmp_path: Path) -> None:
    assert rulings.damaged(tmp_path, 30) >= 120


def test_a_ruling_that_is_lost_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the file was before it had a copy, and when nothing was written out before it was told."""
    monkeypatch.setattr("rag.corrections.ledger.Ledger._level", lambda ledger: ledger._catch_up())
    with pytest.raises(AssertionError):
        rulings.damaged(tmp_path, 5)


def ruled(desk: Desk) -> Path:
    desk.rule("front.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("东江县",), now=("西江县",)))
    return ledger_of(desk.config).folder


def flip(path: Path, word: bytes) -> None:
    data = path.read_bytes()
    assert word in data
    path.write_bytes(data.replace(word, word[:-1] + b"\xbe"))


def fresh(folder: Path) -> None:
    """The program that runs next has nothing in memory."""
    from rag.corrections.ledger import _ledger

    _ledger.cache_clear()


def test_an_altered_ruling_is_never_applied(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    folder = ruled(desk)
    flip(folder / FILE, "西江县".encode())
    fresh(folder)
    assert not check_index(desk.config).whole
    assert [str(fault).partition(";")[0] for fault in check_index(desk.config).faults] == [
        f"{folder / FILE} is damaged"
    ]
    followed(desk.config)
    assert "is damaged; it is read from its copy" in caplog.text
    assert "西江县" in desk.reading("front.txt", 1).understood.places
    assert check_index(desk.config).whole, "it was mended"
    assert len(list(folder.glob("*.damaged"))) == 1


def test_where_both_files_are_damaged_the_index_keeps_what_was_ruled(desk: Desk) -> None:
    folder = ruled(desk)
    desk.rule("second.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("坡头村",), now=("坡尾村",)))
    for name in (FILE, COPY):
        flip(folder / name, "西江县".encode())
    fresh(folder)
    assert "1 line of the corrections" in Ledger(folder).damage()
    assert followed(desk.config) == ()
    assert "西江县" in desk.reading("front.txt", 1).understood.places
    desk.rule("second.txt", 1, Proposal(Thing.PLACE, Ruling.MEND, was=("坡尾村",), now=("坡底村",)))
    assert "坡底村" in desk.reading("second.txt", 1).understood.places
    assert "西江县" in desk.reading("front.txt", 1).understood.places
    assert "1 line of the corrections" in str(check_index(desk.config).faults[0])
