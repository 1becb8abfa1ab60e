"""Dates in questions, Chinese and English, as closed intervals of ISO days."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.asked import Period

_PART = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚|夜间|夜)?"
_TENTHS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31)}
_YEAR_PARTS = {"年初": (1, 3), "年底": (11, 12), "年末": (11, 12), "上半年": (1, 6), "下半年": (7, 12), "": (1, 12)}
_BACK = {"今年": 0, "去年": 1, "前年": 2, "this": 0, "last": 1}
_MONTHS = {name.lower(): k for k, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): k for k, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = rf"(?P<name>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_ORDINAL = r"(?:st|nd|rd|th)?"
_WORD = r"(?:(?P<year>(?:19|20)\d{2})\s*年|(?P<word>今年|去年|前年))?"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>(?:19|20)\d{2})\s*[-./]\s*(?P<month>\d{1,2})\s*[-./]\s*(?P<day>\d{1,2})(?!\d)",
        rf"{_WORD}(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})\s*[日号]?\s*(?:[至到—～~-]+|和)\s*(?:(?P<month2>\d{{1,2}})\s*月)?(?P<day2>\d{{1,2}})\s*[日号]",
        rf"{_WORD}(?P<month>\d{{1,2}})\s*月\s*(?P<day>\d{{1,2}})(?:\s*[日号]{_PART}|(?!\d|\s*[月个]))",
        rf"{_WORD}(?P<month>\d{{1,2}})\s*月(?:份)?(?P<tenth>上旬|中旬|下旬|初|底|末)?",
        r"(?:(?P<year>(?:19|20)\d{2})\s*|(?P<word>今年|去年|前年|今|去|前))(?P<part>年初|年底|年末)",
        r"(?:(?P<year>(?:19|20)\d{2})\s*年|(?P<word>今年|去年|前年))(?P<part>上半年|下半年)?",
        rf"\b(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:to|-|–|and|until)\s*(?P<day2>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?{_MONTH}\b,?(?:\s+(?P<year>(?:19|20)\d{{2}}))?",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:to|-|–|and)\s*(?P<day2>\d{{1,2}}){_ORDINAL}\b,?(?:\s+(?P<year>(?:19|20)\d{{2}}))?",
        rf"\b(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:of\s+)?{_MONTH}\b,?(?:\s+(?P<year>(?:19|20)\d{{2}}))?",
        rf"\b{_MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}\b(?!\d),?(?:\s+(?P<year>(?:19|20)\d{{2}}))?",
        rf"\b(?:(?P<word>last|this)\s+)?{_MONTH}(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d{{2}}))\b",
        rf"\b(?P<word>last|this)\s+{_MONTH}\b",
        rf"\b(?:in|during|of|since|early|late|mid)[\s-]+{_MONTH}\b(?=\W|$)",
        r"\b(?:in|during|of|since|throughout|for|early|late|and)\s+(?P<year>(?:19|20)\d{2})\b",
        r"\b(?P<word>last|this)\s+year\b",
    )
)


@dataclass(frozen=True, slots=True)
class _Days:
    """First and last day by numbers; the year may be unknown."""

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]


def question_periods(text: str, today: date | None = None, known_years: Sequence[int] = ()) -> tuple[Period, ...]:
    """Every date in a question, in order of occurrence, without overlaps.

    A day without a year is given in ISO 8601's yearless form, `first == last == "--05-06"`, a month without a year as
    `--05-01` to `--05-31`; where the pages know a single year (`known_years`) that year is taken. Words relative to now
    (去年, last December) need `today`; without it they are read against the latest known year, or left out.
    """
    now = today or (date(max(known_years), 12, 31) if known_years else None)
    only = known_years[0] if len(set(known_years)) == 1 else None
    found: list[tuple[int, int, _Days]] = []
    for match in _matches(text):
        days = _days(match, now)
        if days is None:
            continue
        if found and days.year is None and match.start() - found[-1][1] <= len("和"):
            days = replace(days, year=found[-1][2].year)
        found.append((match.start(), match.end(), days))
    return tuple(_period(days, only, text[start:end].strip()) for start, end, days in found)


def period_contains(period: Period, iso_date: str | None) -> bool:
    """Whether a date lies within the period.

    A partial date (2021-12, 2021) counts when it overlaps the period at all. A yearless period (--05-06) holds that day
    of every year. None is in no period.
    """
    if not iso_date:
        return False
    first, last = _widened(iso_date)
    if period.first.startswith("--"):
        if len(iso_date) == 4:
            return True
        first, last = first[4:], last[4:]
        return first <= period.last[1:] and period.first[1:] <= last
    return first <= period.last and period.first <= last


def _matches(text: str) -> list[re.Match[str]]:
    """Matches in order of occurrence; of those that overlap the one whose pattern stands first."""
    kept: list[re.Match[str]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(k.start() < match.end() and match.start() < k.end() for k in kept):
                kept.append(match)
    return sorted(kept, key=lambda m: m.start())


def _widened(iso_date: str) -> tuple[str, str]:
    """The first and last day a partial date can mean."""
    return (iso_date + "-01-01"[len(iso_date) - 4 :], iso_date + "-12-31"[len(iso_date) - 4 :])


def _days(match: re.Match[str], now: date | None) -> _Days | None:
    part = match.groupdict()
    month = int(part["month"]) if part.get("month") else _MONTHS.get((part.get("name") or "").lower().rstrip("."), 0)
    year = int(part["year"]) if part.get("year") else None
    if word := part.get("word"):
        if now is None:
            return None
        year = _relative(word.lower(), month, now)
    reader: Callable[[dict[str, str | None], int, int | None], _Days | None]
    reader = _one_day if part.get("day") else _month if month else _year
    return reader(part, month, year)


def _relative(word: str, month: int, now: date) -> int:
    word = word if word in _BACK else word + "年"
    if word == "last" and month:
        return now.year - (month >= now.month)
    return now.year - _BACK[word]


def _one_day(part: dict[str, str | None], month: int, year: int | None) -> _Days | None:
    first = (month, int(part["day"] or 0))
    last = (int(part.get("month2") or month), int(part.get("day2") or first[1]))
    return _Days(year, first, last) if _exists(first) and _exists(last) else None


def _month(part: dict[str, str | None], month: int, year: int | None) -> _Days | None:
    if not 1 <= month <= 12:
        return None
    first, last = _TENTHS.get(part.get("tenth") or "", (1, 31))
    length = calendar.monthrange(year or 2000, month)[1]
    return _Days(year, (month, first), (month, min(last, length)))


def _year(part: dict[str, str | None], month: int, year: int | None) -> _Days | None:
    first, last = _YEAR_PARTS[part.get("part") or ""]
    return _Days(year, (first, 1), (last, calendar.monthrange(2001, last)[1])) if year else None


def _exists(day: tuple[int, int]) -> bool:
    return 1 <= day[0] <= 12 and 1 <= day[1] <= calendar.monthrange(2000, day[0])[1]


def _period(days: _Days, only: int | None, printed: str) -> Period:
    year = days.year or only
    prefix = f"{year:04}" if year else "-"
    first, last = (f"{prefix}-{m:02}-{d:02}" for m, d in (days.first, days.last))
    return Period(first, last, printed)
