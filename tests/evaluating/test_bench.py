"""The benches measure what they say; how fast it is, no test asserts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rag.config import Config
from rag.evaluating import bench
from rag.evaluating.bench import _Stopwatch
from rag.evaluating.synthetic import SENTENCES_A_PAGE, drafts, pages, texts
from rag.spans import quote


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(index=tmp_path / "index")


def test_query_over_a_crowd(config: Config) -> None:
    figures = bench("query", config, 300)
    assert list(figures) == ["passages", "p50_ms", "p95_ms", "recall_at_10", "rss_mb", "disk_mb"]
    assert figures["passages"] == 300
    assert figures["recall_at_10"] == 1.0
    assert 0 < figures["p50_ms"] <= figures["p95_ms"]
    assert 0.4 < figures["disk_mb"] < 10
    assert not config.index.exists()


@pytest.mark.model
def test_encode(config: Config) -> None:
    pytest.importorskip("sentence_transformers", reason="the extra `models` is not installed")
    figures = bench("encode", config, 6)
    assert list(figures) == ["passages_per_second", "plain_passages_per_second", "ratio", "mean_cosine"]
    assert figures["ratio"] == pytest.approx(figures["passages_per_second"] / figures["plain_passages_per_second"])
    assert 0.998 < figures["mean_cosine"] <= 1.0001  # eight bits beside float32


@pytest.mark.model
def test_build_and_query_what_was_built(config: Config) -> None:
    figures = bench("build", config, 30)
    assert list(figures) == [
        "passages",
        "reading_passages_per_second",
        "encoding_passages_per_second",
        "storing_passages_per_second",
        "passages_per_second",
    ]
    assert figures["passages"] > 20
    assert figures["passages_per_second"] < min(v for k, v in figures.items() if "_passages_" in k)


def test_each_stage_is_charged_from_its_own_report_to_the_next() -> None:
    clock = _Stopwatch(iter([0.0, 1.0, 3.0, 10.0, 14.0, 20.0]).__next__)
    for step in (("reading", 0, 2), ("encoding", 0, 9), ("encoding", 9, 9), ("reading", 1, 2), ("reading", 2, 2)):
        clock.report(*step)
    assert clock.spent == {"reading": 2.0 + 6.0, "encoding": 7.0}


def test_texts_are_the_same_every_time_and_as_long_as_asked() -> None:
    made = texts(5, 100)
    assert made == texts(5, 100)
    assert [len(t) for t in made] == [101] * 5
    assert len(set(made)) == 5


def test_pages_hold_their_sentences() -> None:
    made = list(pages(SENTENCES_A_PAGE + 6))
    assert [p.count("本报讯") for p in made] == [10, 1]


def test_drafts_are_pages_like_any_other() -> None:
    made = list(drafts(SENTENCES_A_PAGE + 5, 8))
    assert [(len(d.passages), v.shape) for d, v in made] == [(60, (60, 8)), (5, (5, 8))]
    for draft, vectors in made:
        assert all(quote(draft.layout.page.text, p.spans) == p.text for p in draft.passages)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(vectors)), abs=1e-6)
