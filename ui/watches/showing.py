"""What watches found, as the newspaper's words: cut from the pages when they are shown, and left out where a page is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rag import Page, Reading, Ruled, concerning, overlap
from ui.links import article_link
from ui.ports import Asked
from ui.watches.records import Hit

HANDFUL = 100
"""Hits whose pages are looked for at a time."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its words, the page they stand on, the article that holds them and the headline over them, the day they are
    about where it is known, and what somebody corrected of them."""

    hit: Hit
    quote: str
    page: Page
    title: str
    date: str
    article: int
    corrected: tuple[Ruled, ...] = ()

    @property
    def link(self) -> str:
        """Opens the article with the words marked."""
        return article_link(self.page.name, self.article, self.hit.spans, self.page.digest)


def shown(asked: Asked, hits: Iterable[Hit]) -> Iterator[Shown]:
    """Those whose page is there as it was."""
    left = iter(hits)
    while some := tuple(islice(left, HANDFUL)):
        names = asked.named(tuple({hit.digest for hit in some}))
        pages = {digest: asked.articles(name) for digest, name in names.items()}
        for hit in some:
            if found := _shown(hit, pages.get(hit.digest, ())):
                yield found


def _shown(hit: Hit, articles: Iterable[Reading]) -> Shown | None:
    """In the article that holds the words now: they may have been moved to another, or be in none any more."""
    told = [(overlap(hit.spans, (*r.article.spans, *r.article.duplicates)), r) for r in articles]
    shared, reading = max(told, key=lambda t: (t[0], t[1].article.number == hit.article), default=(0, None))
    if reading is None or reading.page.digest != hit.digest:
        return None
    page, when = reading.page, reading.understood.when
    if any(not 0 <= s.start < s.end <= len(page.text) for s in hit.spans):
        return None
    quote = "".join(page.text[s.start : s.end] for s in hit.spans)
    corrected = concerning(reading.understood.ruled, hit.spans, quote)
    title = reading.article.title if shared else ""
    return Shown(hit, quote, page, title, when.value or page.issued or "", reading.article.number, corrected)
