"""Derive how the reader's opinion and the judge's are put together, and from which on a sentence answers.

    python -m tests.tuning.reranking_weights QUESTIONS.jsonl=INDEX [QUESTIONS.jsonl=INDEX ...] [elsewhere=QUESTIONS.jsonl=INDEX ...]

Questions that the reader did not learn from; behind `elsewhere=` such as were written for other pages, none of which the
index tells: with those the verdict learns what the words of a question count, its other weights kept as they are. Listwise,
as `tests.tuning.ranking_weights`, for the order; a logistic regression (L2) for `verdict.tsv`, with what is refused at some
likelihoods, to choose `least` by. By halves (by document) both are judged by what the other half gives.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from rag.asking.answers.facts import answers_best
from rag.asking.answers.finding import Finding
from rag.asking.assistant import Assistant
from rag.asking.constraints import support, verdict
from rag.asking.matching.types import type_of
from rag.asking.reranking.likeliest import of_any
from rag.asking.reranking.rerank import HEARD
from rag.asking.retrieval.judge import Judged
from rag.config import Config
from rag.records import PassageKind
from rag.tables import rows
from tests.tuning import ranking_weights
from tests.tuning.reranker_examples import is_evidence

DATA = Path(__file__).parents[2] / "rag" / "data"
LEAST = (0.65, 0.7, 0.75, 0.8, 0.83, 0.87)
ELSEWHERE = "elsewhere="


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what speaks for each sentence, shape (s, 3); which are evidence; and what keeps it from being answered."""

    half: int
    answerable: bool
    signs: NDArray[np.float64]
    marks: NDArray[np.bool_]
    weighed: verdict.Weighed
    right: bool


