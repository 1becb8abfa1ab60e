"""Answering with one way of finding switched off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from rag.config import Config
from rag.evaluating.ablation import LEGS
from rag.indexing import Indexes, build, open_indexes
from tests.fakes import HashingEncoder, write_pages

PAGES = {
    "bridge.txt": "东江大桥通车\n　　本报讯（记者 何小雨）5月6日，东江市市长陈志远检查东江大桥。大桥全长三公里。\n"
}


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Indexes]:
    folder: Path = tmp_path_factory.mktemp("ablation")
    config, encoder = Config(index=folder / "index"), HashingEncoder()
    build(config, [write_pages(folder / "pages", PAGES)], encoder=encoder, load_names=lambda: None)
    opened = open_indexes(config, encoder)
    yield opened
    opened.store.database.close()


def legs(indexes: Indexes) -> dict[str, bool]:
    """Which ways of finding find anything."""
    vector = indexes.encoder.queries(["东江大桥"])[0]
    reading = indexes.store.reading("bridge.txt", 1)
    assert reading is not None
    return {
        "events": bool(reading.understood.events),
        "words": bool(indexes.lexical.search(["大桥"], 5)),
        "meaning": bool(indexes.dense.search(vector, 5)),
    }


def test_all_legs_find_something(indexes: Indexes) -> None:
    assert legs(indexes) == {"events": True, "words": True, "meaning": True}


@pytest.mark.parametrize("leg", LEGS)
def test_one_leg_is_off_and_the_others_are_not(indexes: Indexes, leg: str) -> None:
    assert legs(LEGS[leg](indexes)) == {name: name != leg for name in LEGS}


def test_without_meaning_all_texts_are_alike(indexes: Indexes) -> None:
    encoder = LEGS["meaning"](indexes).encoder
    assert encoder.queries(["甲", "乙"]).shape == (2, indexes.encoder.dim)
    assert np.count_nonzero(encoder.passages(["甲"])) == 0


def test_an_article_that_is_not_there_stays_so_without_events(indexes: Indexes) -> None:
    assert LEGS["events"](indexes).store.reading("bridge.txt", 9) is None
