"""Learn how much each feature of a sentence counts, from questions whose evidence is known.

    python -m tests.tuning.ranking_weights GOLD.jsonl=INDEX [GOLD.jsonl=INDEX ...] [--write]

Listwise: the weights make the sentences that are evidence likeliest among all sentences in play (softmax), with a
pull towards the weights in use so that few questions cannot bend them far. Each set is also judged by weights learned
from the others, which is the figure to believe. `--write` puts the weights of all sets into rag/data/ranking.tsv.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rag.asking.assistant import Assistant
from rag.asking.retrieval.judge import Features, Judged
from rag.config import Config
from rag.spans import quote
from rag.tables import rows

TABLE = Path(__file__).parents[2] / "rag" / "data" / "ranking.tsv"
NAMES = tuple(f.name for f in fields(Features))
PULL = 0.02
"""Strength of the pull towards the weights in use, per squared unit and question."""

Example = tuple[NDArray[np.float64], NDArray[np.bool_]]


def examples(gold: Path, index: Path) -> list[Example]:
    """For each answerable question with evidence in play: (features of every sentence, which are evidence)."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for line in gold.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            if not question["answerable"]:
                continue
            for finding in assistant.findings(question["question"], question.get("history") or ()):
                marks = np.array([is_evidence(j, question) for j in finding.judged], dtype=bool)
                if marks.any() and not marks.all():
                    found.append((np.array([astuple(j.features) for j in finding.judged]), marks))
    return found


def is_evidence(j: Judged, question: dict[str, object]) -> bool:
    """Whether the sentence holds, or lies in, one of the quotes that gold counts as evidence."""
    return any(_covers(j, item) for item in question["evidence"])  # type: ignore[attr-defined]


def _covers(j: Judged, item: dict[str, object]) -> bool:
    """Whether the sentence holds at least half of the gold quote's characters, or is wholly inside it."""
    page = j.candidate.reading.page
    if "doc" in item:
        if f"{item['doc']}.txt" != page.name:
            return False
        gold = page.text[int(str(item["start"])) : int(str(item["end"]))]
    else:
        if item["page"] != page.name:
            return False
        gold = str(item["quote"])
    said = quote(page.text, j.passage.spans)
    return (gold in said or said in gold) or _shared(gold, said) >= len(gold) / 2


def _shared(gold: str, said: str) -> int:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, gold, said, autojunk=False).find_longest_match().size


def learn(sets: Iterable[Example], start: NDArray[np.float64], strength: float = PULL) -> NDArray[np.float64]:
    """Weights that minimise the mean negative log-probability of the evidence plus the pull."""
    examples = list(sets)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros_like(weights)
        for x, marks in examples:
            scores = x @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            q = p * marks / p[marks].sum()
            total -= float(np.log(p[marks].sum()))
            slope += (p - q) @ x
        pull = weights - start
        n = max(len(examples), 1)
        return total / n + strength * float(pull @ pull), slope / n + 2 * strength * pull

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def first_right(sets: Iterable[Example], weights: NDArray[np.float64]) -> float:
    """Share of questions whose best sentence is evidence."""
    hits = [bool(marks[int(np.argmax(x @ weights))]) for x, marks in sets]
    return sum(hits) / max(len(hits), 1)


def main(argv: list[str]) -> None:
    """Print the figures of each set before, learned from the others, learned from all; write if asked."""
    sets = {pair: examples(*map(Path, pair.split("="))) for pair in argv if "=" in pair}
    in_use = {name: float(weight) for name, weight, *_ in rows("ranking.tsv")}
    start = np.array([in_use[n] for n in NAMES])
    every = learn([e for s in sets.values() for e in s], start)
    for pair, own in sets.items():
        others = learn([e for name, s in sets.items() if name != pair for e in s], start)
        before, held_out, fitted = (first_right(own, w) for w in (start, others, every))
        print(
            f"{Path(pair.split('=')[0]).parent.name}: n={len(own)} in use {before:.3f}, from the others {held_out:.3f}, from all {fitted:.3f}"
        )
    for name, weight in zip(NAMES, every, strict=True):
        print(f"{name}\t{weight:.2f}")
    if "--write" in argv:
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        body = [f"{name}\t{weight:.2f}" for name, weight in zip(NAMES, every, strict=True)]
        TABLE.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