def asked(file: Path, index: Path, *, elsewhere: bool = False) -> list[Asked]:
    """Every question of one part whose sentences are judged."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for line in file.read_text(encoding="utf-8").splitlines():
            question = json.loads(line)
            if elsewhere:
                question |= {"answerable": False, "evidence": []}
            findings = assistant.findings(question["question"], question.get("history") or ())
            if len(findings) == 1 and findings[0].judged:
                found.append(_asked(question, findings[0]))
    return found


def _asked(question: dict[str, Any], finding: Finding) -> Asked:
    query, about, judged = finding.query, finding.about, list(finding.judged)
    best = answers_best(query, judged)
    heard = max((j.answers for j in judged if j.answers is not None), default=HEARD - 1) >= HEARD
    body = [j for j in judged if j.passage.kind is PassageKind.SENTENCE]
    marks = [is_evidence(j.candidate.reading.page, j.passage, question) for j in body]
    lacks = [
        name for name, check in support.CONSTRAINTS.items() if _binds(name, finding) and check(query, about, best).lack
    ]
    lacks += ["beforehand"] if support.beforehand(query, about, judged).lack else []
    document = question.get("doc") or (question["evidence"] or [{"doc": question["id"]}])[0].get("doc", "")
    return Asked(
        hashlib.sha1(document.encode()).digest()[1] % 2,
        question["answerable"],
        np.array([_signs(j, heard) for j in body]).reshape(-1, 3),
        np.array(marks, dtype=bool),
        verdict.Weighed(
            of_any(judged),
            tuple(lacks),
            best.features.said_in_article,
            query.language,
            query.asks,
        ),
        is_evidence(best.candidate.reading.page, best.passage, question),
    )


def _binds(name: str, finding: Finding) -> bool:
    return name not in support._OF_TYPES or name in type_of(finding.query).constraints


def _signs(j: Judged, heard: bool) -> tuple[float, float, float]:
    """(the judge's own score, the reader's log-odds, whether it was not read); the program takes no order from a reader
    that hears no answer, and scores every sentence as one that was not read."""
    kept, learned, unread = (_table()[k] for k in ("judged", "answers", "unread"))
    own = (j.score - learned * (j.answers if heard and j.answers is not None else unread)) / kept
    return own, j.answers or 0.0, float(j.answers is None)


def _table() -> dict[str, float]:
    return {name: float(value) for name, value, *_ in rows("reranking.tsv")}


def learn(given: Sequence[Asked]) -> NDArray[np.float64]:
    """Weights of the three signs that make the evidence likeliest among the sentences in play."""
    usable = [(a.signs, a.marks) for a in given if a.marks.any() and not a.marks.all()]
    return ranking_weights.learn(usable, np.array([1.0, 0.5, -2.0]), strength=0.0)


def first_right(given: Sequence[Asked], weights: NDArray[np.float64]) -> float:
    """Share of questions with evidence in play whose best sentence is evidence."""
    usable = [a for a in given if a.marks.any()]
    return float(np.mean([a.marks[int(np.argmax(a.signs @ weights))] for a in usable]))


def curve(told: Sequence[tuple[float, Asked]]) -> str:
    """Refused of what is not told against refused of what is, and right among those answered, at some limits."""
    lines = []
    for recall in (0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.95):
        no = sorted(o for o, a in told if not a.answerable)
        limit = no[min(int(recall * len(no)), len(no) - 1)]
        yes = [(o, a) for o, a in told if a.answerable]
        lines.append(
            f"{recall}/{np.mean([o <= limit for o, _ in yes]):.3f}/{np.mean([a.right and o > limit for o, a in yes]):.3f}@{limit:.2f}"
        )
    return " ".join(lines)


def weighed(a: Asked) -> bool:
    """Whether nothing keeps the question from being answered but what is weighed."""
    return not set(a.weighed.lacking) - set(support.WORDED)


def verdicts(given: Sequence[Asked]) -> dict[str, float]:
    """The weight of each sign of `rag.asking.constraints.verdict`, but for those of words."""
    learned = [a for a in given if weighed(a)]
    told = [verdict.signs(a.weighed) for a in learned]
    names = [n for n in told[0] if n != "base" and n not in verdict.OF_WORDS]
    model = LogisticRegression(C=0.5, max_iter=5000)
    model.fit([[t[n] for n in names] for t in told], [a.answerable for a in learned])
    return {"base": float(model.intercept_[0])} | dict(zip(names, model.coef_[0].tolist(), strict=True))


def of_words(given: Sequence[Asked], kept: dict[str, float]) -> dict[str, float]:
    """The weights `kept`, and on top of them those of the signs of words, by the same kind of regression."""
    learned = [a for a in given if weighed(a)]
    told = [verdict.signs(a.weighed) for a in learned]
    rest = np.array([sum(kept[n] * v for n, v in t.items() if n not in verdict.OF_WORDS) for t in told])
    values = np.array([[t[n] for n in verdict.OF_WORDS] for t in told])
    answerable = np.array([float(a.answerable) for a in learned])

    def loss(weights: NDArray[np.float64]) -> float:
        odds = rest + values @ weights
        return float(np.sum(np.logaddexp(0, odds) - answerable * odds) + weights @ weights)

    found = minimize(loss, np.zeros(len(verdict.OF_WORDS))).x
    return kept | dict(zip(verdict.OF_WORDS, found.tolist(), strict=True))


def refused(given: Sequence[Asked], halves: Sequence[dict[str, float]], least: float) -> tuple[float, float, float]:
    """Refused of what is not told, of what is, and right answers of what is, each by the weights of the other half."""
    no = [not weighed(a) or _likely(a, halves[1 - a.half]) < least for a in given]
    told = [(n, a) for n, a in zip(no, given, strict=True) if a.answerable]
    untold = [n for n, a in zip(no, given, strict=True) if not a.answerable]
    right = [a.right and not n for n, a in told]
    return _share(untold), _share([n for n, _ in told]), _share(right)


def _share(true: Sequence[bool | float]) -> float:
    return float(np.mean(true)) if true else math.nan


def _likely(a: Asked, weights: dict[str, float]) -> float:
    return float(1 / (1 + np.exp(-sum(weights[n] * v for n, v in verdict.signs(a.weighed).items()))))


def main(argv: list[str]) -> None:
    """Print the figures; write the weights and limits if asked."""
    pairs = [arg.removeprefix(ELSEWHERE) for arg in argv if "=" in arg]
    apart = {arg.removeprefix(ELSEWHERE) for arg in argv if arg.startswith(ELSEWHERE)}
    read = {pair: asked(*map(Path, pair.split("=")), elsewhere=pair in apart) for pair in pairs}
    sets = {pair: own for pair, own in read.items() if pair not in apart}
    given = [a for own in sets.values() for a in own]
    names = sorted({n for a in given for n in a.weighed.lacking})
    for pair, own in sets.items():
        halves = [[a for a in own if a.half == h] for h in (0, 1)]
        rest = [a for p, o in sets.items() if p != pair for a in o]
        print(pair.split("/")[-1], len(own))
        for name, weights in (
            ("judge", np.array([1.0, 0.0, 0.0])),
            ("reader", np.array([0.0, 1.0, -9.0])),
            ("both", learn(given)),
        ):
            print(f"  first right, {name}: {first_right(own, weights):.3f}")
        print(
            "  both by halves",
            [round(first_right(h, learn([*rest, *o])), 3) for h, o in zip(halves, halves[::-1], strict=True)],
        )
        rules = [(-float(bool(a.weighed.lacking)), a) for a in own]
        print(
            "  rules alone",
            np.mean([o < 0 for o, a in rules if not a.answerable]),
            np.mean([o < 0 for o, a in rules if a.answerable]),
        )
        print("  reader alone ", curve([(a.weighed.opinion, a) for a in own]))
        for n in names:
            with_it = [a for a in own if n in a.weighed.lacking]
            if with_it:
                print(
                    f"    {n}: of {len(with_it)}, told {np.mean([a.answerable for a in with_it]):.2f}; alone {sum(len(a.weighed.lacking) == 1 for a in with_it)}, told {np.mean([a.answerable for a in with_it if len(a.weighed.lacking) == 1] or [np.nan]):.2f}"
                )
    print("judged {:.3f} answers {:.3f} unread {:.3f}".format(*learn(given)))
    everything = [a for own in read.values() for a in own]
    table = verdict._table()

    def learned(some: Sequence[Asked]) -> dict[str, float]:
        return of_words(some, table if apart else table | verdicts(some))

    by_half = [learned([a for a in everything if a.half == h]) for h in (0, 1)]
    for pair, own in read.items():
        told = (f"{x}: " + " ".join(f"{f:.3f}" for f in refused(own, by_half, x)) for x in LEAST)
        print(pair.split("/")[-1], "refused untold, told, right at", " | ".join(told))
    print("\n".join(f"{name}\t{weight:.3f}" for name, weight in learned(everything).items()))


if __name__ == "__main__":
    main(sys.argv[1:])
