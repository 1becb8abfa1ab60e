"""Learn how likely an event is told by its article (rag/understanding/confidence.py), from rows that were judged by reading.

    python -m tests.tuning.confidence_weights PAGES [PAGES ...] [--write]

PAGES are folders of page files, of which those are read that `judged/rows.tsv` names (document, first span, action, and whether
the article tells it). A logistic regression (L2); by tenths of the documents, of which those that share a sentence stay
together, each is judged by weights of the other nine. The figures are of articles all of whose rows were judged: the area under
the curve, then at some likelihoods how many of the rows that are not told are left out, and of those that are. The least
likelihood is the highest at which seven of ten rows that are left out are not told. `--write` puts both into the table.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from rag.ports import NameModel, Tagged
from rag.reading import find_sources, read_page, segment
from rag.records import Layout, Standing
from rag.tables import parse
from rag.understanding import Lexicon, load_name_model, understand
from rag.understanding.confidence import BASE, LEAST, TABLE, row_of, signs
from rag.understanding.rowsigns import Signs
from rag.understanding.story import Story
from rag.understanding.thread import Draft

DATA = Path(__file__).parents[2] / "rag" / "data" / TABLE
JUDGED = Path(__file__).parent / "judged" / "rows.tsv"
DIGEST = "b37c54d4664ed4a3bb5b429f0fab6543daf52d53345208103404c2f49b767e29"
"""SHA-256 of the lines of weights that were written last."""

STRENGTH = 0.15
"""What scikit-learn calls C: the smaller, the nearer the weights stay to nothing."""

RARE = 6
"""Rows that must have a sign for it to get a weight."""

TENTHS, ROUNDS = 10, 6
WANTED = 0.7
"""Share of the rows left out that must not be told. Pages of which nothing was learned are less kind: of 216 rows of 60 articles,
47 of them with a statement that is false, 0.45 left out 3 false and 1 true, 0.60 4 and 3, 0.70 6 and 8, 0.80 13 and 14."""

GRID = tuple(round(0.3 + 0.05 * k, 2) for k in range(13))
WHOLE = "whole"

Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Example:
    """A judged row: its document with all that share a sentence with it, its signs, whether it is told, how it was judged."""

    group: str
    signs: Signs
    told: bool
    how: str


def judged() -> dict[Key, tuple[bool, str]]:
    """What was judged, by document, first span and action."""
    lines = parse(JUDGED.read_text(encoding="utf-8"))
    return {(doc, int(start), int(end), action): (told == "1", how) for doc, start, end, action, told, how in lines}


def examples(folders: Sequence[Path]) -> list[Example]:
    """The judged rows of all pages that are found, each with its signs."""
    labels, names, lexicon = judged(), load_name_model(), Lexicon.load()
    documents = {doc for doc, *_ in labels}
    found: list[tuple[str, str, Signs, bool, str]] = []
    done: set[str] = set()
    for source in (s for folder in folders for s in find_sources([folder])):
        doc = source.name.removesuffix(".txt").rsplit("/", 1)[-1]
        if doc in documents - done:
            done.add(doc)
            layout = segment(read_page(source))
            for key, sentence, own in drafted(layout, doc, names, lexicon):
                if key in labels:
                    found.append((doc, sentence, own, *labels[key]))
    group = together([(doc, sentence) for doc, sentence, *_ in found])
    return [Example(group[doc], own, told, how) for doc, _, own, told, how in found]


def drafted(layout: Layout, doc: str, names: NameModel, lexicon: Lexicon) -> list[tuple[Key, str, Signs]]:
    """Every row of a page before any is left out: its key, its sentence and its signs."""
    found: list[tuple[Key, str, Signs]] = []

    def all_of(
        drafts: Sequence[Draft], tale: Story, words: Mapping[str, Sequence[Tagged]], lexicon: Lexicon
    ) -> tuple[Draft, ...]:
        for draft in drafts:
            if draft.standing is Standing.DONE:
                row = row_of(draft, tale, words, lexicon, drafts)
                span = tale.locate(*draft.spans[0])[0]
                found.append(((doc, span.start, span.end, "、".join(draft.verbs)), row.text, signs(row)))
        return tuple(drafts)

    with patch("rag.understanding.events.sure", all_of):
        understand(layout, names, lexicon)
    return found


def together(rows: Sequence[tuple[str, str]]) -> dict[str, str]:
    """For each document one that stands for all that share a sentence with it, at first or second hand."""
    above = {doc: doc for doc, _ in rows}

    def top(doc: str) -> str:
        while above[doc] != doc:
            doc = above[doc]
        return doc

    first: dict[str, str] = {}
    for doc, sentence in rows:
        above[top(doc)] = top(first.setdefault(sentence, doc))
    return {doc: top(doc) for doc in above}


def matrix(given: Sequence[Example], names: Sequence[str]) -> NDArray[np.float64]:
    """The signs of each row, shape (rows, names)."""
    return np.array([[e.signs.get(name, 0.0) for name in names] for e in given])


def fitted(x: NDArray[np.float64], told: NDArray[np.bool_]) -> LogisticRegression:
    """The regression."""
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(x, told)


def tenth(group: str, number: int) -> int:
    """Which tenth a group of documents is in, in one of several ways to part them."""
    return hashlib.sha1(f"{number} {group}".encode()).digest()[0] % TENTHS


def by_others(given: Sequence[Example], x: NDArray[np.float64]) -> NDArray[np.float64]:
    """The likelihood of each row by the weights that the other tenths give, the mean of several ways to part them."""
    told = np.array([e.told for e in given])
    found = np.zeros((ROUNDS, len(given)))
    for number in range(ROUNDS):
        part = np.array([tenth(e.group, number) for e in given])
        for k in range(TENTHS):
            own = part == k
            if own.any():
                found[number, own] = fitted(x[~own], told[~own]).predict_proba(x[own])[:, 1]
    return found.mean(axis=0)


def left_out(likely: NDArray[np.float64], told: NDArray[np.bool_], least: float) -> tuple[int, int]:
    """How many rows below a likelihood are not told, and how many are."""
    below = likely < least
    return int((below & ~told).sum()), int((below & told).sum())


def least_of(likely: NDArray[np.float64], told: NDArray[np.bool_]) -> float:
    """The highest likelihood of the grid at which enough of what is left out is not told."""
    enough = (least for least in GRID if (n := left_out(likely, told, least)) and sum(n) and n[0] >= WANTED * sum(n))
    return max(enough, default=0.0)


def table(names: Sequence[str], model: LogisticRegression, least: float) -> str:
    """The lines of the table."""
    weights = zip(names, model.coef_[0], strict=True)
    lines = [f"{BASE}\t{model.intercept_[0]:.3f}", f"{LEAST}\t{least:.2f}"]
    return "\n".join([*lines, *(f"{name}\t{weight:.3f}" for name, weight in weights)]) + "\n"


def main(argv: list[str]) -> None:
    """Print the figures; write the table if asked."""
    given = examples([Path(arg) for arg in argv if not arg.startswith("--")])
    counts = Counter(name for e in given for name in e.signs)
    names = sorted(name for name, n in counts.items() if n >= RARE)
    x, told = matrix(given, names), np.array([e.told for e in given])
    whole = np.array([e.how == WHOLE for e in given])
    likely = by_others(given, x)
    print(len(given), "rows,", len(names), "signs,", dict(Counter((e.how, e.told) for e in given)))
    print(f"area {roc_auc_score(told[whole], likely[whole]):.3f}")
    for least in GRID:
        no, yes = left_out(likely[whole], told[whole], least)
        print(f"{least:.2f}: left out {no}/{(whole & ~told).sum()} not told, {yes}/{(whole & told).sum()} told")
    written = table(names, fitted(x, told), least_of(likely[whole], told[whole]))
    print(written.splitlines()[1], hashlib.sha256(written.encode()).hexdigest())
    if "--write" in argv:
        head = [line for line in DATA.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        DATA.write_text("\n".join([*head, written]), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
