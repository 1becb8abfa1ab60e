"""The page on formats says of each what is read with what, where that is known from, and which test shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
TABLE = re.search(r"\| format \|.*?\n\|[-|]+\n(.*?)\n\n", PAGE, re.DOTALL)
ROWS = [[cell.strip() for cell in row.strip("|").split("|")] for row in (TABLE[1] if TABLE else "").splitlines()]
NOTHING = "–"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1][:40]}")
def test_a_row_says_with_what_and_where_it_is_known_from(row: list[str]) -> None:
    kind, met, read, unread, with_what, source = row
    assert NOTHING not in (kind, met, with_what, source)
    assert (read, unread) != (NOTHING, NOTHING)
    tests = re.findall(r"`([\w/]+\.py)::(test_\w+)`", source)
    assert tests
    for path, name in tests:
        assert f"\ndef {name}(" in (ROOT / "tests" / path).read_text(encoding="utf-8"), f"{path}::{name}"
    for script in re.findall(r"`(findings/[^`]+)`", source):
        assert (ROOT / script).is_file()
    for label in re.findall(r"\[([^\]]+)\]", source):
        assert f"\n[{label}]: https://" in PAGE


def test_every_address_is_one_of_a_row() -> None:
    given = re.findall(r"^\[([^\]]+)\]: ", PAGE, re.MULTILINE)
    assert len(ROWS) > 30
    assert {label for *_, source in ROWS for label in re.findall(r"\[([^\]]+)\]", source)} == set(given)
