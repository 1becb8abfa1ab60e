"""Segmentation of real and composed pages against gold, with the floors in tests/golden/articles.json."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from rag.reading import find_sources, read_page, segment
from rag.records import Layout, Page
from tests.tuning.composed import pages, rows

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).resolve().parents[1] / "golden" / "articles.json").read_text(encoding="utf-8")
)
UNSEEN_SEED = 101
"""Of the pages composed anew from articles that no weight was derived from."""


def _predicted(layouts: Iterable[Layout]) -> list[dict[str, Any]]:
    return [
        {"page": a.page, "titles": list(a.titles), "date": None, "spans": [[s.start, s.end] for s in a.spans]}
        for layout in layouts
        for a in layout.articles
    ]


def _write(path: Path, lines: Iterable[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def _score(shared: Path, gold: Path, predicted: Path, folder: Path) -> dict[str, float]:
    command = [sys.executable, shared / "tools" / "score.py", "articles", gold, predicted, "--pages", folder, "--json"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def _check(name: str, found: dict[str, float]) -> None:
    short = {key: (found[key], floor) for key, floor in FLOORS[name].items() if found[key] < floor}
    assert short == {}, f"{name}: {found}"


@pytest.mark.parametrize(
    ("name", "gold", "folder"),
    [
        ("seeds", "gold/seeds/articles.jsonl", "seeds"),
        ("composed", "bench/composed/articles.jsonl", "bench/composed/pages"),
    ],
)
def test_given_pages_reach_their_floors(shared: Path, tmp_path: Path, name: str, gold: str, folder: str) -> None:
    layouts = (segment(read_page(source)) for source in find_sources([shared / folder]))
    predicted = _write(tmp_path / "predicted.jsonl", _predicted(layouts))
    _check(name, _score(shared, shared / gold, predicted, shared / folder))


def test_pages_of_articles_never_learned_from_reach_their_floors(shared: Path, tmp_path: Path) -> None:
    gold, predicted = [], []
    for number, page in enumerate(pages(shared, rows(shared, held_out=True), UNSEEN_SEED)):
        name = f"{number}.txt"
        (tmp_path / name).write_text(page.text, encoding="utf-8", newline="")
        digest = hashlib.sha256(page.text.encode()).hexdigest()
        predicted += _predicted([segment(Page(name, page.text, digest))])
        gold += [
            {
                "page": name,
                "article": f"{number}-{k}",
                "titles": [page.text[s:e] for s, e in article.titles],
                "spans": [*article.titles, *article.body],
                "body_spans": article.body,
            }
            for k, article in enumerate(page.articles)
        ]
    lines = _write(tmp_path / "gold.jsonl", gold)
    _check("unseen", _score(shared, lines, _write(tmp_path / "predicted.jsonl", predicted), tmp_path))
