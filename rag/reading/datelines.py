"""The day each article appeared, on a page of articles that each have a line of their own for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rag.reading.furniture import Furniture, furniture_kind
from rag.reading.issueline import line_day, listed_day
from rag.records import Article, Page, Span
from rag.time import issue_day

DAY_ALONE = len("2023 年 11 月 02 日 08:30")
"""Characters of a line that holds a day and nothing else; such lines count where none says what its day is."""


def with_issues(page: Page, articles: Sequence[Article], furniture: Sequence[Span]) -> tuple[Article, ...]:
    """The articles with the days of the lines that stand beneath their headlines, or above where the first does.

    Nothing is added where all of a page appeared on one day: then it is the page's.
    """
    texts = [(span.start, page.text[span.start : span.end]) for span in sorted(furniture)]
    starts = sorted((span.start, k) for k, article in enumerate(articles) for span in article.spans)
    texts = _own(texts, [at for at, _ in starts])
    lines = [(at, day) for at, text in texts if (day := line_day(text))] or [
        (at, day)
        for at, text in texts
        if len(text.strip()) <= DAY_ALONE and (day := issue_day(text)) and not listed_day(text)
    ]
    if len({day for _, day in lines}) < 2 or not articles:
        return tuple(articles)
    above = lines[0][0] < starts[0][0]
    days: dict[int, str] = {}
    for at, day in lines:
        nearest = bisect_right(starts, (at, len(articles))) - (not above)
        if nearest < len(starts):
            days.setdefault(starts[nearest][1], day)
    return tuple(replace(a, issued=days.get(k)) for k, a in enumerate(articles))


def _own(texts: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[tuple[int, str]]:
    """The lines without those that stand beneath a heading (相关阅读) behind an article: their days are of other articles."""
    own: list[tuple[int, str]] = []
    listed = -1
    for at, text in texts:
        behind = bisect_right(starts, at)
        if behind and furniture_kind(text) is Furniture.RELATED:
            listed = behind
        own += [(at, text)] if behind != listed else []
    return own
