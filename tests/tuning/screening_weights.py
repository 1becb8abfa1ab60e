"""Learn how much each sign of an article counts, from questions whose article is known.

    python -m tests.tuning.screening_weights SET=INDEX [SET=INDEX ...] [--every N] [--write]

SET is a folder with queries.jsonl and qrels.tsv, INDEX an index of its documents, each a page DOCUMENT.txt or
PREFIX-DOCUMENT.txt. Listwise: the weights make the right article likeliest among all that were screened (softmax).
Halves by document: each is judged by weights learned from the other half, which is the figure to believe. `--every N`
takes every Nth question; `--write` puts the weights of all questions into rag/data/screening.tsv.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rag.asking import turn
from rag.asking.assistant import Assistant
from rag.asking.retrieve import look
from rag.asking.screen import COLUMNS, Signs
from rag.config import Config
from rag.evaluating.retrieval import read_set
from rag.records import Language
from rag.tables import rows

TABLE = Path(__file__).parents[2] / "rag" / "data" / "screening.tsv"
NAMES = tuple(f.name for f in fields(Signs))
LEARNED = tuple(n for n in NAMES if n not in ("named", "within"))
"""The sets name no officials and hold no follow-ups: these two keep the weights they have."""
PULL = 2e-4
"""Strength of the pull towards 0, per squared unit and question: only to keep the figures finite."""
OWN = 0.9
"""Share of the questions in the weights' own language; the others keep few questions from bending a weight far."""
CUTS = (1, 5, 8)


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of every article screened for a question, which of them is right, and which half it belongs to."""

    group: str
    language: str
    signs: NDArray[np.float64]
    right: NDArray[np.bool_]
    half: int


def examples(folder: Path, index: Path, every: int) -> list[Example]:
    """One for each question of the set."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for wanted in read_set(folder)[::every]:
            with assistant._live.view() as view:
                query = turn.understood(view, wanted.question)
                seen = look(query, turn.about(view, query), view.indexes)
            signs = np.array([astuple(p.signs) for p in seen.articles])
            right = np.array([wanted.is_right(p.article.key[0]) for p in seen.articles], dtype=bool)
            half = zlib.crc32(min(wanted.documents).encode()) % 2
            found.append(Example(f"{folder.name} {wanted.lang}", wanted.lang, signs, right, half))
    return found


def learn(given: Sequence[Example], language: str) -> NDArray[np.float64]:
    """Weights that minimise the mean negative log-probability of the right article plus the pull."""
    usable = [(e.signs, e.right, _share(e, given, language)) for e in given if e.right.any()]
    start, free = _in_use(language), np.array([n in LEARNED for n in NAMES])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = 0.0, np.zeros_like(weights)
        for x, right, share in usable:
            scores = x @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            q = p * right / p[right].sum()
            total -= share * float(np.log(p[right].sum()))
            slope += share * ((p - q) @ x)
        pull = weights * free
        return total + PULL * float(pull @ pull), (slope + 2 * PULL * pull) * free

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def _share(e: Example, given: Sequence[Example], language: str) -> float:
    """What a question counts: the language's own sets OWN together, the other's what is left, all sets alike."""
    mine = e.language == language
    same = {o.group for o in given if (o.language == language) == mine}
    return (OWN if mine else 1 - OWN) / len(same) / sum(o.group == e.group for o in given)


def _in_use(language: str) -> NDArray[np.float64]:
    table = {name: [float(w) for w in weights] for name, *weights in rows("screening.tsv")}
    return np.array([table[n][COLUMNS.index(Language(language))] for n in NAMES])


def hits(given: Sequence[Example], weights: NDArray[np.float64]) -> list[float]:
    """Share of questions whose right article is among the first 1, 5 and 8."""
    ranks = [_rank(e, weights) for e in given]
    return [sum(rank < cut for rank in ranks) / max(len(ranks), 1) for cut in CUTS]


def _rank(e: Example, weights: NDArray[np.float64]) -> int:
    if not e.right.any():
        return sys.maxsize
    scores = e.signs @ weights
    return int((scores > scores[e.right].max()).sum())


def main(argv: list[str]) -> None:
    """Print the figures of each group in use, learned from the other half, learned from all; write if asked."""
    every = int(argv[argv.index("--every") + 1]) if "--every" in argv else 1
    pairs = [Path(pair) for pair in argv if "=" in pair]
    given = [e for pair in pairs for e in examples(*map(Path, str(pair).split("=")), every)]  # type: ignore[arg-type]
    learned = {language: learn(given, language) for language in COLUMNS}
    for group in sorted({(e.group, e.language) for e in given}):
        _tell(group[0], Language(group[1]), given, learned)
    body = ["\t".join((n, *(f"{learned[x][k]:.2f}" for x in COLUMNS))) for k, n in enumerate(NAMES)]
    print("\n".join(body))
    if "--write" in argv:
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


def _tell(
    group: str, language: Language, given: Sequence[Example], learned: dict[Language, NDArray[np.float64]]
) -> None:
    own = [e for e in given if e.group == group]
    print(f"{group} n={len(own)} in play {np.mean([e.right.any() for e in own]):.3f}; first {CUTS}")
    halves = [[e for e in own if e.half == half] for half in (0, 1)]
    by_half = [learn([e for e in given if e.half != half], language) for half in (0, 1)]
    held_out = sum(len(h) * np.array(hits(h, w)) for h, w in zip(halves, by_half, strict=True)) / len(own)
    figures = {"in use": hits(own, _in_use(language)), "held out": held_out, "from all": hits(own, learned[language])}
    for name, values in figures.items():
        print(f"  {name:9}" + "".join(f"{v:8.4f}" for v in values))


if __name__ == "__main__":
    main(sys.argv[1:])
