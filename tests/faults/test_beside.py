"""Damaged files beside an index, as `beside` makes them; `python -m tests.faults.long` alters many more bytes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.faults import beside, files
from ui import rowsum

EACH = 3 + len(files.CUTS)


def test_what_is_watched_and_what_is_known_of_the_folder(tmp_path: Path) -> None:
    assert beside.databases_damaged(tmp_path, flips=60) == 2 * (EACH + 60 + 1)


def test_accounts(tmp_path: Path) -> None:
    assert beside.accounts_damaged(tmp_path, flips=80) == EACH - 1 + 80


def test_the_log(tmp_path: Path) -> None:
    assert beside.log_damaged(tmp_path, flips=80) == EACH + 80


def test_an_altered_row_that_nobody_looks_for_would_be_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rowsum, "is_whole", lambda db, of: True)
    with pytest.raises((AssertionError, sqlite3.Error)):
        beside.databases_damaged(tmp_path, flips=60)
