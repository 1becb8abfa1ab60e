"""Bytes made up by chance cost nobody anything but themselves; `python -m tests.fuzz.long` makes up many more."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.fuzz.bytes import Fuzz
from tests.fuzz.seeds import KEPT, seeds

pytest.importorskip("PIL", reason="what decodes pictures is not installed")
COUNT = 20_000 if os.environ.get("WENZHENG_LONG") else 1_600
LARGEST_CORPUS = 300_000


@pytest.fixture
def fuzz() -> Iterator[Fuzz]:
    made = Fuzz(7)
    yield made
    made.close()


def test_any_bytes_are_read_or_refused(fuzz: Fuzz) -> None:
    told = fuzz.many(COUNT)
    assert [(suffix, fact) for suffix, fact, _ in told.faults] == []
    assert told.files >= COUNT
    kinds = {suffix for suffix, _ in told.counts}
    assert kinds == set(seeds())
    assert all(told.counts[suffix, "read"] or told.counts[suffix, "decoded"] for suffix in kinds), "nothing was read"


def test_what_is_no_text_and_no_refusal_is_noticed(monkeypatch: pytest.MonkeyPatch, fuzz: Fuzz) -> None:
    monkeypatch.setattr(fuzz, "pool", {".of no kind that is": [b"x"]})
    fuzz.room.work = "tests.fuzz.test_bytes:failing"
    assert [fact for _, fact, _ in fuzz.many(0).faults] == ["could not be read (ZeroDivisionError: on purpose)"]


def failing(data: bytes, suffix: str) -> None:
    raise ZeroDivisionError("on purpose")


def test_what_is_kept_is_small() -> None:
    kept = [path.stat().st_size for path in KEPT.glob("*")]
    assert sum(kept) < LARGEST_CORPUS
