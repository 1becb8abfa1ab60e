"""Learn how much each sign of an article counts, from questions whose article is known.

    python -m tests.tuning.screening_weights SET=INDEX[=SHARE] [SET=INDEX[=SHARE] ...] [--every N] [--write]

SET is a folder with queries.jsonl and qrels.tsv, or a file of gold questions with their evidence; INDEX an index of its
documents, each a page DOCUMENT.txt or PREFIX-DOCUMENT.txt; SHARE what it counts beside the others, 1 if not given. The
weights in use come of 16 for news in a crowd, 3.5 for paragraphs in both languages and 1 for each file of gold questions.

Listwise: the weights make the right article likeliest among all that were screened (softmax). Halves by document: each
is judged by weights learned from the other half, which is the figure to believe. `--every N` takes every Nth question;
`--write` puts the weights of all questions into rag/data/screening.tsv.
"""

from __future__ import annotations

import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rag.asked import Asks, Language
from rag.asking import turn
from rag.asking.assistant import Assistant
from rag.asking.retrieval.retrieve import look
from rag.asking.retrieval.screen import COLUMNS, Signs
from rag.config import Config
from rag.evaluating.golden import Evidence, read_questions
from rag.evaluating.retrieval import read_set
from rag.evaluating.wording import squash
from rag.indexing.skim import Skimmed
from rag.tables import rows

TABLE = Path(__file__).parents[2] / "rag" / "data" / "screening.tsv"
NAMES = tuple(f.name for f in fields(Signs))
LEARNED = tuple(n for n in NAMES if n != "within")
"""The questions are asked without a turn before, so that the weight of one stays what it is."""
PULL = 2e-4
"""Strength of the pull towards 0, per squared unit and question: only to keep the figures finite."""
OWN = {Language.ZH: 0.9, Language.EN: 1.0}
"""Share of the questions in the weights' own language. A tenth of English ones keep the news from bending the Chinese
weights far; Chinese questions cost the English weights two in a thousand among the first five."""
CUTS = (1, 5, 8)
SAME = 12
"""Characters that make two pieces of a page the same; a quotation may run over the end of an article's sentence."""


@dataclass(frozen=True, slots=True)
class Example:
    """The signs of every article screened for a question, which of them is right, and which half it belongs to."""

    group: str
    language: str
    signs: NDArray[np.float64]
    right: NDArray[np.bool_]
    half: int
    share: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, which articles answer it, and the document that decides its half."""

    lang: str
    question: str
    right: Callable[[Skimmed], bool]
    document: str


def examples(source: Path, index: Path, share: float, every: int) -> list[Example]:
    """One for each question of the set or file."""
    found = []
    with Assistant.open(Config(index=index)) as assistant:
        for asked in (gold_of(source) if source.is_file() else set_of(source))[::every]:
            with assistant._live.view() as view:
                query = turn.understood(view, asked.question)
                seen = look(query, turn.about(view, query), view.indexes)
            signs = np.array([astuple(p.signs) for p in seen.articles])
            right = np.array([asked.right(p.article) for p in seen.articles], dtype=bool)
            half = zlib.crc32(asked.document.encode()) % 2
            found.append(Example(f"{source} {asked.lang}", asked.lang, signs, right, half, share))
    return found


def set_of(folder: Path) -> list[Asked]:
    """The questions of a retrieval set: right is every article of a right document."""
    return [
        Asked(w.lang, w.question, lambda article, w=w: w.is_right(article.key[0]), min(w.documents))
        for w in read_set(folder)
    ]


def gold_of(file: Path) -> list[Asked]:
    """Gold questions that one article can answer: right is every article that holds some of the evidence."""
    return [
        Asked(q.lang, q.question, lambda article, q=q: any(_holds(article, e) for e in q.evidence), q.evidence[0].page)
        for q in read_questions(file)
        if q.evidence and not q.history and q.type not in (Asks.TIMELINE, Asks.COUNT)
    ]


def _holds(article: Skimmed, evidence: Evidence) -> bool:
    """Whether it is on the page, in a folder or not, and prints the beginning or the end of what is quoted."""
    name = article.key[0].rpartition("/")[2]
    if evidence.page not in (name, name.partition("-")[2]):
        return False
    text, quote = squash("".join(article.texts)), squash(evidence.quote)
    return quote[:SAME] in text or quote[-SAME:] in text


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
    """What a question counts: the language's own sets OWN together, the other's what is left, each by its share."""
    mine = e.language == language
    sizes = Counter((o.group, o.share) for o in given if (o.language == language) == mine)
    part = e.share / sum(share for _, share in sizes)
    own = OWN[Language(language)]
    return (own if mine else 1 - own) * part / sizes[e.group, e.share]


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
    given = [e for sets in argv if "=" in sets for e in examples(*_given(sets), every)]
    learned = {language: learn(given, language) for language in COLUMNS}
    for group in sorted({(e.group, e.language) for e in given}):
        _tell(group[0], Language(group[1]), given, learned)
    body = ["\t".join((n, *(f"{learned[x][k]:.2f}" for x in COLUMNS))) for k, n in enumerate(NAMES)]
    print("\n".join(body))
    if "--write" in argv:
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8")


def _given(sets: str) -> tuple[Path, Path, float]:
    source, index, *share = sets.split("=")
    return Path(source), Path(index), float(share[0]) if share else 1.0


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
