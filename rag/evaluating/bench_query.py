"""How fast, how right and how large the indexes are in a crowd."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rag.config import Config
from rag.evaluating.synthetic import SPREAD, drafts
from rag.indexing import Indexes, Store, open_indexes
from rag.indexing.engines.chosen import engine_of
from rag.indexing.lexical import WordIndex
from rag.indexing.storing import prepare, put_batch, settle_all
from rag.indexing.words import Words

if TYPE_CHECKING:
    from rag.ports import Vectors

CROWD = 20_000
"""Passages made up unless told otherwise."""
DIM = 384
"""Components of the default model's vectors."""
QUERIES, WARM = 200, 10
"""Searches that are timed, and how many of the first are not."""
DEPTH = 50
"""Passages asked of each index, as answering asks."""
WORDS = 8
"""Words of a question."""
RECALL_AT = 10
MEGABYTE = 1 << 20

Figures = dict[str, float]


def bench_query(config: Config, passages: int | None) -> Figures:
    """Milliseconds to search both indexes and fetch what was found, without the encoding of the question.

    Over the index of `config`, or over so many made-up passages, or where there is no index over 20,000. Recall is that
    of the dense index beside the exact ten nearest; memory is the most that this process ever held.
    """
    if passages is None and engine_of(config).there():
        return _figures(open_indexes(config), config.index)
    with tempfile.TemporaryDirectory() as folder:
        crowd = Config(Path(folder), config.model)
        _fill(crowd, passages or CROWD)
        return _figures(open_indexes(crowd), crowd.index)


def _fill(config: Config, passages: int) -> None:
    store = Store(engine_of(config))
    with store.engine.done():
        prepare(store, config)
        lexical, words = WordIndex(store.engine.connection), Words()
        for draft, vectors in drafts(passages, DIM):
            put_batch(store, lexical, words, [draft], [vectors])
        settle_all(store, lexical, words)


def _figures(indexes: Indexes, folder: Path) -> Figures:
    import numpy as np

    ids, vectors = _questions(indexes.store)
    texts = {i: p.text for i, p in indexes.store.passages(ids).items()}
    milliseconds, found = [], []
    for i, vector in zip(ids, vectors, strict=True):
        words = indexes.words.cut(texts[i])[:WORDS]
        began = time.perf_counter()
        dense = indexes.dense.search(vector, DEPTH)
        lexical = indexes.lexical.search(words, DEPTH)
        indexes.store.passages([hit for hit, _ in (*dense, *lexical)])
        milliseconds.append(1000 * (time.perf_counter() - began))
        found.append({hit for hit, _ in dense[:RECALL_AT]})
    memory = _peak_memory()
    exact = _exact(indexes.store, vectors)
    return {
        "passages": indexes.store.count("passages"),
        "p50_ms": float(np.percentile(milliseconds[WARM:] or milliseconds, 50)),
        "p95_ms": float(np.percentile(milliseconds[WARM:] or milliseconds, 95)),
        "recall_at_10": sum(len(a & b) for a, b in zip(found, exact, strict=True)) / sum(map(len, exact)),
        "rss_mb": memory / MEGABYTE,
        "disk_mb": sum(p.stat().st_size for p in folder.iterdir() if p.is_file()) / MEGABYTE,
    }


def _questions(store: Store) -> tuple[list[int], Vectors]:
    """Passages all over the index, and vectors as near to theirs as a question's is to its answer's."""
    import numpy as np

    step = max(1, store.count("passages") // (QUERIES + WARM))
    rows = ((i, v) for ids, vectors in store.vectors() for i, v in zip(ids, vectors, strict=True))
    chosen = [row for n, row in enumerate(rows) if n % step == 0][: QUERIES + WARM]
    raw = np.stack([v for _, v in chosen])
    noise = np.random.default_rng(3).normal(size=raw.shape) / np.sqrt(raw.shape[1])
    moved = raw + SPREAD * noise
    return [i for i, _ in chosen], (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)


def _exact(store: Store, queries: Vectors) -> list[set[int]]:
    """The ids of the ten nearest to each query, by brute force over the store."""
    import numpy as np

    scores = np.zeros((len(queries), 0), np.float32)
    best = np.zeros((len(queries), 0), np.int64)
    for some, vectors in store.vectors():
        scores = np.hstack([scores, queries @ vectors.T])
        best = np.hstack([best, np.broadcast_to(np.asarray(some, np.int64), (len(queries), len(some)))])
        kept = np.argsort(-scores, axis=1)[:, :RECALL_AT]
        scores, best = np.take_along_axis(scores, kept, 1), np.take_along_axis(best, kept, 1)
    return [set(row.tolist()) for row in best]


def _peak_memory() -> int:
    """Bytes; Linux counts in kilobytes, macOS in bytes."""
    import resource  # Unix has it

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
