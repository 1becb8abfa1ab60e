"""How fast: encoding, building, and finding in a crowd. Each gives figures by name, for people and for programs."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rag.config import Config
from rag.evaluating.bench_query import Figures, bench_query
from rag.evaluating.synthetic import PASSAGE_LENGTH, pages, texts
from rag.indexing import build, encoder_for
from rag.indexing.sentence_transformer import plain_passages

if TYPE_CHECKING:
    from rag.ports import Vectors

ENCODED, BUILT = 256, 600
"""Passages that are timed unless told otherwise: half a minute's work."""


def bench(what: str, config: Config, passages: int | None = None) -> Figures:
    """Figures of `encode`, `build` or `query` over so many made-up passages; KeyError for another word.

    `query` without a number of passages is measured on the index of `config`, if there is one.
    """
    return BENCHES[what](config, passages)


def bench_encode(config: Config, passages: int | None) -> Figures:
    """Passages of about 175 tokens a second, beside sentence-transformers as it comes in float32."""
    given = texts(passages or ENCODED, PASSAGE_LENGTH)
    fast, vectors = _timed(encoder_for(config.model).passages, given)
    slow, reference = _timed(plain_passages(config.model), given)
    return {
        "passages_per_second": len(given) / fast,
        "plain_passages_per_second": len(given) / slow,
        "ratio": slow / fast,
        "mean_cosine": float((vectors * reference).sum(axis=1).mean()),
    }


def bench_build(config: Config, passages: int | None) -> Figures:
    """Passages a second through each stage, and from files to an index that can be asked."""
    clock = _Stopwatch()
    with tempfile.TemporaryDirectory() as folder:
        sources = Path(folder) / "pages"
        sources.mkdir()
        for number, text in enumerate(pages(passages or BUILT)):
            (sources / f"{number:05}.txt").write_text(text, encoding="utf-8")
        made = build(Config(Path(folder) / "index", config.model, config.words), [sources], clock.report)
    stages = {f"{stage}_passages_per_second": made.passages / spent for stage, spent in clock.spent.items() if spent}
    return {"passages": made.passages, **stages, "passages_per_second": made.passages / made.seconds}


BENCHES: dict[str, Callable[[Config, int | None], Figures]] = {
    "encode": bench_encode,
    "build": bench_build,
    "query": bench_query,
}


class _Stopwatch:
    """Seconds between reports of progress, summed up by the stage that was then under way."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.spent: dict[str, float] = {}
        self._clock = clock
        self._stage, self._since = "", clock()

    def report(self, stage: str, done: int, total: int) -> None:
        now = self._clock()
        if self._stage:
            self.spent[self._stage] = self.spent.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = ("" if done == total else stage), now


def _timed(encode: Callable[[Sequence[str]], Vectors], given: list[str]) -> tuple[float, Vectors]:
    encode(given[:2])  # loads the model, which is not what is timed
    began = time.perf_counter()
    vectors = encode(given)
    return time.perf_counter() - began, vectors
