"""Learn what makes a slot a head, and how likely one must be: prints `rag/data/head_weights.tsv`.

    python -m tests.tuning.head_weights QUESTIONS.jsonl=INDEX [QUESTIONS.jsonl=INDEX ...] [--false 0.01] [--right 0.97]

Questions that the reader did not learn from, with an `answer` in words and perhaps `atoms`, as gold questions have them;
a slot is right where its value stands in one of them. Weights are those of a logistic regression (L2) on the signs of
all slots that nothing speaks against. The likelihood from which on a head is stated is the least at which that share of
heads is right and no more than that share of all questions gets a false one, each half of the documents judged by the
weights of the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from rag import Assistant, Config
from rag.answered import HeadKind
from rag.asking.heads.licence import Licensed, allowed, chosen, many
from rag.asking.heads.signs import Signs
from rag.evaluating.stated import FACTS, JUDGED
from tests.tuning.truth import is_true

STRENGTH = 1.0
"""Inverse of the regularisation; 0.1 to 5 differ by one question in a hundred."""

SIGNS = (
    *(kind.value for kind in HeadKind),
    *("marked", "ahead", "behind", "answers", "likely", "gap", "said_near", "in_clause"),
)
"""What is weighed; the other signs bar a slot. Signs of how the clause tells it (who acts, which unit, whose day) were weighed
too: over pages that the weights had not seen they lose more than they gain."""

LIMITS = tuple(round(0.3 + 0.01 * k, 2) for k in range(66))


@dataclass(frozen=True, slots=True)
class Seen:
    """A slot of a question as it would be stated, its signs, and whether it is right."""

    licensed: Licensed
    signs: Signs
    right: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its slots; `half` by its document, `fact` whether one value answers it and the pages tell it."""

    half: int
    fact: bool
    asked: int
    seen: tuple[Seen, ...]


def asked(questions: Path, index: Path) -> list[Asked]:
    """Every question of which heads are judged; without slots where it is refused."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for question in map(json.loads, questions.read_text("utf-8").splitlines()):
            if question["type"] not in JUDGED:
                continue
            finding = assistant.findings(question["question"], question.get("history") or [])[0]
            truth = "|".join([question["answer"] or "", *(w for atom in question.get("atoms", []) for w in atom)])
            slots = allowed(finding.query, finding.about, finding.judged) if finding.tells else ()
            seen = tuple(
                Seen(Licensed(slot, j, 0.0), signs, question["answerable"] and is_true(slot.value, truth))
                for slot, j, signs in slots
            )
            evidence = (question["evidence"] or [{}])[0]
            document = str(evidence.get("doc") or evidence.get("page") or question["id"])
            half = hashlib.sha1(document.encode()).digest()[1] % 2
            fact = question["answerable"] and question["type"] in FACTS
            found.append(Asked(half, fact, many(finding.query), seen))
    return found


def learned(given: Sequence[Asked]) -> dict[str, float]:
    """The weight of each sign, and of what all slots have."""
    slots = [s for a in given for s in a.seen]
    x = np.array([[s.signs.get(n, 0.0) for n in SIGNS] for s in slots])
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(x / scale, [s.right for s in slots])
    weights = dict(zip(SIGNS, (model.coef_[0] / scale).tolist(), strict=True))
    return weights | {kind.value: weights[kind.value] + float(model.intercept_[0]) for kind in HeadKind}


def stated(a: Asked, weights: dict[str, float], limit: float) -> list[bool]:
    """Whether each head that is stated is right."""
    likely = [replace(s.licensed, likelihood=_likelihood(s.signs, weights)) for s in a.seen]
    right = {id(f): s.right for f, s in zip(likely, a.seen, strict=True)}
    return [right[id(f)] for f in chosen(likely, limit, a.asked)]


def figures(given: Sequence[Asked], weights: Sequence[dict[str, float]], limit: float) -> tuple[float, float, float]:
    """(share of heads that are right, of questions with a false one, of facts with right ones alone), by halves."""
    heads = [(a, stated(a, weights[a.half], limit)) for a in given]
    every = [right for _, own in heads for right in own]
    facts = [bool(own) and all(own) for a, own in heads if a.fact]
    return float(np.mean(every or [1.0])), float(np.mean([not all(own) for _, own in heads])), float(np.mean(facts))


def _likelihood(signs: Signs, weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(w * signs.get(n, 0.0) for n, w in weights.items()))))


def main() -> None:
    """Print the table; on the error stream the figures at some limits."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--false", type=float, default=0.01)
    parser.add_argument("--right", type=float, default=0.97)
    given = parser.parse_args()
    sets = {pair: asked(*map(Path, pair.split("="))) for pair in given.sets}
    every = [a for own in sets.values() for a in own]
    halves = [learned([a for a in every if a.half != h]) for h in (0, 1)]
    at = {x: figures(every, halves, x) for x in LIMITS}
    limit = next((x for x in LIMITS if at[x][0] >= given.right and at[x][1] <= given.false), 1.0)
    for pair, own in {"all": every, **sets}.items():
        shown = (limit, *LIMITS[::10])
        told = " | ".join(f"{x}: {p:.3f} {f:.4f} {r:.3f}" for x in shown for p, f, r in [figures(own, halves, x)])
        print(pair.split("/")[-1], "right, false, facts at", told, file=sys.stderr)
    print(
        "# What makes something in a sentence the head of an answer, learned by tests/tuning/head_weights.py.", end=" "
    )
    print("sign (or `least`, the likelihood it takes) <TAB> weight")
    for name, weight in {"least": limit, **learned(every)}.items():
        print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
