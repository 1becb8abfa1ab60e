"""The day a page stands at: its issue date, or an estimate drawn from what the page speaks of, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rag.records import Article, Page
from rag.tables import rows
from rag.time import AsOf, Moment, moments

YEARS = range(2000, 2041)
"""Years that an estimate may give."""

SAME_YEAR, LAST_YEAR, LATER_YEAR, LANDMARK, WEEKDAY, CLOSE = 2.0, 1.0, -3.0, 1.5, 4.0, 0.3
"""How much speaks for a day: its year is printed, the year before is, a later one is; it lies in the time of a
landmark; its weekday is right; another day of the page lies within the fortnight before it."""

ENOUGH = 1.5
"""What must speak for a year before it is believed: one landmark that only this year fits, or the year in print."""

_YEAR = re.compile(r"(?<![\d至到])((?:19|20)\d{2})年(?!底|末|前|以前|之前)")
_WEEKDAY = re.compile(r"(\d{1,2})月(\d{1,2})日?\s*[（(,，]?\s*(?:星期|周)([一二三四五六日天])")
_DAYS = "一二三四五六日"
_TOLD_BY = {"": "见报日", "line": "发布日", "head": "文件所载发布日", "file": "文件名中的日期"}


def as_of(page: Page, article: Article | None = None) -> AsOf:
    """When the page was written: its issue date, its dateline, or the latest of its days in the likeliest year.

    The day on which an article of the page appeared goes before all of these.
    """
    if article and (own := _iso(article.issued)):
        return AsOf(own, f"{_TOLD_BY['line']}{article.issued}", printed=True)
    issued = _iso(page.issued)
    if issued:
        return AsOf(issued, f"{_TOLD_BY.get(page.dated_by, _TOLD_BY[''])}{page.issued}", printed=True)
    found = moments(page.text)
    lines = [_on(m.year, m.month, m.day) for m in found if m.dateline and m.year]
    if known := [day for day in lines if day]:
        return AsOf(max(known), f"电头{max(known).isoformat()}", printed=True)
    return _estimate(page.text, found)


@dataclass(frozen=True, slots=True)
class _Landmark:
    printed: str
    first: date
    last: date
    what: str


def _estimate(text: str, found: Sequence[Moment]) -> AsOf:
    days = sorted(
        {(m.month, m.day) for m in found if m.kind == "day" and m.month and m.day and not m.year and not m.word}
    )
    years = {int(y) for y in _YEAR.findall(text)}
    seen = tuple(_landmarks(text))
    weekdays = {(int(m), int(d)): _DAYS.index(w.replace("天", "日")) for m, d, w in _WEEKDAY.findall(text)}
    full = [day for m in found if m.year and not m.word and (day := _on(m.year, m.month, m.day))]
    candidates = [day for m, d in days for y in YEARS if (day := _on(y, m, d))] + full
    if not candidates:
        return AsOf()

    by_year = {
        y: (_year_score(y, years) + _weekday_score(y, weekdays), [on for m, d in days if (on := _on(y, m, d))])
        for y in {day.year for day in candidates}
    }

    def score(day: date) -> float:
        known, others = by_year[day.year]
        return known + _landmark_score(day, seen) + _close(day, others)

    scores = {day: score(day) for day in candidates}
    best = min(scores, key=lambda day: (-scores[day], day))
    rival = max((s for day, s in scores.items() if day.year != best.year), default=-1.0)
    if (scores[best] - CLOSE * len(days) < ENOUGH and scores[best] < ENOUGH) or rival >= scores[best]:
        return AsOf()
    return AsOf(best, _reason(best, years, seen, weekdays))


def _year_score(year: int, years: set[int]) -> float:
    later = any(y > year for y in years)
    return SAME_YEAR * (year in years) + LAST_YEAR * (year - 1 in years) + LATER_YEAR * later


def _landmark_score(day: date, seen: Sequence[_Landmark]) -> float:
    return sum(LANDMARK if mark.first <= day <= mark.last else -LANDMARK for mark in seen)


def _weekday_score(year: int, weekdays: dict[tuple[int, int], int]) -> float:
    known = [(_on(year, m, d), w) for (m, d), w in weekdays.items()]
    return sum(WEEKDAY if on and on.weekday() == w else -WEEKDAY for on, w in known)


def _close(day: date, others: Sequence[date]) -> float:
    number = day.toordinal()
    return CLOSE * sum(1 for other in others if 0 <= number - other.toordinal() <= 14)


def _landmarks(text: str) -> Iterator[_Landmark]:
    for pattern, first, last, what in _known_landmarks():
        if match := pattern.search(text):
            yield _Landmark(match.group(), first, last, what)


@cache
def _known_landmarks() -> tuple[tuple[re.Pattern[str], date, date, str], ...]:
    iso = date.fromisoformat
    return tuple((re.compile(p), iso(first), iso(last), what) for p, first, last, what in rows("landmarks.tsv"))


def _reason(day: date, years: set[int], seen: Sequence[_Landmark], weekdays: dict[tuple[int, int], int]) -> str:
    """The narrowest piece of evidence, in words."""
    for (month, number), weekday in weekdays.items():
        on = _on(day.year, month, number)
        if on and on.weekday() == weekday:
            return f"年份据{month}月{number}日是星期{_DAYS[weekday]}推定"
    fitting = sorted((m for m in seen if m.first <= day <= m.last), key=lambda m: m.last - m.first)
    if fitting and (fitting[0].last - fitting[0].first).days <= 366:
        return f"年份据“{fitting[0].printed}”（{fitting[0].what}）推定"
    if day.year in years:
        return f"年份据版面上的“{day.year}年”推定"
    return f"年份据“{fitting[0].printed}”（{fitting[0].what}）推定" if fitting else "年份据版面上的年份推定"


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _on(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None
