"""Whatever happens to the disk or the process: nothing told is lost, nothing is there by half, and the work goes on."""

from __future__ import annotations

import sqlite3
import sys
from concurrent.futures import Future
from pathlib import Path

import pytest

from rag.errors import IndexUnusableError
from rag.indexing.engines.files import FILE
from tests.faults import cases, commands, long
from tests.faults.acts import ACTS, Act, Scene
from tests.faults.disk import layer

IN_CI = 6
"""Points of each kind and act that are tried here; `python -m tests.faults.long` tries all."""

pytestmark = [
    pytest.mark.skipif(layer() is None, reason="Python's SQLite is not a library that a file system can be laid over"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL"),
]
every_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)


@every_act
def test_a_disk_that_fails(act: Act, tmp_path: Path) -> None:
    assert cases.failing_disk(act, tmp_path, IN_CI) >= min(IN_CI, 4)


@every_act
def test_killed_at_a_write(act: Act, tmp_path: Path) -> None:
    assert cases.killed_at_writes(act, tmp_path, IN_CI) >= min(IN_CI, 4)


@every_act
def test_killed_at_any_moment(act: Act, tmp_path: Path) -> None:
    assert cases.killed_at_random(act, tmp_path, IN_CI) == IN_CI


def test_a_command_killed_at_any_moment(tmp_path: Path) -> None:
    assert commands.killed(tmp_path, 2) == 2


def test_what_does_not_hold_is_noticed(tmp_path: Path) -> None:
    """A page that was told and is gone; one that is there by half."""
    scene = Scene(ACTS[1], tmp_path)
    config, now = scene.again()
    with pytest.raises(AssertionError, match="a page that was told is not there"):
        scene.holds(config, now, {"c.txt"})
    config, now = scene.again()
    with sqlite3.connect(config.index / FILE) as db:
        db.execute("DELETE FROM passages WHERE id = 1")
    db.close()
    with pytest.raises((AssertionError, IndexUnusableError)):
        scene.holds(config, now, set())


def test_the_long_profile_says_what_does_not_hold(capsys: pytest.CaptureFixture[str]) -> None:
    sound: Future[tuple[int, float]] = Future()
    sound.set_result((3, 1.0))
    assert long._told("kills", [sound, sound])
    broken: Future[tuple[int, float]] = Future()
    broken.set_exception(AssertionError("only a part was done"))
    assert not long._told("kills", [sound, broken])
    assert capsys.readouterr().out.splitlines() == [
        "kills: 6, none lost, none wrong (2 s of a process)",
        "kills: 3, DOES NOT HOLD: AssertionError('only a part was done') (1 s of a process)",
    ]
