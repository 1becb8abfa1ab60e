"""Pages with known truth, composed from real articles by ../shared/tools/compose_pages.py.

Articles are kept apart by purpose: those of the bench pages are never composed anew, and of the rest two fifths are
held out, so that weights are never derived from an article they are judged on.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from rag.reading.affinity import cosines

HELD_OUT = 2
"""Of every five articles."""

ARTICLES = (4, 8)
"""How many a page holds, least and most; as on the bench pages."""

STACKED = 0.6
"""Share of the headlines with a space that are broken into two lines there, as real pages print them."""

SCRAPS = 0.15
"""Share of the articles of which nothing is left of the lead but the end of its last sentence."""

SCRAP = 6
"""Characters that are left at least."""

Row = dict[str, Any]
Span = tuple[int, int]
Pairs = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """One article of a composed page: where its headlines, its body and what repeats it stand."""

    titles: Pairs
    body: Pairs
    duplicates: Pairs


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed page's text, and its articles."""

    text: str
    articles: tuple[Truth, ...]


def rows(shared: Path, *, held_out: bool) -> list[Row]:
    """Articles to compose from: the held out ones, or the others."""
    bench = shared / "bench"
    seen = {a["titles"][0] for a in _jsonl(bench / "composed" / "articles.jsonl")}
    found = [r for name in ("localgov", "crud_news") for r in _jsonl(bench / name / "corpus.jsonl")]
    fit = [r for r in found if 6 <= len(r.get("title") or "") <= 40 and 200 <= len(r["text"]) <= 1500]
    return [r for r in fit if r["title"].strip() not in seen and _is_held_out(r["id"]) == held_out]


def pages(shared: Path, pool: list[Row], seed: int, *, alike: bool = False) -> Iterator[Composed]:
    """Every article of the pool once, on pages of several, with the defects the seed draws.

    `alike` puts articles of one subject on a page, as a local paper's front page does: they are harder to tell apart.
    """
    composer, rng = load_composer(shared), random.Random(seed)
    left = _by_subject(pool, rng) if alike else rng.sample(pool, len(pool))
    while len(left) >= ARTICLES[1]:
        taken = [left.pop() for _ in range(rng.randint(*ARTICLES))]
        text, gold = composer.compose(taken, "page.txt", rng)
        yield Composed(text, tuple(_truth(a) for a in gold))


def _by_subject(pool: list[Row], rng: random.Random) -> list[Row]:
    """The articles in an order in which each is followed by the one most like it of those that are left."""
    likeness = cosines([r["title"] + r["text"] for r in pool])
    at, order, left = rng.randrange(len(pool)), list[int](), set(range(len(pool)))
    while left:
        left.discard(at)
        order.append(at)
        at = max(left, key=lambda i: likeness[order[-1], i], default=0)
    return [pool[i] for i in order]


def real_pages(shared: Path) -> Iterator[Composed]:
    """The annotated real pages."""
    by_page: dict[str, list[Row]] = {}
    for article in _jsonl(shared / "gold" / "seeds" / "articles.jsonl"):
        if article["kind"] == "article":
            by_page.setdefault(article["page"], []).append(article)
    for name, articles in by_page.items():
        with (shared / "seeds" / name).open(encoding="utf-8", newline="") as page:
            yield Composed(page.read(), tuple(_truth(a) for a in articles))


def worn(page: Composed, rng: random.Random) -> Composed:
    """The same page with defects of real pages that the composer does not make; offsets stay.

    Some headlines are broken into a main headline and a subtitle; some leads are lost but for their last words.
    """
    letters, articles = list(page.text), []
    for article in page.articles:
        titles = tuple(piece for span in article.titles for piece in _stacked(page.text, letters, span, rng))
        first = _scrap(page.text, letters, article.body[0], rng)
        articles.append(replace(article, titles=titles, body=(first, *article.body[1:])))
    return Composed("".join(letters), tuple(articles))


def _stacked(text: str, letters: list[str], span: Span, rng: random.Random) -> list[Span]:
    start, end = span
    at = text.find(" ", start + 4, end - 4)
    if at < 0 or rng.random() > STACKED:
        return [span]
    letters[at] = "\n"
    return [(start, at), (at + 1, end)]


def _scrap(text: str, letters: list[str], span: Span, rng: random.Random) -> Span:
    start, end = span
    at = max(text.rfind(mark, start, end - SCRAP) for mark in "，。") + 1
    if not at or rng.random() > SCRAPS:
        return span
    letters[start:at] = "\n" * (at - start)
    return at, end


def _truth(article: Row) -> Truth:
    def spans(key: str) -> Pairs:
        return tuple((s, e) for s, e in article.get(key, ()))

    return Truth(spans("title_spans"), spans("body_spans"), spans("duplicate_spans"))


def _is_held_out(name: str) -> bool:
    return hashlib.sha256(name.encode()).digest()[0] % 5 < HELD_OUT


def _jsonl(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load_composer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("compose_pages", shared / "tools" / "compose_pages.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError("compose_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
