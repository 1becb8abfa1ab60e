"""The pieces of one article, put into the record that leaves this package."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from rag.reading.blocks import Block
from rag.reading.bylines import find_byline
from rag.records import Article, Page, Spans
from rag.spans import merge, quote

GOES_ON = tuple("，。、；：”）！？,.)》】」』%")
"""What no paragraph begins with: a block that does continues the one before."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The blocks of one article, headlines and prose in reading order, and what repeats them elsewhere.

    `crossheads` are those of the prose that are headlines, between two of its paragraphs.
    """

    titles: tuple[Block, ...]
    prose: tuple[Block, ...]
    duplicates: tuple[Block, ...] = ()
    crossheads: frozenset[Block] = frozenset()

    @property
    def spans(self) -> Spans:
        """Everything of the article but its duplicates."""
        return tuple(s for block in (*self.titles, *self.prose) for s in block.spans)

    @property
    def start(self) -> int:
        """Where its first piece stands on the page."""
        return min(s.start for s in self.spans)


def make_article(page: Page, number: int, parts: Parts, continues: str) -> Article:
    """The article as a record: broken paragraphs joined, byline and reporters read."""
    paragraphs = _paragraphs(parts.prose, parts.crossheads)
    byline, reporters = find_byline([quote(page.text, spans) for spans in paragraphs])
    return Article(
        page=page.name,
        number=number,
        titles=tuple(block.text for block in parts.titles),
        title_spans=tuple(block.spans for block in parts.titles),
        paragraphs=tuple(paragraphs),
        duplicates=tuple(s for block in parts.duplicates for s in block.spans),
        reporters=reporters,
        byline=byline,
        continues=continues,
    )


def _paragraphs(prose: Sequence[Block], crossheads: Set[Block]) -> list[Spans]:
    """Blocks as paragraphs: what breaks off in a sentence is joined with what follows, past a crosshead too."""
    paragraphs: list[Spans] = []
    last: int | None = None
    broken = False
    for block in prose:
        if block in crossheads:
            paragraphs.append(block.spans)
            continue
        if last is not None and (broken or block.text.startswith(GOES_ON)):
            paragraphs[last] = merge((*paragraphs[last], *block.spans))
        else:
            last = len(paragraphs)
            paragraphs.append(block.spans)
        broken = not block.ended
    return paragraphs
