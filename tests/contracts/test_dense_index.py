"""Every DenseIndex against brute force, by value."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from rag.indexing.dense import FaissIndex
from rag.ports import DenseIndex, Vectors

DIM, COUNT = 8, 60
Make = Callable[[int], DenseIndex]


@pytest.fixture(params=[pytest.param(FaissIndex, id="faiss")])
def make(request: pytest.FixtureRequest) -> Make:
    return request.param


@pytest.fixture
def vectors() -> Vectors:
    raw = np.random.default_rng(7).normal(size=(COUNT, DIM)).astype(np.float32)
    return raw / np.linalg.norm(raw, axis=1, keepdims=True)


IDS = [1000 - 7 * i for i in range(COUNT)]
"""Neither dense nor in order: an index that numbers rows itself is found out."""


def brute(vectors: Vectors, query: Vectors, k: int, without: frozenset[int] = frozenset()) -> list[tuple[int, float]]:
    scored = [(i, float(v @ query)) for i, v in zip(IDS, vectors, strict=True) if i not in without]
    return sorted(scored, key=lambda hit: (-hit[1], hit[0]))[:k]


def same(found: list[tuple[int, float]], expected: list[tuple[int, float]]) -> bool:
    return [i for i, _ in found] == [i for i, _ in expected] and np.allclose(
        [s for _, s in found], [s for _, s in expected], atol=1e-6
    )


@pytest.mark.parametrize(
    "k", [pytest.param(1, id="best"), pytest.param(10, id="ten"), pytest.param(COUNT + 5, id="all")]
)
def test_finds_what_brute_force_finds(make: Make, vectors: Vectors, k: int) -> None:
    index = make(DIM)
    index.add(IDS, vectors)
    for query in vectors[:9]:
        assert same(index.search(query, k), brute(vectors, query, k))


def test_removed_ids_are_not_found(make: Make, vectors: Vectors) -> None:
    index = make(DIM)
    index.add(IDS, vectors)
    gone = IDS[::3]
    index.remove([*gone, 999_999])
    assert len(index) == COUNT - len(gone)
    assert same(index.search(vectors[0], COUNT), brute(vectors, vectors[0], COUNT, frozenset(gone)))


def test_an_id_added_again_is_replaced(make: Make, vectors: Vectors) -> None:
    index = make(DIM)
    index.add([5], vectors[:1])
    index.add([5], vectors[1:2])
    assert len(index) == 1
    assert same(index.search(vectors[1], 3), [(5, 1.0)])


def test_equal_scores_come_by_id(make: Make, vectors: Vectors) -> None:
    index = make(DIM)
    index.add([9, 3, 6], np.repeat(vectors[:1], 3, axis=0))
    assert [i for i, _ in index.search(vectors[0], 3)] == [3, 6, 9]


@pytest.mark.parametrize("k", [pytest.param(0, id="none wanted"), pytest.param(5, id="nothing there")])
def test_empty_results(make: Make, vectors: Vectors, k: int) -> None:
    index = make(DIM)
    if k == 0:
        index.add(IDS, vectors)
    assert index.search(vectors[0], k) == []


def test_vectors_of_another_size_are_refused(make: Make) -> None:
    with pytest.raises(ValueError, match="components"):
        make(DIM).add([1], np.ones((1, DIM + 1), np.float32))
