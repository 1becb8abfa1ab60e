"""A page that was told is there whole, one that was not is not there at all, whoever else writes or dies meanwhile."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

import pytest

from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import Store, check_index, lookup
from rag.indexing.engines.chosen import engine_of
from rag.indexing.lexical import WordIndex
from rag.indexing.passages import passages
from rag.indexing.storing import Draft, put_batch
from rag.indexing.words import Words
from rag.indexing.writing import remove_page
from rag.reading import segment
from rag.records import Dated, Outcome, OutcomeKind, Page, Understood
from tests.engines.conftest import built, seen
from tests.engines.pages import NAMES, page
from tests.fakes import HashingEncoder, write_pages

WRITERS, EACH = 4, 6
PATIENCE = 120
"""Seconds in which every writer has had its turn."""


def test_a_page_is_whole_as_soon_as_it_is_told(config: Config, tmp_path: Path) -> None:
    whole: list[tuple[bool, ...]] = []

    def hear(outcome: Outcome) -> None:
        if outcome.kind is OutcomeKind.ADDED:
            store, number = Store(engine_of(config)), int(outcome.name[:3])
            with store.engine.done():
                found = store.page(outcome.name)
                whole.append((
                    found is not None and found.text == page(number),
                    bool(store.passages_of(outcome.name)),
                    lookup.prints(store, f"第{number}期工程"),
                    lookup.frequency(store.db, NAMES[number % len(NAMES)]) > 0,
                ))  # fmt: skip

    built(config, write_pages(tmp_path, {f"{k:03}.txt": page(k) for k in range(5)}), tell=hear)
    assert whole == [(True,) * 4] * 5


def test_nobody_sees_half_a_page(config: Config, tmp_path: Path) -> None:
    built(config, write_pages(tmp_path, {"001.txt": page(1), "002.txt": page(2)}))
    writer, reader = Store(engine_of(config)), Store(engine_of(config))
    before = reader.passage_ids()

    def fails() -> None:
        with writer.engine.transaction():
            remove_page(writer, "001.txt")
            assert reader.digests().keys() == {"001.txt", "002.txt"}
            assert sorted(reader.passage_ids()) == sorted(before)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert sorted(writer.passage_ids()) == sorted(before)
    with reader.engine.snapshot():
        assert len(reader.digests()) == 2
        with writer.engine.transaction():
            remove_page(writer, "001.txt")
        assert sorted(reader.passage_ids()) == sorted(before)
        assert reader.page("001.txt") is not None
    assert list(reader.digests()) == ["002.txt"]


def test_a_writer_that_dies_leaves_nothing_behind_and_nobody_waiting(config: Config, tmp_path: Path) -> None:
    built(config, write_pages(tmp_path, {"001.txt": page(1)}))
    script = f"""
import os, signal
from pathlib import Path
from rag.config import Config
from rag.indexing.engines.chosen import engine_of
from rag.indexing.store import Store
from rag.indexing.writing import remove_page
store = Store(engine_of(Config(index=Path({str(config.index)!r}), store={config.store!r})))
with store.engine.building(alone=False), store.engine.transaction():
    remove_page(store, "001.txt")
    os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode != 0
    assert list(Store(engine_of(config)).digests()) == ["001.txt"]
    began = monotonic()
    built(config, write_pages(tmp_path, {"002.txt": page(2)}))
    assert monotonic() - began < PATIENCE
    assert check_index(config).faults == ()


def test_a_name_that_another_brought_meanwhile_is_kept_whole(config: Config, tmp_path: Path) -> None:
    """By who may be killed before the words of its pages are brought up to date at the end."""
    text = "水情通报\n　　欧阳青禾说，水位正在退。\n"
    built(config, write_pages(tmp_path / "first", {"001.txt": page(1)}))
    store = Store(engine_of(config))
    before = Words(store.names())
    assert "欧阳青禾" not in before.cut(text)
    built(config, write_pages(tmp_path / "others", {"002.txt": page(2)}))
    layout = segment(Page("003.txt", text, sha256(text.encode()).hexdigest()))
    told = tuple(Understood(Dated()) for _ in layout.articles)
    draft = Draft(layout, told, passages(layout, told))
    vectors = HashingEncoder().passages([p.text for p in draft.passages])
    put_batch(store, WordIndex(store.engine.connection), before, [draft], [vectors])
    assert lookup.frequency(store.db, "欧阳青禾") == 2
    assert [fault for fault in check_index(config).faults if "words" in fault.fact] == []


def test_several_writers_lose_nothing(config: Config, tmp_path: Path) -> None:
    """Where only one may write at a time, the others are told so, and try again."""
    folders = [
        write_pages(tmp_path / f"{w}", {f"{k:03}.txt": page(k) for k in range(w * EACH, (w + 1) * EACH)})
        for w in range(WRITERS)
    ]
    told: list[str] = []

    def write(folder: Path) -> None:
        until = monotonic() + PATIENCE
        while monotonic() < until:
            try:
                built(config, folder, tell=lambda o: told.append(o.name) if o.kind is OutcomeKind.ADDED else None)
                return
            except IndexUnusableError as error:
                if "another process is changing the index" not in str(error):
                    raise
                sleep(0.2)
        raise TimeoutError

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, folders))
    names = [f"{k:03}.txt" for k in range(WRITERS * EACH)]
    assert sorted(told) == list(seen(config).store.digests()) == names
    assert [p.text for p in seen(config).store.pages()] == [page(k) for k in range(WRITERS * EACH)]
    assert check_index(config).faults == ()
