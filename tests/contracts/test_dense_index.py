"""Every DenseIndex against brute force, by value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from rag.indexing.engines.faiss_index import FaissIndex
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


MANY, WIDE, KEPT = 1500, 64, 400
"""Vectors of a crowd, their components, and how many of them may be kept whole."""


@pytest.fixture
def crowd() -> Vectors:
    """Clumps, as those of real texts: what is near to a question is near to one another."""
    generator = np.random.default_rng(5)
    raw = np.repeat(generator.normal(size=(MANY // 10, WIDE)), 10, axis=0) + 0.6 * generator.normal(size=(MANY, WIDE))
    return (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def compressed(crowd: Vectors) -> FaissIndex:
    index = FaissIndex(WIDE, exact=KEPT)
    for at in range(0, MANY, 300):  # the limit is crossed between the first block and the last
        index.add(range(at, min(at + 300, MANY)), crowd[at : at + 300])
    return index


def nearest(crowd: Vectors, query: Vectors, k: int, without: frozenset[int] = frozenset()) -> set[int]:
    order = [int(i) for i in np.argsort(-(crowd @ query), kind="stable") if int(i) not in without]
    return set(order[:k])


def overlap(index: DenseIndex, crowd: Vectors, without: frozenset[int] = frozenset()) -> float:
    """Mean share of the ten nearest of every fiftieth vector that the index gives."""
    shares = [len({i for i, _ in index.search(q, 10)} & nearest(crowd, q, 10, without)) / 10 for q in crowd[::50]]
    return sum(shares) / len(shares)


def test_beyond_its_limit_the_index_finds_nearly_what_brute_force_finds(compressed: FaissIndex, crowd: Vectors) -> None:
    assert (len(compressed), compressed.is_exact, FaissIndex(WIDE).is_exact) == (MANY, False, True)
    assert overlap(compressed, crowd) > 0.95
    (best, score), *_ = compressed.search(crowd[7], 1)
    assert (best, score) == (7, pytest.approx(1.0, abs=0.02))


def test_what_is_removed_from_a_compressed_index_is_gone(compressed: FaissIndex, crowd: Vectors) -> None:
    gone = frozenset(range(0, MANY, 3))
    compressed.remove(sorted(gone))
    assert len(compressed) == MANY - len(gone)
    assert not gone & {i for i, _ in compressed.search(crowd[0], MANY)}
    assert overlap(compressed, crowd, gone) > 0.95


def test_a_compressed_index_is_kept_and_read_again(compressed: FaissIndex, crowd: Vectors, tmp_path: Path) -> None:
    compressed.save(tmp_path / "kept")
    again = FaissIndex.load(tmp_path / "kept")
    again.add([99_999], crowd[3:4])
    assert (len(again), again.is_exact) == (MANY + 1, False)
    assert {i for i, _ in again.search(crowd[3], 2)} == {3, 99_999}


def test_ids_are_those_that_are_there(compressed: FaissIndex, crowd: Vectors) -> None:
    compressed.remove([3, 5, 99_999])
    compressed.add([7, 20_000], crowd[:2])
    assert sorted(compressed.ids().tolist()) == sorted({*range(MANY), 20_000} - {3, 5})
    assert len(compressed) == MANY - 1
