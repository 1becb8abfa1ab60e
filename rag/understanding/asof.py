"""The day a page stands at: its issue date, or an estimate drawn from what the page speaks of, with the reason."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from rag.records import Article, Hint, Page
from rag.time import AsOf, moments
from rag.understanding.estimate import SURE, estimate
from rag.understanding.evidence import LANDMARK, Evidence, found_evidence, on

NEAR = timedelta(days=5)
"""How far back 近日 reaches: where that is another month than the issue's, nobody can say which."""

NARROW = timedelta(days=62)
"""Days of a span that other pages leave to a page, from which down it needs no other evidence."""

TOP = 200
"""Characters of a page in which its masthead stands."""

_HEAD = re.compile(
    r"^[^\d\n，。]{0,14}(\d{1,2}月\d{1,2}日)[ 　（(]{0,3}(?:星期|周)[一二三四五六日天][^，。\n]{0,30}$", re.M
)
"""A masthead's day whose year is not printed."""

_TOLD_BY = {"": "见报日", "line": "发布日", "head": "文件所载发布日", "file": "文件名中的日期"}
_MONTH = len("2022-05")
_OPENING = re.compile(r"(?:讯|电|報道|报道)[ 　]?[（(][^）)]{0,12}(?:记者|記者|通讯员|通訊員)")


def as_of(page: Page, article: Article | None = None) -> AsOf:
    """When the page was written: its issue date, its dateline, or the likeliest time.

    The day on which an article of the page appeared goes before all of these. What happened 近日 is of the month of a
    newspaper's issue; a lone article may have appeared elsewhere long before.
    """
    if article and (own := _iso(article.issued)):
        return AsOf(own, f"{_TOLD_BY['line']}{article.issued}", printed=True)
    known = _known(page)
    if not (page.newspaper or len(_OPENING.findall(page.text)) > 1):
        return replace(known, month="")
    return known


def _known(page: Page) -> AsOf:
    if issued := _iso(page.issued):
        return _printed(issued, f"{_TOLD_BY.get(page.dated_by, _TOLD_BY[''])}{page.issued}")
    found = moments(page.text)
    lines = [on(m.year, m.month, m.day) for m in found if m.dateline and m.year]
    if known := [day for day in lines if day]:
        return _printed(max(known), f"电头{max(known).isoformat()}")
    evidence = (*found_evidence(page.text), *map(_from_others, page.hints))
    if head := _HEAD.search(page.text[:TOP]):
        issue = estimate([m for m in found if m.start == head.start(1)], evidence)
        return _printed(issue.day, f"报头“{head[1]}”；{issue.why}") if issue.day else issue
    return estimate(found, evidence)


def _from_others(hint: Hint) -> Evidence:
    """What other pages tell speaks for its span as much as a landmark, alone or together with others."""
    span = date.fromisoformat(hint.first), date.fromisoformat(hint.last)
    narrow = span[1] - span[0] <= NARROW
    return Evidence((span,), SURE if narrow else LANDMARK, -LANDMARK, hint.why)


def _printed(day: date, why: str) -> AsOf:
    month = day.isoformat()[:_MONTH]
    return AsOf(day, why, printed=True, month=month if (day - NEAR).isoformat().startswith(month) else "")


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
