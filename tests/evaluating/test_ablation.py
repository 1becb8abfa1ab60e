"""Answering with one way of finding switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rag.asking.reranking.model import bundled_reader
from rag.config import Config
from rag.evaluating.ablation import LEGS, Parts
from rag.indexing import build, open_indexes
from tests.fakes import HashingEncoder, write_pages

PAGES = {
    "bridge.txt": "东江大桥通车\n　　本报讯（记者 何小雨）5月6日，东江市市长陈志远检查东江大桥。大桥全长三公里。\n"
}


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    folder: Path = tmp_path_factory.mktemp("ablation")
    config, encoder = Config(index=folder / "index"), HashingEncoder()
    build(config, [write_pages(folder / "pages", PAGES)], encoder=encoder, load_names=lambda: None)
    opened = open_indexes(config, encoder)
    yield Parts(opened, bundled_reader())
    opened.store.engine.close()


def legs(parts: Parts) -> dict[str, bool]:
    """Which ways of finding find anything, and whether anything is marked as the answer."""
    indexes = parts.indexes
    vector = indexes.encoder.queries(["东江大桥"])[0]
    reading = indexes.store.reading("bridge.txt", 1)
    assert reading is not None
    return {
        "events": bool(reading.understood.events),
        "words": bool(indexes.lexical.search(["大桥"], 5)),
        "meaning": bool(indexes.dense.search(vector, 5)),
        "reader": any(o.short for o in parts.reader.read("谁检查了大桥？", "", ["陈志远检查大桥。"])),
    }


def test_all_legs_find_something(parts: Parts) -> None:
    assert legs(parts) == {"events": True, "words": True, "meaning": True, "reader": True}


@pytest.mark.parametrize("leg", LEGS)
def test_one_leg_is_off_and_the_others_are_not(parts: Parts, leg: str) -> None:
    assert legs(LEGS[leg](parts)) == {name: name != leg for name in LEGS}


def test_without_meaning_all_texts_are_alike(parts: Parts) -> None:
    encoder = LEGS["meaning"](parts).indexes.encoder
    assert encoder.queries(["甲", "乙"]).shape == (2, parts.indexes.encoder.dim)
    assert np.count_nonzero(encoder.passages(["甲"])) == 0


def test_an_article_that_is_not_there_stays_so_without_events(parts: Parts) -> None:
    assert LEGS["events"](parts).indexes.store.reading("bridge.txt", 9) is None
