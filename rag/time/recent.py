"""Days told by their distance from today (昨天, 上周, last month), as closed intervals of ISO days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from rag.records import Period

_WORDS = re.compile(
    r"前天|昨[天日晚]|今[天日晚]|上个?(?:周|星期|月)(?![一二三四五六日天])|[本这]个?(?:周|星期|月)(?![五六一二三四日天])"
    r"|\b(?:yesterday|today|(?:last|this) (?:week|month))\b",
    re.I,
)
WEEK = timedelta(days=7)


def recent_periods(text: str, today: date) -> tuple[Period, ...]:
    """Each such expression of a question, in order."""
    return tuple(period for _, _, period in recent_spans(text, today))


def recent_spans(text: str, today: date) -> tuple[tuple[int, int, Period], ...]:
    """(start, end, period) of each such expression of a question, in order."""
    return tuple(
        (m.start(), m.end(), Period(*_span(m.group().lower(), today), m.group(), relative=True))
        for m in _WORDS.finditer(text)
    )


def _span(word: str, today: date) -> tuple[str, str]:
    first, last = next(find(today) for cue, find in _FINDERS.items() if re.search(cue, word))
    return first.isoformat(), last.isoformat()


def _back(days: int) -> Callable[[date], tuple[date, date]]:
    return lambda today: (today - timedelta(days=days), today - timedelta(days=days))


def _week(today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    return monday, monday + WEEK - timedelta(days=1)


def _last_week(today: date) -> tuple[date, date]:
    return _week(today - WEEK)


def _month(today: date) -> tuple[date, date]:
    following = (today.replace(day=28) + timedelta(days=4)).replace(day=1)
    return today.replace(day=1), following - timedelta(days=1)


def _last_month(today: date) -> tuple[date, date]:
    return _month(today.replace(day=1) - timedelta(days=1))


_FINDERS: Mapping[str, Callable[[date], tuple[date, date]]] = MappingProxyType(
    {
        "前天": _back(2),
        "昨|yesterday": _back(1),
        "今|today": _back(0),
        "上.*(?:周|星期)|last week": _last_week,
        "周|星期|this week": _week,
        "上.*月|last month": _last_month,
        "月|this month": _month,
    }
)
