"""Page -> Layout: which lines of a page belong together, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.reading.articles import tell_apart
from rag.reading.blocks import Block, find_blocks, without
from rag.reading.continuation import Note, find_notes, noted, rejoined, told_by
from rag.reading.datelines import with_issues
from rag.reading.headlines import headline_flags
from rag.reading.parts import Parts, make_article
from rag.records import Article, Layout, Page

AT_ONCE = 240
"""Blocks weighed against each other. A page has some sixty; a file of many more is taken in stretches this long."""


def segment(page: Page) -> Layout:
    """The page's articles in order; together with the furniture they hold every visible character exactly once."""
    notes = find_notes(page.text)
    blocks = noted(without(page.text, find_blocks(page.text), [note.span for note in notes]), notes)
    furniture = [note.span for note in notes]
    parts: list[Parts] = []
    for stretch in _stretches(blocks):
        found, rest = tell_apart(stretch)
        parts += found
        furniture += [span for block in rest for span in block.spans]
    articles = with_issues(page, _with_notes(page, parts, notes), furniture)
    return Layout(page, articles, tuple(sorted(furniture)))


def _stretches(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks in stretches of at most AT_ONCE; cut where a paragraph ends and, if one is near, before a headline."""
    at = 0
    while len(blocks) - at > AT_ONCE:
        late = range(at + AT_ONCE, at + AT_ONCE // 2, -1)
        flags = headline_flags(blocks[at : at + AT_ONCE + 1])
        cut = next((i for i in late if flags[i - at] and not flags[i - at - 1] and blocks[i - 1].ended), late[0])
        yield blocks[at:cut]
        at = cut
    if at < len(blocks):
        yield blocks[at:]


def _with_notes(page: Page, parts: list[Parts], notes: Sequence[Note]) -> tuple[Article, ...]:
    """The articles by place on the page, each with the note that it goes on or began in another file, and where."""
    ordered = sorted(parts, key=lambda p: p.start)
    whole, left = rejoined(page, ordered, notes)
    told = told_by(left, whole)
    made = (make_article(page, k + 1, p, told[k].words if k in told else "") for k, p in enumerate(whole))
    others = {other.article: other for other in page.elsewhere}
    return tuple(replace(article, elsewhere=others.get(article.number)) for article in made)
