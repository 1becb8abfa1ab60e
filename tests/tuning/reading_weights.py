"""Derive rag/data/reading_weights.tsv: python -m tests.tuning.reading_weights [--shared ../shared]

Headline weights come from a logistic regression on the short lines of composed pages. Link weights come from an
averaged structured perceptron: the page is taken apart with the weights of the moment, and every link that is wrong
gives its features less weight, every link that is missed more (with a margin, so that links win clearly).
Real pages' repetitions are left out first, as reading does.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from rag.reading.affinity import Square
from rag.reading.blocks import Block, find_blocks
from rag.reading.chains import best_links
from rag.reading.headlines import LONGEST, headline_features
from rag.reading.links import NEVER, Features, link_features, weigh
from tests.conftest import SHARED
from tests.tuning.composed import Composed, Pairs, pages, real_pages, rows, worn

SEEDS = (1, 2, 3, 4, 5)
"""Each composes every article of the pool once, with other neighbours and defects."""

REAL = 6
"""How often each annotated real page is seen for every time that a composed one is: there are only a few."""

ROUNDS = 8
MARGIN = 1.0
DECAY = 0.9995
"""Of all weights at each page: features that hardly matter end near zero."""

TARGET = Path(__file__).resolve().parents[2] / "rag" / "data" / "reading_weights.tsv"

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Example:
    """A page's observed features and its true links."""

    features: Features
    links: frozenset[tuple[int, int]]


def main() -> None:
    """Derive the weights and write them where the package reads them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    shared = parser.parse_args().shared
    rng = random.Random(0)
    pool = rows(shared, held_out=False)
    real = list(real_pages(shared)) * REAL
    composed = [page for seed in SEEDS for alike in (False, True) for page in pages(shared, pool, seed, alike=alike)]
    examples = [example(page) for page in real] + [example(worn(page, rng)) for page in composed]
    found = {"headline": headline_weights(real + composed)} | link_weights(examples, rng)
    lines = [f"{group}\t{name}\t{value:.2f}\n" for group, names in found.items() for name, value in names.items()]
    comment = TARGET.read_text(encoding="utf-8").splitlines(keepends=True)[0]
    TARGET.write_text(comment + "".join(lines), encoding="utf-8")


def headline_weights(composed: list[Composed]) -> dict[str, float]:
    """Weights that tell a headline from other short lines."""
    from sklearn.linear_model import LogisticRegression

    observed, truth = zip(*(pair for page in composed for pair in _short_lines(page)), strict=True)
    names = list(observed[0])
    table = np.array([[row[name] for name in names] for row in observed])
    fitted = LogisticRegression(max_iter=5000, fit_intercept=False).fit(table, np.array(truth))
    return dict(zip(names, map(float, fitted.coef_[0]), strict=True))


def _short_lines(page: Composed) -> Iterator[tuple[dict[str, float], bool]]:
    titles = _starts(page, "titles")
    known = titles | _starts(page, "body") | _starts(page, "duplicates")
    blocks = [b for b in find_blocks(page.text) if _at(page, b) in known]
    wording = "\n".join(b.text for b in blocks)
    padded = [None, *blocks, None]
    for before, block, after in zip(padded, blocks, padded[2:], strict=False):
        if len(block.text) <= LONGEST:
            yield headline_features(before, block, after, wording), _at(page, block) in titles


def example(page: Composed) -> Example:
    """Features and true links of a page, without what is repeated and without the masthead."""
    known = _starts(page, "titles") | _starts(page, "body")
    blocks = [b for b in find_blocks(page.text) if _at(page, b) in known]
    number = {_at(page, b): k for k, b in enumerate(blocks)}
    titles = _starts(page, "titles")
    heads = {number[s] for s in titles if s in number}
    links: set[tuple[int, int]] = set()
    for article in page.articles:
        chain = [number[s] for pairs in (article.titles, article.body) for s in _visible(page, pairs) if s in number]
        links |= {(a, b) for a, b in pairwise(chain) if a < b or a in heads}
    return Example(link_features(blocks, [_at(page, b) in titles for b in blocks]), frozenset(links))


def link_weights(examples: list[Example], rng: random.Random) -> Weights:
    """Weights under which the best links of a page are the true ones."""
    weights: dict[str, dict[str, float]] = {k: dict.fromkeys(f, 0.0) for k, f in examples[0].features.items()}
    total: dict[str, defaultdict[str, float]] = {k: defaultdict(float) for k in weights}
    for turn in range(ROUNDS):
        rng.shuffle(examples)
        for each in examples:
            _learn(weights, each, 1 / (1 + turn / 2))
            for kind, names in weights.items():
                for name in names:
                    names[name] *= DECAY
                    total[kind][name] += names[name]
    return {k: {n: v / (ROUNDS * len(examples)) for n, v in names.items()} for k, names in total.items()}


def _learn(weights: Weights, example: Example, step: float) -> None:
    wanted = example.links
    found = set(best_links(_with_margin(weigh(example.features, weights), wanted)))
    for pairs, change in ((wanted - found, step), (found - wanted, -step)):
        for kind, features in example.features.items():
            mine = [p for p in pairs if features["bias"][p] > 0]
            for name, square in features.items():
                weights[kind][name] += change * float(sum(square[p] for p in mine))


def _with_margin(scores: Square, wanted: frozenset[tuple[int, int]]) -> Square:
    raised = np.where(scores > NEVER, scores + MARGIN, scores)
    for pair in wanted:
        raised[pair] = scores[pair] - MARGIN
    return raised


def _visible(page: Composed, pairs: Pairs) -> list[int]:
    """Where the first visible character of each piece stands."""
    return [s + len(page.text[s:e]) - len(page.text[s:e].lstrip()) for s, e in pairs]


def _starts(page: Composed, what: str) -> set[int]:
    return {s for article in page.articles for s in _visible(page, getattr(article, what))}


def _at(page: Composed, block: Block) -> int:
    return _visible(page, ((block.start, block.spans[-1].end),))[0]


if __name__ == "__main__":
    main()
