"""The part of a long sentence that answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.asking.matching.terms import Term, said

_CLAUSE = re.compile(r"[^，,；;。！？]*[，,；;。！？]*[”’」』）)]*")


_SLUG = re.compile(
    r"^(?:[本据]报讯|[一-鿿]{2,10}(?:[（(][^）)]{1,12}[）)])?\s*(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日(?:讯|电)|(?:讯|电)(?![一-鿿])|综合(?=[（(])))\s*"
    r"(?:[（(][^）)]{1,40}[）)])?[\s，,]*"
)
"""The newspaper's own opening (本报讯, the reporter's name), which is no part of the news."""


_ORIGINAL = re.compile(r"^原标题[:：]\s*(.{4,60}?)\s*\1\s*")
"""The headline as first printed, and again: what sites set before an article they took over."""


_TWICE = re.compile(r"^(.{8,60}?)\1[\s　]*(?=.)")
"""A headline printed twice before the text it stands over."""


def excerpt(text: str, about: Sequence[Term], limit: int, needed: Callable[[str], bool] = lambda _: True) -> str:
    """The run of whole clauses, at most `limit` characters where possible, that says most of what is asked.

    Runs that satisfy `needed` come first, among equals the longest. A text within the limit is returned whole, without the reporter's line.
    """
    text = shown(text)
    if len(text) <= limit:
        return text
    clauses = [m.group() for m in _CLAUSE.finditer(text) if m.group()]
    runs = [
        "".join(clauses[i:j])
        for i in range(len(clauses))
        for j in range(i + 1, len(clauses) + 1)
        if j == i + 1 or sum(map(len, clauses[i:j])) <= limit
    ]
    return max(runs, key=lambda r: (needed(r), _worth(r, about), len(r) <= limit, len(r))).strip() if runs else text


def shown(text: str) -> str:
    """The sentence without the newspaper's own opening."""
    return _SLUG.sub("", _TWICE.sub("", _ORIGINAL.sub("", text)))


def _worth(run: str, about: Sequence[Term]) -> float:
    return round(sum(t.weight * said(t, run) for t in about), 3)
