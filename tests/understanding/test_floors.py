"""Figures reached on annotated pages stay reached; `tests/golden/events.json` keeps them, with the gold's digest."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from rag.ports import NameModel
from rag.records import Layout
from rag.understanding import load_name_model, understand
from tests.understanding import goldpages
from tests.understanding.pages import lexicon

FLOORS = json.loads((Path(__file__).parents[1] / "golden" / "events.json").read_text(encoding="utf-8"))

GOLD: dict[str, tuple[Callable[[Path], Iterable[Layout]], str, str]] = {
    "seeds": (goldpages.seeds, "gold/seeds/events.jsonl", "seeds"),
    "localgov": (goldpages.localgov, "bench/localgov/events.jsonl", "bench/localgov/pages"),
    "everyday": (goldpages.everyday, "bench/everyday/events.jsonl", "bench/everyday/pages"),
}


def figures(shared: Path, tmp_path: Path, what: str, names: NameModel | None) -> dict[str, float]:
    layouts, gold, pages = GOLD[what]
    told = [u for layout in layouts(shared) for u in understand(layout, names, lexicon())]
    written = tmp_path / "events.jsonl"
    rows = (row for u in told for row in goldpages.counted(u.events))
    written.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(shared / "tools/score.py"), "events", str(shared / gold), str(written), "--json"]
    scored = subprocess.run([*command, "--pages", str(shared / pages)], capture_output=True, text=True, check=True)
    return dict(json.loads(scored.stdout))


def below(found: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {key: (found[key], floor) for key, floor in floors.items() if found[key] < floor}


@pytest.mark.parametrize("what", sorted(GOLD))
def test_the_floors_belong_to_this_gold(shared: Path, what: str) -> None:
    digest = hashlib.sha256((shared / GOLD[what][1]).read_bytes()).hexdigest()
    assert digest == FLOORS[what]["gold"]


@pytest.mark.parametrize("what", sorted(GOLD))
def test_word_lists_alone_stay_above_the_floors(shared: Path, tmp_path: Path, what: str) -> None:
    assert below(figures(shared, tmp_path, what, None), FLOORS[what]["floors"]) == {}


@pytest.mark.model
@pytest.mark.parametrize("what", sorted(GOLD))
def test_with_the_name_model_they_stay_above_them_too(shared: Path, tmp_path: Path, what: str) -> None:
    floors = FLOORS[what]["floors"] | FLOORS[what]["with_model"]
    assert below(figures(shared, tmp_path, what, load_name_model()), floors) == {}


def test_articles_are_dated(shared: Path) -> None:
    rows = (shared / "gold/seeds/articles.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [a["date"] for a in map(json.loads, rows) if a["kind"] != "furniture"]
    told = [u.when.value for layout in goldpages.seeds(shared) for u in understand(layout, None, lexicon())]
    right = sum(a == b for a, b in zip(gold, told, strict=True))
    assert right / len(gold) >= FLOORS["seeds"]["article_dates"]
