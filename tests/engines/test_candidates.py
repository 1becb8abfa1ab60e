"""What an engine finds by words and by vectors, against reading everything."""

from __future__ import annotations

import numpy as np
import pytest

from rag.indexing import Store
from rag.indexing.lexical import WordIndex
from rag.indexing.recut import add_words
from rag.indexing.words import Words
from rag.indexing.writing import put_page, remove_page
from rag.ports import Vectors
from rag.records import Article, Dated, Layout, Page, Passage, Span, Understood
from tests.engines.conftest import Place, made
from tests.engines.pages import NAMES, TOWNS, named_in, page

DIM, PAGES, EACH = 48, 40, 50
TEXTS = [page(k).split("）")[1].strip() for k in range(PAGES * EACH)]
PLACE = {text: place for place, text in enumerate(TEXTS)}


def vectors_of(count: int, seed: int) -> Vectors:
    raw = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    return raw / np.linalg.norm(raw, axis=1, keepdims=True)


VECTORS = vectors_of(len(TEXTS), 3)


@pytest.fixture(scope="module")
def store(place: Place) -> Store:
    """A store whose passages are given with vectors of their own."""
    store = made(place())
    words, lexical = Words((*NAMES, *TOWNS)), WordIndex(store.engine.connection)
    for k in range(PAGES):
        own = slice(k * EACH, (k + 1) * EACH)
        name = f"{k:03}.txt"
        layout = Layout(Page(name, "页" * 9, f"d{k}"), (Article(name, 1),))
        found = [Passage(name, 1, n, text, (Span(0, 1),)) for n, text in enumerate(TEXTS[own])]
        with store.engine.transaction():
            ids = put_page(store, layout, [Understood(Dated())], found, VECTORS[own])
            add_words(lexical, words, [(i, p.text, "") for i, p in zip(ids, found, strict=True)])
            store.set_meta(dim=DIM, generation=k + 1)
    store.engine.nearest.renew(store)
    return store


def places(store: Store, ids: list[int]) -> list[int]:
    """Which of the texts these passages are."""
    found = store.passages(ids)
    return [PLACE[found[i].text] for i in ids]


@pytest.mark.parametrize("word", [*NAMES, *TOWNS, "水泥"])
def test_a_word_is_found_wherever_it_stands_and_nowhere_else(store: Store, word: str) -> None:
    index = WordIndex(store.engine.connection)
    found = index.search([word], len(TEXTS))
    assert found == sorted(found, key=lambda hit: (-hit[1], hit[0]))
    assert sorted(places(store, [i for i, _ in found])) == named_in(TEXTS, word)
    assert index.frequency(word) == len(found)


@pytest.mark.parametrize("k", [1, 10, 100])
def test_nearest_vectors_are_found(store: Store, k: int) -> None:
    dense, shared = store.engine.nearest.opened(store), []
    for query in vectors_of(40, 9):
        found = dense.search(query, k)
        near = [VECTORS[place] @ query for place in places(store, [i for i, _ in found])]
        assert np.allclose([score for _, score in found], near, atol=1e-5)
        assert found == sorted(found, key=lambda hit: (-hit[1], hit[0]))
        best = set(np.argsort(-(VECTORS @ query))[:k].tolist())
        shared.append(len(best & set(places(store, [i for i, _ in found]))) / k)
    assert np.mean(shared) >= 0.97


def test_vectors_come_back_to_the_bit(store: Store) -> None:
    blocks = list(store.vectors())
    ids = [i for own, _ in blocks for i in own]
    assert np.array_equal(np.concatenate([rows for _, rows in blocks]), VECTORS[places(store, ids)])


def test_what_is_removed_is_not_found(place: Place) -> None:
    store = made(place())
    name = "one.txt"
    for seed in (1, 2):
        own = vectors_of(6, seed)
        with store.engine.transaction():
            remove_page(store, name)
            layout = Layout(Page(name, "页" * 9, f"d{seed}"), (Article(name, 1),))
            found = [Passage(name, 1, n, TEXTS[n], (Span(0, 1),)) for n in range(6)]
            ids = put_page(store, layout, [Understood(Dated())], found, own)
            store.set_meta(dim=DIM, generation=seed)
        store.engine.nearest.renew(store)
        hits = store.engine.nearest.opened(store).search(own[2], 50)
        assert (hits[0][0], {i for i, _ in hits}) == (ids[2], set(ids))
