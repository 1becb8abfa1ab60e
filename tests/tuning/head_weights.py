"""Learn what makes a slot a head, and how likely one must be: prints the rows of `rag/data/head_weights.tsv`.

    python -m tests.tuning.head_weights QUESTIONS.jsonl INDEX [MORE.jsonl INDEX ...] [--precision 0.95]

Questions have an `answer` in words, as gold questions do; a slot is right where its value stands in it. Weights are those
of a logistic regression (L2) on the signs of all slots that nothing speaks against. The likelihood from which on a head
is stated is the least at which, on folds of articles that the weights were not learned from, so many of those stated
are right.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from rag import Assistant, Config
from rag.asking.heads.licence import allowed
from rag.asking.heads.signs import Signs
from tests.tuning.truth import is_true

FOLDS = 5
STRENGTH = 0.1
"""Inverse of the regularisation; 0.03 to 0.3 differ by less than one question in a hundred."""

Row = tuple[str, Signs, bool, int, str]
"""Kind, signs, whether it is right, number of its question, the article."""


def slots(questions: Path, index: Path, start: int) -> list[Row]:
    """Every slot that may be stated for each of the questions."""
    found: list[Row] = []
    with Assistant.open(Config(index=index)) as assistant:
        for n, line in enumerate(questions.read_text("utf-8").splitlines(), start):
            question = json.loads(line)
            if question.get("history"):
                continue
            finding = assistant.findings(question["question"])[0]
            truth = "|".join([question["answer"] or "", *(w for atom in question.get("atoms", []) for w in atom)])
            for slot, judged, seen in allowed(finding.query, finding.about, finding.judged):
                right = question["answerable"] and is_true(slot.value, truth)
                found.append((slot.kind.value, seen, right, n, judged.passage.page))
    return found


def learned(rows: list[Row], precision: float) -> tuple[dict[str, float], float, int]:
    """Weights by sign, the least likelihood, and how many questions got a head at it."""
    names = list(rows[0][1])
    x, y = np.array([[r[1].get(n, 0.0) for n in names] for r in rows]), np.array([r[2] for r in rows])
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    scale[names.index("bias")] = 1.0
    held = np.zeros(len(rows))
    groups = [r[4] for r in rows]
    for train, test in GroupKFold(FOLDS).split(x, y, groups):
        held[test] = _fit(x[train] / scale, y[train]).predict_proba(x[test] / scale)[:, 1]
    best: dict[int, int] = {}
    for k, row in enumerate(rows):
        if row[3] not in best or held[k] > held[best[row[3]]]:
            best[row[3]] = k
    order = sorted(best.values(), key=lambda k: -held[k])
    right = np.cumsum([y[k] for k in order]) / np.arange(1, len(order) + 1)
    enough = [n for n in range(len(order)) if right[n] >= precision]
    stated = enough[-1] + 1 if enough else 0
    weights = _fit(x / scale, y).coef_[0] / scale
    return dict(zip(names, weights, strict=True)), float(held[order[stated - 1]]) if stated else 1.0, stated


def _fit(x: np.ndarray, y: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(x, y)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--precision", type=float, default=0.95)
    given = parser.parse_args()
    rows: list[Row] = []
    for questions, index in zip(given.sets[::2], given.sets[1::2], strict=True):
        rows += slots(questions, index, 1 + max((r[3] for r in rows), default=0))
    kinds: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        kinds[row[0]].append(row)
    for kind, own in sorted(kinds.items()):
        weights, least, stated = learned(own, given.precision)
        print(f"# {kind}: {len(own)} slots of {len({r[3] for r in own})} questions, {stated} of them stated")
        print(f"{kind}\tleast\t{least:.3f}")
        for name, weight in weights.items():
            print(f"{kind}\t{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
