"""Page -> Layout: which lines of a page belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rag.records import Article, Layout, Page, Span

_LEAD = re.compile(r"本报讯|新华社|中新社|记者|.{0,12}[电讯][ （(]")
_LONGEST_HEADLINE = 45


@dataclass
class _Draft:
    titles: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)


def segment(page: Page) -> Layout:
    """The page's articles in order; together with the furniture they hold every character that is not white space."""
    drafts = [_Draft()]
    for line in _lines(page.text):
        text = page.text[line.start : line.end]
        if _is_headline(text):
            if drafts[-1].body:
                drafts.append(_Draft())
            drafts[-1].titles.append(line)
        else:
            if drafts[-1].body and _LEAD.match(text):
                drafts.append(_Draft())
            drafts[-1].body.append(line)
    kept = [d for d in drafts if d.titles or d.body]
    return Layout(page, tuple(_article(page, k, d) for k, d in enumerate(kept, start=1)))


def _lines(text: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n\r]*\S)?", text)]


def _is_headline(text: str) -> bool:
    return len(text) <= _LONGEST_HEADLINE and not text.endswith(tuple("。！？；，：、）")) and not _LEAD.match(text)


def _article(page: Page, number: int, draft: _Draft) -> Article:
    return Article(
        page=page.name,
        number=number,
        titles=tuple(page.text[s.start : s.end] for s in draft.titles),
        title_spans=tuple((s,) for s in draft.titles),
        paragraphs=tuple((s,) for s in draft.body),
    )
