"""Layouts of the annotated pages beside the checkout: articles as their gold says, so that only understanding counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from rag.records import Article, Event, Layout, Page, Span, Standing

_FIRST_LINE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s*\n")
_MASTHEAD = re.compile(r"(20\d\d)\.(\d{1,2})\.(\d{1,2})")
_MASTHEAD_REACH = 400


def seeds(shared: Path) -> Iterator[Layout]:
    """The three annotated newspaper pages."""
    rows = _rows(shared / "gold/seeds/articles.jsonl")
    for name, group in groupby(rows, key=lambda a: a["page"]):
        page = _page(shared / "seeds" / name, _MASTHEAD, _MASTHEAD_REACH)
        articles = [a for a in group if a["kind"] != "furniture"]
        yield Layout(page, tuple(_article(page, k, a) for k, a in enumerate(articles, 1)))


def localgov(shared: Path) -> Iterator[Layout]:
    """The annotated articles on local officials."""
    return _articles(shared / "bench/localgov/pages")


def everyday(shared: Path) -> Iterator[Layout]:
    """The annotated articles asked about in everyday words."""
    return _articles(shared / "bench/everyday/pages")


def _articles(folder: Path) -> Iterator[Layout]:
    """Articles of a folder, one a page; the first line is the day it was published."""
    for path in sorted(folder.glob("*.txt")):
        page = _page(path, _FIRST_LINE, 20)
        start = page.text.index("\n") + 1 if page.issued else 0
        lines = re.finditer(r"[^\n]*\S[^\n]*", page.text[start:])
        paragraphs = tuple((Span(start + m.start(), start + m.end()),) for m in lines)
        yield Layout(page, (Article(page.name, 1, paragraphs=paragraphs),))


def line(event: Event) -> dict[str, object]:
    """An event as the contract writes it."""
    return {
        "page": event.page,
        "date": event.when.value,
        "actors": [{"name": p.name, "role": p.role} for p in event.actors],
        "action": event.action,
        "action_type": event.activity.value,
        "target": event.target,
        "places": list(event.places),
        "participants": [{"name": p.name, "role": p.role} for p in (*event.participants, *event.met)],
        "spans": [[s.start, s.end] for s in event.spans],
    }


def counted(events: tuple[Event, ...]) -> list[dict[str, object]]:
    """The lines of the events reported as done."""
    return [line(e) for e in events if e.standing is Standing.DONE]


def _page(path: Path, dated: re.Pattern[str], reach: int) -> Page:
    with path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    match = dated.search(text[:reach])
    issued = "{:0>4}-{:0>2}-{:0>2}".format(*match.groups()) if match else None
    return Page(path.name, text, "", issued=issued)


def _article(page: Page, number: int, gold: dict[str, list[list[int]]]) -> Article:
    """The gold article; a column that ends within a sentence goes on in the next one."""
    paragraphs: list[list[Span]] = [[]]
    for start, end in gold["body_spans"]:
        paragraphs[-1].append(Span(start, end))
        if page.text[end - 1] in "。！？”…）)":
            paragraphs.append([])
    titles = tuple((Span(s, e),) for s, e in gold["title_spans"])
    return Article(page.name, number, tuple(map(str, gold["titles"])), titles, tuple(tuple(p) for p in paragraphs if p))


def _rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
