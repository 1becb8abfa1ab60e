"""From a printed time to a date with its basis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from rag.records import Dated
from rag.time.clock import AsOf, Clock
from rag.time.moments import Moment, moments

AHEAD = timedelta(days=1)
"""How far behind the day of the page a reported day may lie: evening papers date the morrow."""

COMING = timedelta(days=120)
MONTHS_COMING = 4
"""How far behind the printed day of the page a day without its year may lie and still be one to come (9月开学), rather
than one of the year before, of which papers say 去年."""

VAGUE = ("近日", "日前", "近期", "连日来", "连日", "最近", "前不久", "近几日", "近来")
"""Words that date nothing."""

SAME_YEAR = ("同年",)
"""Words for the year that was told last."""

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_SHIFTS = {"今": 0, "昨": 1, "前": 2}
_YEARS_BACK = {"今年": 0, "当年": 0, "同年": 0, "去年": 1, "前年": 2, "明年": -1}
_NOT_REPORTED = re.compile(r"(截至|截止|截止到|截至到|早在|于|[持延]续[到至])$")
_NOT_YET = re.compile(r"(前|之前|以前|的|至今|后至|来临|到来|将至|之际|期间)")
_OF_A_LIFE = re.compile(r"(?:出生|生(?=[，,；;。）)])|入党|参加工作)")
_SINCE = re.compile(r"以来|至今")


def to_come(dated: Dated, as_of: AsOf) -> bool:
    """Whether a date lies behind the day the page is known to be of, so that nothing can be reported from it yet."""
    return bool(as_of.printed and as_of.day and dated.value and dated.value > (as_of.day + AHEAD).isoformat())


def dates_in(text: str, clock: Clock) -> Iterator[Dated]:
    """The dates in a text that tell when something was done, in order; 自7月28日以来 gives the month alone."""
    for moment in moments(text):
        before, behind = text[: moment.start], text[moment.end :]
        moment = of_same_year(moment, before, clock.year)
        if moment.dateline or _NOT_REPORTED.search(before) or _NOT_YET.match(behind) or _OF_A_LIFE.match(behind):
            continue
        dated = resolve(moment, clock)
        if _SINCE.match(behind):
            dated = Dated(dated.value and dated.value[:7], f"{dated.basis}以来", dated.printed)
        yield dated


def of_same_year(moment: Moment, before: str, year: int | None) -> Moment:
    """An expression of 同年 in the last year printed before it, if need be in an earlier sentence; any other as it is."""
    told = told_year(before, year) if moment.word in SAME_YEAR else None
    return replace(moment, year=told) if told else moment


def told_year(text: str, year: int | None) -> int | None:
    """The year that is told of behind a text: the last it prints, else the one before."""
    years = _YEAR.findall(text)
    return int(years[-1]) if years else year


def resolve(moment: Moment, clock: Clock) -> Dated:
    """The date of one expression. Unknown parts stay unknown, the basis says on what the rest rests."""
    return _RESOLVERS[moment.kind](moment, clock)


def _day(moment: Moment, clock: Clock) -> Dated:
    said = f"“{moment.printed}”"
    if moment.year:
        return _dated(_safe(moment.year, moment.month, moment.day), said, moment)
    as_of = clock.as_of
    if as_of.day is None:
        return Dated(None, f"{said}；年份不详", moment.printed)
    year = as_of.day.year - _YEARS_BACK.get(moment.word, 0)
    day = _safe(year, moment.month, moment.day)
    if day and not moment.word and day > as_of.day + (COMING if as_of.printed else AHEAD):
        day = _safe(year - 1, moment.month, moment.day)
    return _dated(day, f"{said}；{as_of.why}", moment)


def _month(moment: Moment, clock: Clock) -> Dated:
    as_of = clock.as_of.day
    year = moment.year
    if year is None and as_of and moment.month:
        year = as_of.year - _YEARS_BACK.get(moment.word, 0)
        if not moment.word and moment.month > as_of.month + (MONTHS_COMING if clock.as_of.printed else 0):
            year -= 1
    if year is None:
        return Dated(None, f"“{moment.printed}”；年份不详", moment.printed)
    why = "" if moment.year else f"；{clock.as_of.why}"
    return Dated(f"{year:04}-{moment.month:02}", f"“{moment.printed}”{why}", moment.printed)


def _near(moment: Moment, clock: Clock) -> Dated:
    if clock.as_of.day is None or not clock.as_of.printed:
        return Dated(None, f"“{moment.printed}”；见报日不详", moment.printed)
    day = clock.as_of.day - timedelta(days=_SHIFTS[moment.word[0]])
    return _dated(day, f"“{moment.printed}”；{clock.as_of.why}", moment)


def _same(moment: Moment, clock: Clock) -> Dated:
    if not clock.day.value:
        return Dated(None, f"“{moment.printed}”；前文没有日期", moment.printed)
    return Dated(clock.day.value, f"“{moment.printed}”；前文{clock.day.basis}", moment.printed)


def _vague(moment: Moment, clock: Clock) -> Dated:
    as_of = clock.as_of
    known = f"；{as_of.why}" if as_of.printed or as_of.month else ""
    return Dated(as_of.month or None, f"“{moment.printed}”，未写明日期{known}", moment.printed)


def _thismonth(moment: Moment, clock: Clock) -> Dated:
    as_of = clock.as_of.day
    if as_of is None:
        return Dated(None, f"“{moment.printed}”；见报日不详", moment.printed)
    first = as_of.replace(day=1)
    month = (first - timedelta(days=1)) if moment.word.startswith("上") else first
    return Dated(f"{month:%Y-%m}", f"“{moment.printed}”；{clock.as_of.why}", moment.printed)


def _bare(moment: Moment, clock: Clock) -> Dated:
    as_of = clock.as_of.day
    if as_of is None:
        return Dated(None, f"“{moment.printed}”；月份不详", moment.printed)
    day = _safe(as_of.year, as_of.month, moment.day)
    if day is None or day > as_of + AHEAD:
        before = as_of.replace(day=1) - timedelta(days=1)
        day = _safe(before.year, before.month, moment.day)
    return _dated(day, f"“{moment.printed}”；{clock.as_of.why}", moment)


_RESOLVERS = {
    "day": _day,
    "month": _month,
    "near": _near,
    "same": _same,
    "vague": _vague,
    "thismonth": _thismonth,
    "bare": _bare,
}


def _dated(day: date | None, basis: str, moment: Moment) -> Dated:
    return Dated(day.isoformat() if day else None, basis, moment.printed)


def _safe(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None
