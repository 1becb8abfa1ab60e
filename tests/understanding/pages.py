"""Small pages made of text, for the tests of understanding."""

from __future__ import annotations

from functools import cache

from rag.records import Article, Event, Layout, Page, Span, Standing, Understood
from rag.spans import quote
from rag.understanding import Lexicon, understand


@cache
def lexicon() -> Lexicon:
    return Lexicon.load()


def layout(text: str, *, title: bool = False, issued: str | None = "2022-05-08", newspaper: str = "") -> Layout:
    """One article; each line is a paragraph, the first one a headline if `title` says so."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append((Span(at, at + len(line)),))
        at += len(line) + 1
    page = Page("page.txt", text, "", newspaper=newspaper, issued=issued)
    head = spans[:1] if title else []
    titles = tuple(quote(text, s) for s in head)
    return Layout(page, (Article("page.txt", 1, titles, tuple(head), tuple(spans[len(head) :])),))


def read(text: str, **more: object) -> Understood:
    return understand(layout(text, **more), None, lexicon())[0]  # type: ignore[arg-type]


def done(text: str, **more: object) -> list[Event]:
    """The events that count: reported as done."""
    return [e for e in read(text, **more).events if e.standing is Standing.DONE]


def told(event: Event) -> tuple[str, str]:
    """Actors and kind of an event, for comparing."""
    return "、".join(p.name for p in event.actors), event.activity.value
