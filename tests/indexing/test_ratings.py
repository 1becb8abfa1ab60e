"""Opinions of answers, kept through what happens to the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.answered import Answer, Citation, Verdict
from rag.asked import Asks, Frame, Language
from rag.config import Config
from rag.indexing import delete, open_indexes, ratings
from rag.indexing.store import Store
from rag.records import Span
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, Build

QUESTION = "陈志远检查了什么？"


def answer(text: str, *pages: str) -> Answer:
    citations = tuple(Citation(n, page, (Span(0, 1),), "东") for n, page in enumerate(pages, start=1))
    return Answer(Verdict.ANSWERED, text, Frame(Language.ZH, Asks.WHAT), citations)


BOTH = answer("大桥[1]，小学[2]。", "a.txt", "b.txt")
BRIDGE_ONLY = answer("大桥[1]。", "a.txt")


@pytest.fixture
def store(built: Build, folder: Path, config: Config) -> Store:
    built(folder)
    return open_indexes(config, HashingEncoder()).store


def kept(store: Store) -> list[tuple[object, ...]]:
    return store.db.execute("SELECT question, answer, verdict, pages, liked FROM ratings ORDER BY answer").fetchall()


def test_an_opinion_is_kept_with_what_it_is_about(store: Store) -> None:
    ratings.rate(store, QUESTION, BOTH, True)
    assert kept(store) == [(QUESTION, BOTH.text, "answered", '["a.txt", "b.txt"]', 1)]


def test_the_last_opinion_counts_and_none_takes_it_back(store: Store) -> None:
    ratings.rate(store, QUESTION, BOTH, True)
    ratings.rate(store, QUESTION, BRIDGE_ONLY, True)
    ratings.rate(store, QUESTION, BOTH, False)
    assert [(row[1], row[4]) for row in kept(store)] == [(BRIDGE_ONLY.text, 1), (BOTH.text, 0)]
    ratings.rate(store, QUESTION, BOTH, None)
    assert [row[1] for row in kept(store)] == [BRIDGE_ONLY.text]


def test_it_outlives_new_versions_of_pages_but_not_an_index_built_anew(
    store: Store, built: Build, folder: Path
) -> None:
    ratings.rate(store, QUESTION, BOTH, True)
    write_pages(folder, {"a.txt": BRIDGE.replace("大桥", "隧道")})
    built(folder)
    assert len(kept(store)) == 1
    built(folder, rebuild=True)
    assert kept(store) == []


def test_it_goes_with_a_page_that_the_answer_quotes(store: Store, config: Config) -> None:
    ratings.rate(store, QUESTION, BOTH, True)
    ratings.rate(store, QUESTION, BRIDGE_ONLY, True)
    delete(config, ["b.txt"])
    assert [row[1] for row in kept(store)] == [BRIDGE_ONLY.text]
