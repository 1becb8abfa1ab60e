"""Learn what makes a slot a head, and how likely one must be: prints `rag/data/head_weights.tsv`.

    python -m tests.tuning.head_weights LEARN.jsonl INDEX HOLD.jsonl INDEX [--precision 0.95]

Questions have an `answer` in words and may have `atoms`, as gold questions do; a slot is right where its value stands in
one of them. Weights are those of a logistic regression (L2) on the signs of all slots of the first set that nothing
speaks against. The likelihood from which on a head is stated is the one that states most on the second set, of other
articles, with that share of its questions getting none but right heads; a question that has no answer gets a wrong one.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from rag import Assistant, Config
from rag.asking.heads.licence import ALONE, MARGIN, allowed
from rag.asking.heads.signs import Signs
from tests.tuning.truth import is_true

STRENGTH = 0.1
"""Inverse of the regularisation; 0.03 to 0.3 differ by less than one question in a hundred."""

FEWEST = 8
"""Questions on which a least likelihood may rest."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A slot of a question: its value and signs, whether it is right, and the sentence it stands in."""

    value: str
    signs: Signs
    right: bool
    sentence: int


def slots(questions: Path, index: Path) -> dict[str, list[list[Seen]]]:
    """By kind, the slots of each question that may be stated; of questions that are refused none."""
    found: dict[str, list[list[Seen]]] = defaultdict(list)
    with Assistant.open(Config(index=index)) as assistant:
        for line in questions.read_text("utf-8").splitlines():
            question = json.loads(line)
            finding = assistant.findings(question["question"], question.get("history") or [])[0]
            if not finding.tells:
                continue
            truth = "|".join([question["answer"] or "", *(w for atom in question.get("atoms", []) for w in atom)])
            by_kind: dict[str, list[Seen]] = defaultdict(list)
            for slot, judged, signs in allowed(finding.query, finding.about, finding.judged):
                right = question["answerable"] and is_true(slot.value, truth)
                by_kind[slot.kind.value].append(Seen(slot.value, signs, right, judged.passage.id))
            for kind, seen in by_kind.items():
                found[kind].append(seen)
    return found


def learned(questions: Sequence[Sequence[Seen]]) -> dict[str, float]:
    """The weight of each sign."""
    rows = [s for seen in questions for s in seen]
    names = list(rows[0].signs)
    x = np.array([[r.signs[n] for n in names] for r in rows])
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    scale[names.index("bias")] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(x / scale, [r.right for r in rows])
    return dict(zip(names, (model.coef_[0] / scale).tolist(), strict=True))


def least(questions: Sequence[Sequence[Seen]], weights: dict[str, float], alone: bool, precision: float) -> float:
    """The likelihood from which on most questions get a head at that precision; 1 where none does."""
    ranked = [sorted(((_likelihood(s.signs, weights), s) for s in seen), key=lambda p: -p[0]) for seen in questions]
    if alone:
        ranked = [
            r for r in ranked if r[0][0] - max((p for p, s in r if s.value != r[0][1].value), default=0) >= MARGIN
        ]
    best, most = 1.0, 0
    for at in sorted({r[0][0] for r in ranked}):
        stated = [r for r in ranked if r[0][0] >= at]
        right = sum(
            r[0][1].right if alone else all(s.right for p, s in r if p >= at and s.sentence == r[0][1].sentence)
            for r in stated
        )
        if len(stated) >= max(FEWEST, most + 1) and right / len(stated) >= precision:
            best, most = at, len(stated)
    return best


def _likelihood(signs: Signs, weights: dict[str, float]) -> float:
    x: NDArray[np.float64] = np.array([signs[n] * w for n, w in weights.items()])
    return float(1 / (1 + np.exp(-x.sum())))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs=4, type=Path)
    parser.add_argument("--precision", type=float, default=0.95)
    given = parser.parse_args()
    learn, hold = slots(*given.sets[:2]), slots(*given.sets[2:])
    print(
        "# What makes something in a sentence the head of an answer, learned by tests/tuning/head_weights.py.", end=" "
    )
    print("kind <TAB> sign (or `least`, the likelihood it takes) <TAB> weight")
    for kind in sorted(learn):
        weights = learned(learn[kind])
        floor = least(hold.get(kind, []), weights, kind in {k.value for k in ALONE}, given.precision)
        print(f"{kind}\tleast\t{floor - 0.001:.3f}")
        for name, weight in weights.items():
            print(f"{kind}\t{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
