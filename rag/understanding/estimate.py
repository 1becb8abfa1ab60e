"""When a page was written that prints no day of its own: the day, or else the month, that most of it speaks for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from rag.time import AsOf, Moment
from rag.understanding.evidence import YEARS, Evidence, on

CLOSE = 0.3
"""How much another day of the page within the fortnight before speaks for a day."""

FORTNIGHT = 14
ENOUGH = 1.5
"""What must speak for a year before it is believed: one landmark that only this year fits, or the year in print."""

SURE = 2.5
"""What must speak for a month that no day of the page is in: two things that agree."""

OFTEN = 2.0
"""Above this worth stands what settles a year by itself: a weekday."""

TOLD = 3
"""Reasons that a reader is given for a month: the narrowest."""

BEFORE = 1.0
"""By how much a month must be ahead of all other times."""


def estimate(found: Sequence[Moment], evidence: Sequence[Evidence]) -> AsOf:
    """The likeliest of the page's days, of several the one told first, or the one month all evidence allows; nothing where
    another year is as likely."""
    days = sorted({(m.month, m.day) for m in found if _yearless(m) and m.month and m.day})
    full = [day for m in found if m.year and not m.word and (day := on(m.year, m.month, m.day))]
    candidates = {day for m, d in days for y in YEARS if (day := on(y, m, d))} | {d for d in full if d.year in YEARS}
    if not candidates:
        return _month(evidence)
    by_year = {y: [day for m, d in days if (day := on(y, m, d))] for y in {c.year for c in candidates}}
    scores = {day: _worth(day, evidence) + _close(day, by_year[day.year]) for day in candidates}
    told = [(m.month, m.day) for m in found]
    best = min(scores, key=lambda day: (-scores[day], day.year, told.index((day.month, day.day))))
    rival = max((s for day, s in scores.items() if day.year != best.year), default=-1.0)
    if scores[best] < ENOUGH or rival >= scores[best]:
        return AsOf()
    return AsOf(best, f"年份据{_reason(best, evidence)}推定", month=f"{best:%Y-%m}")


def _yearless(moment: Moment) -> bool:
    return moment.kind == "day" and not moment.year and not moment.word


def _worth(day: date, evidence: Sequence[Evidence]) -> float:
    return sum(piece.worth(day) for piece in evidence)


def _close(day: date, others: Sequence[date]) -> float:
    return CLOSE * (bisect_right(others, day) - bisect_left(others, day - timedelta(FORTNIGHT)))


def _month(evidence: Sequence[Evidence]) -> AsOf:
    """The month in which all days lie that most speaks for, if that is one month."""
    ends = {edge for piece in evidence for first, last in piece.spans for edge in (first, min(last, _END) + _DAY)}
    edges = sorted(edge for edge in ends if _START <= edge <= _END)
    stretches = [(first, after - _DAY) for first, after in pairwise([_START, *edges, _END + _DAY]) if first < after]
    scores = [(_worth(first, evidence), first, last) for first, last in stretches]
    most = max(scores)[0]
    if most < SURE:
        return AsOf()
    likely = [(first, last) for score, first, last in scores if score > most - BEFORE]
    first, last = min(likely)[0], max(last for _, last in likely)
    if (first.year, first.month) != (last.year, last.month):
        return AsOf()
    why = "、".join(list(dict.fromkeys(_reasons(first, evidence)))[:TOLD])
    return AsOf(last, f"月份据{why}推定", month=f"{first:%Y-%m}")


_DAY = timedelta(days=1)
_START, _END = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)


def _reasons(day: date, evidence: Sequence[Evidence]) -> list[str]:
    """What speaks for a day, the narrowest first."""
    fitting = [(span[1] - span[0], k) for k, e in enumerate(evidence) if e.why and (span := e.span_of(day))]
    return [evidence[k].why for _, k in sorted(fitting)]


def _reason(day: date, evidence: Sequence[Evidence]) -> str:
    """What tells the year: a weekday, else the narrowest; what comes every year tells it only with others."""
    fitting = [e for e in evidence if e.why and e.span_of(day)]
    best = [e for e in fitting if e.inside > OFTEN] or [e for e in fitting if len(e.spans) == 1] or fitting
    return next(iter(_reasons(day, best)), "版面上的年份")
