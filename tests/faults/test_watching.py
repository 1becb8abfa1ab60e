"""No find of a watch is lost, doubled or left standing, whatever stops the look that brings it up."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.disk import layer
from tests.faults.watching import stopped

IN_CI = 3
"""Every so-manieth write is tried here; `python -m tests.faults.long` tries all."""

pytestmark = [
    pytest.mark.skipif(layer() is None, reason="Python's SQLite is not a library that a file system can be laid over"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL"),
]


def test_a_look_that_is_stopped_at_any_write(tmp_path: Path) -> None:
    faults, kills = stopped(tmp_path, IN_CI)
    assert faults > 150
    assert kills > 100


def test_a_find_that_is_written_apart_from_what_was_looked_at_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if a page were done before its finds are written."""
    monkeypatch.setattr("ui.watches.finds._held_against", lambda *given: 0)
    with pytest.raises(AssertionError):
        stopped(tmp_path, IN_CI)
