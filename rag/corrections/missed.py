"""Events that were missed: somebody points at the sentence of an article that tells one, and says what it tells."""

from __future__ import annotations

from rag.corrections.checks import ValueRefusedError
from rag.corrections.entries import Entry
from rag.records import Article, Page, Spans
from rag.ruled import Ruling
from rag.spans import Stitched
from rag.text import sentences


def sentences_of(page: Page, group: Spans) -> tuple[Spans, ...]:
    """The sentences of a paragraph or a headline of a page, each as its spans."""
    whole = Stitched(page.text, group)
    return tuple(whole.locate(start, end) for start, end in sentences(whole.text))


def tells(page: Page, article: Article, spans: Spans) -> bool:
    """Whether these are the spans of a sentence of the article."""
    return any(spans in sentences_of(page, group) for group in (*article.title_spans, *article.paragraphs))


def checked_actors(entry: Entry) -> Entry:
    """The line of an event that was missed: it says who did it. ValueRefusedError where not."""
    if any(not event.actors for event in entry.made):
        raise ValueRefusedError("the event has nobody who did it", "say who did it", "nobody")
    return entry


def is_twice(one: Entry, other: Entry) -> bool:
    """Whether two lines add the same event to the same sentence."""
    if one.ruling is not Ruling.ADD or other.ruling is not Ruling.ADD:
        return False
    return bool({a.spans for a in one.anchors} & {a.spans for a in other.anchors} and set(one.made) & set(other.made))
