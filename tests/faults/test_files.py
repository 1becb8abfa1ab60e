"""Damaged files, as `files` makes them; `python -m tests.faults.long` alters many more bytes."""

from __future__ import annotations

from pathlib import Path

from tests.faults import files


def test_files_of_an_index(tmp_path: Path) -> None:
    assert files.damaged(tmp_path, flips=6) == 3 * (3 + len(files.CUTS) + 6)


def test_files_of_a_backup(tmp_path: Path) -> None:
    assert files.backups_damaged(tmp_path) == 2 * (2 + len(files.CUTS) + 8)
