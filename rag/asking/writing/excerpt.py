"""The part of a long sentence that answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rag.asking.matching.terms import Term, said

_CLAUSE = re.compile(r"(?:[^，,；;。！？]|(?<=\d),(?=\d))*(?:(?!(?<=\d),\d)[，,；;。！？])*[”’」』）)]*")
"""A clause with what ends it; a comma inside of a figure (27,072) ends none."""


_SLUG = re.compile(
    r"^(?:[本据]报讯|[一-鿿]{2,10}(?:[（(][^）)]{1,12}[）)])?\s*(?:\d{4}年)?(?:\d{1,2}月\d{1,2}日(?:讯|电)|(?:讯|电)(?![一-鿿])|综合(?=[（(])))\s*"
    r"(?:[（(][^）)]{1,40}[）)])?[\s，,]*"
)
"""The newspaper's own opening (本报讯, the reporter's name), which is no part of the news."""


_ORIGINAL = re.compile(r"^原标题[:：]\s*(.{4,60}?)\s*\1\s*")
"""The headline as first printed, and again: what sites set before an article they took over."""


_TWICE = re.compile(r"^(.{8,60}?)\1[\s　]*(?=.)")
"""A headline printed twice before the text it stands over."""


Marks = Sequence[tuple[int, int, float]]
"""(start, end, log-odds of lying in the short answer) of pieces of a text, as a reader gives them."""


def excerpt(
    text: str, about: Sequence[Term], limit: int, needed: Callable[[str], bool] = lambda _: True, marks: Marks = ()
) -> str:
    """The run of whole clauses, at most `limit` characters where possible, that says most of what is asked.

    Runs that satisfy `needed` come first, then those that hold most of what `marks` call likely to be the answer, among
    equals the longest. A text within the limit is returned whole, without the reporter's line.
    """
    whole, text = text, shown(text)
    if len(text) <= limit:
        return text
    likely = [(start - len(whole) + len(text), end - len(whole) + len(text)) for start, end, odds in marks if odds > 0]
    ends = [m.span() for m in _CLAUSE.finditer(text) if m.group()]
    runs = [
        (ends[i][0], ends[j][1])
        for i in range(len(ends))
        for j in range(i, len(ends))
        if j == i or ends[j][1] - ends[i][0] <= limit
    ]

    def rank(run: tuple[int, int]) -> tuple[bool, int, float, bool, int]:
        said, size = text[slice(*run)], run[1] - run[0]
        held = sum(run[0] <= start and end <= run[1] for start, end in likely)
        return needed(said), held, _worth(said, about), size <= limit, size

    return text[slice(*max(runs, key=rank))].strip() if runs else text


def shown(text: str) -> str:
    """The sentence without the newspaper's own opening."""
    return _SLUG.sub("", _TWICE.sub("", _ORIGINAL.sub("", text)))


def _worth(run: str, about: Sequence[Term]) -> float:
    return round(sum(t.weight * said(t, run) for t in about), 3)
