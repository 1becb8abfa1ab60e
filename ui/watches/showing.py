"""What watches found, as the newspaper's words: cut from the pages when they are shown, and left out where a page is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rag import Page, RagError
from ui.links import article_link
from ui.ports import Asked
from ui.watches.records import Hit


@dataclass(frozen=True, slots=True)
class Shown:
    """A hit with its words, the page they stand on, the headline over them, and the day they are about where it is known."""

    hit: Hit
    quote: str
    page: Page
    title: str
    date: str

    @property
    def link(self) -> str:
        """Opens the article with the words marked."""
        return article_link(self.page.name, self.hit.article, self.hit.spans, self.page.digest)


def shown(asked: Asked, hits: Iterable[Hit]) -> Iterator[Shown]:
    """Those whose page is there as it was."""
    names = {digest: name for name, digest in asked.digests().items()}
    for hit in hits:
        if (name := names.get(hit.digest)) and (found := _shown(asked, hit, name)):
            yield found


def _shown(asked: Asked, hit: Hit, name: str) -> Shown | None:
    try:
        reading = asked.reading(name, hit.article)
    except RagError:
        return None
    page = reading.page
    if page.digest != hit.digest or any(not 0 <= s.start < s.end <= len(page.text) for s in hit.spans):
        return None
    quote = "".join(page.text[s.start : s.end] for s in hit.spans)
    when = reading.understood.when
    return Shown(hit, quote, page, reading.article.title, (when.value if when else None) or page.issued or "")
