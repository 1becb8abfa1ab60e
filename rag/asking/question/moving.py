"""A day told by that of the question before (第二天, 前一天下午, the same day), as the words for the day itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rag.answered import Answer, HeadKind
from rag.asked import Language
from rag.asking.question.leaning import moved

_DAY = re.compile(r"(?:(\d{4})-|--)?(\d{1,2})[-月](\d{1,2})日?")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_COMMON = 2001
"""A year without a 29th of February, for days of which no year is known."""


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day; `year` is None where the question before named none."""

    year: int | None
    month: int
    day: int

    def after(self, days: int) -> Day:
        """The day so many days later; without a year it stays without one."""
        leap = (self.month, self.day) == (2, 29)
        then = date(self.year or (2000 if leap else _COMMON), self.month, self.day) + timedelta(days=days)
        return Day(then.year if self.year else None, then.month, then.day)


def day_of(answer: Answer) -> Day | None:
    """The one day that was asked about, else the one that the answer tells, else that of the one article it cites."""
    asked = {p.first for p in answer.query.periods if p.first == p.last}
    told = {h.value for h in answer.heads if h.kind is HeadKind.DATE} or {c.date or "" for c in answer.citations}
    found = {day for iso in (asked if answer.query.periods else told) if (day := _read(iso))}
    return next(iter(found)) if len(found) == 1 else None


def with_day(question: str, before: Answer, language: Language) -> str:
    """The question with the day itself in place of the words that tell it by another; "" where that is not known."""
    found = moved(question)
    if found is None:
        return question
    match, kind = found
    words = _stretch(kind, before, language) if kind in ("month", "year") else _day(int(kind), before, language)
    if not words:
        return ""
    return f"{question[: match.start()]}{words}{question[match.end() :]}"


def _day(days: int, before: Answer, language: Language) -> str:
    day = day_of(before)
    if day is None:
        return ""
    day = day.after(days)
    if language is Language.EN:
        return f"on {day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year else "")
    return (f"{day.year}年" if day.year else "") + f"{day.month}月{day.day}日"


def _stretch(kind: str, before: Answer, language: Language) -> str:
    """The one month or year of all the days asked about, or told."""
    told = (h.value for h in before.heads if h.kind is HeadKind.DATE)
    days = [iso for p in before.query.periods for iso in (p.first, p.last)] or list(told)
    found = {(m[1] or "", m[2] if kind == "month" else "") for iso in days if (m := _DAY.fullmatch(iso))}
    if len(found) != 1:
        return ""
    year, month = found.pop()
    if language is Language.EN:
        named = " ".join(filter(None, (_MONTHS[int(month) - 1] if month else "", year)))
        return f"in {named}" if named else ""
    return (f"{year}年" if year else "") + (f"{int(month)}月" if month else "")


def _read(iso: str) -> Day | None:
    match = _DAY.fullmatch(iso)
    return Day(int(match[1]) if match[1] else None, int(match[2]), int(match[3])) if match else None
