"""An article as one text: headlines first, then the body, every offset traceable to the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rag.records import Article, Page, Spans
from rag.spans import Stitched
from rag.text import sentences


class Sentence(NamedTuple):
    """`text` is the story's text[start:end]; `paragraph` counts from 1, headlines are in paragraph 0."""

    text: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Story:
    """The article's words in reading order. Offsets are those of `text`; `locate` turns them into page spans."""

    stitched: Stitched
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """All words, headlines first."""
        return self.stitched.text

    def locate(self, start: int, end: int) -> Spans:
        """Page spans of `text[start:end]`."""
        return self.stitched.locate(start, end)

    @property
    def titles(self) -> tuple[Sentence, ...]:
        """The headlines' sentences."""
        return tuple(s for s in self.sentences if s.paragraph == 0)

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences below the headlines."""
        return tuple(s for s in self.sentences if s.paragraph > 0)


def story(page: Page, article: Article) -> Story:
    """The article read as one text. A sentence never runs across two headlines or two paragraphs."""
    blocks = [(0, spans) for spans in article.title_spans]
    blocks += [(k, spans) for k, spans in enumerate(article.paragraphs, 1)]
    found: list[Sentence] = []
    at = 0
    for number, spans in blocks:
        text = Stitched(page.text, spans).text
        found += [Sentence(text[s:e], at + s, at + e, number) for s, e in sentences(text)]
        at += len(text)
    return Story(Stitched(page.text, [s for _, spans in blocks for s in spans]), tuple(found))
