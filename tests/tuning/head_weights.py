"""Learn what makes a slot a head, and how likely one must be: prints `rag/data/head_weights.tsv`.

    python -m tests.tuning.head_weights QUESTIONS.jsonl=INDEX [QUESTIONS.jsonl=INDEX ...] [--false 0.01] [--right 0.97]

Questions that the reader did not learn from, with an `answer` in words and perhaps `atoms`, as gold questions have them;
what is told in one breath is right where each of its values stands in one of them. Weights are those of a logistic
regression (L2) on the signs of all that nothing speaks against. The likelihood from which on a head is stated is the least at which that share of
heads is right and no more than that share of all questions gets a false one, each half of the documents judged by the
weights of the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from rag import Assistant, Config
from rag.asked import Frame
from rag.asking.answers.heads import stated as value_of
from rag.asking.heads.licence import Offer, chosen, offered
from rag.asking.heads.signs import ALWAYS, Signs
from rag.evaluating.stated import FACTS, JUDGED
from tests.tuning.truth import is_true

STRENGTH = 0.3
"""Inverse of the regularisation; 0.1 to 1 differ by less than one question in a hundred."""

LIMITS = tuple(round(0.3 + 0.02 * k, 2) for k in range(34))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what may be stated for it and which of that is right; `half` by its document, `fact` whether one value
    answers it and the pages tell it."""

    half: int
    fact: bool
    frame: Frame
    offers: tuple[Offer, ...]
    right: tuple[bool, ...]


def asked(questions: Path, index: Path) -> list[Asked]:
    """Every question of which heads are judged; without offers where it is refused."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for question in map(json.loads, questions.read_text("utf-8").splitlines()):
            if question["type"] not in JUDGED:
                continue
            finding = assistant.findings(question["question"], question.get("history") or [])[0]
            truth = "|".join([question["answer"] or "", *(w for atom in question.get("atoms", []) for w in atom)])
            offers = tuple(offered(finding.query, finding.about, finding.judged) if finding.tells else ())
            right = tuple(question["answerable"] and all(is_true(value_of(s), truth) for s in o.run) for o in offers)
            evidence = (question["evidence"] or [{}])[0]
            document = str(evidence.get("doc") or evidence.get("page") or question["id"])
            half = hashlib.sha1(document.encode()).digest()[1] % 2
            fact = question["answerable"] and question["type"] in FACTS
            found.append(Asked(half, fact, finding.query, offers, right))
    return found


def learned(given: Sequence[Asked]) -> dict[str, float]:
    """The weight of each sign; of what is always there a share in each kind of slot."""
    offers = [(o, right) for a in given for o, right in zip(a.offers, a.right, strict=True)]
    names = sorted({name for o, _ in offers for name in o.signs})
    x = np.array([[o.signs.get(n, 0.0) for n in names] for o, _ in offers])
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(x / scale, [right for _, right in offers])
    weights = dict(zip(names, (model.coef_[0] / scale).tolist(), strict=True))
    return weights | {ALWAYS: float(model.intercept_[0])}


def stated(a: Asked, weights: dict[str, float], limit: float) -> list[bool]:
    """Whether each head that is stated is right."""
    told = chosen(a.frame, a.offers, [_likelihood(o.signs, weights) for o in a.offers], limit)
    right = {id(o): r for o, r in zip(a.offers, a.right, strict=True)}
    return [right[id(o)] for o in told for _ in o.run]


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
        shown = (limit, *LIMITS[::5])
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
