"""Times of questions, Chinese and English, as closed intervals of ISO days; what cannot be one is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.records import Period, Times
from rag.time import almanac
from rag.time.calendars import Calendar, readers
from rag.time.days import CENTURY, Days, NoSuchDayError, Yearly
from rag.time.sides import beside, on_side
from rag.time.wordings import asked, unread

_UNTIL = re.compile(r"\s*(?:到|至|[-—–~～]+|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s*", re.I)
_AND = re.compile(r"\s*(?:和|及|与|或|、|，|,|\band\b|\bor\b)\s*", re.I)
_BESIDE = re.compile(r"[\s,，（(]*(?:的|of|in)?\s*", re.I)
_BETWEEN = re.compile(r"between\s*$", re.I)
_PREPOSITION = re.compile(
    r"^(?:about|in|during|of|since|throughout|for|from|between|to|until|till|through|and|before|after|by|or|over|on|around|at|ahead\s+of|prior\s+to|eve\s+of|(?:run|lead)-?up\s+to)\s+(?:the\s+)?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A time at `[start, end)`: `days` of the calendar, or a `period` that needs no more."""

    kind: str
    start: int
    end: int
    days: Days | None = None
    period: Period | None = None


def question_periods(text: str, today: date | None = None, known_years: Sequence[int] = ()) -> tuple[Period, ...]:
    """The periods of `question_times`."""
    return question_times(text, today, known_years).periods


def question_times(text: str, today: date | None = None, known_years: Sequence[int] = ()) -> Times:
    """Every time in a question, in order of occurrence, without overlaps; two with 到 or "to" between them are one.

    Where the pages know a single year (`known_years`) it completes a day without one. Words relative to now (去年, last
    December) need `today`; without it they are read against the latest known year, or left out.
    """
    now = today or (date(max(known_years), 12, 31) if known_years else None)
    only = known_years[0] if len(set(known_years)) == 1 else None
    found, impossible = _found(text, Calendar(now, today))
    taken = [(f.start, f.end) for f in found]
    joined, never = _joined(text, sorted(found, key=lambda f: f.start))
    others = [(kind, text[start:end]) for kind, start, end in unread(text) if not _touches((start, end), taken)]
    return Times(
        tuple(filter(None, (_period(text, f, only) for f in joined))),
        (*impossible, *never),
        tuple(words for kind, words in others if kind == "ahead"),
        tuple(words for kind, words in others if kind != "ahead"),
    )


def _found(text: str, known: Calendar) -> tuple[list[_Found], list[str]]:
    """What the wordings say, and those of them that name no day."""
    found, impossible = [], []
    for told in asked(text):
        try:
            read = readers[told.kind](told.parts, known)
        except NoSuchDayError:
            impossible.append(_printed(text, told.start, told.end))
            continue
        if isinstance(read, Yearly):
            read = _of_any_year(read)
        if isinstance(read, Period):
            found.append(_Found(told.kind, told.start, told.end, period=read))
        elif read:
            found.append(_Found(told.kind, told.start, told.end, days=read))
    return found, impossible


def _of_any_year(yearly: Yearly) -> Period | None:
    """A day of every year; None where it moves and has no name by which to find it in each of them."""
    if not yearly.festival:
        return None
    ends = yearly.on(CENTURY) if almanac.festival(yearly.festival).fixed else None
    first, last = (f"--{day:%m-%d}" for day in ends) if ends else ("", "")
    return Period(first, last, festival=yearly.festival)


def _joined(text: str, found: Sequence[_Found]) -> tuple[list[_Found], list[str]]:
    """Neighbours that are one time made one; and the wordings of those that contradict each other."""
    kept: list[_Found] = []
    impossible = []
    for f in found:
        last = kept[-1] if kept else None
        both = _beside(text, last, f) if last else None
        if both is None:
            kept.append(_completed(text, last, f))
            continue
        kept.pop()
        if both.days and not both.days.possible():
            impossible.append(_printed(text, both.start, both.end))
        else:
            kept.append(both)
    return kept, impossible


def _beside(text: str, last: _Found, f: _Found) -> _Found | None:
    """Two neighbours as one time; None where they are two."""
    between = text[last.end : f.start]
    whole = replace(f, start=last.start)
    until = _UNTIL.fullmatch(between) or (_BETWEEN.search(text[: last.start]) and _AND.fullmatch(between))
    if until and last.days and f.days:
        return replace(whole, kind="range", days=last.days.until(f.days))
    if until and last.period and f.period and last.period.first[:3] == f.period.first[:3] == "-W-":
        return None
    if not _BESIDE.fullmatch(between):
        return None
    if last.kind == f.kind == "year" and between.isspace():
        return None
    if last.kind == "year" and f.days and f.kind not in ("bare", "year"):
        return replace(whole, days=f.days.in_year(last.days))
    if f.kind == "weekday" and last.days and last.days.one:
        return replace(last, end=f.end, days=last.days.on(f.period))
    if last.kind == "weekday" and f.days and f.days.one:
        return replace(whole, days=f.days.on(last.period))
    return None


def _completed(text: str, last: _Found | None, f: _Found) -> _Found:
    """With the month and the year of the time it is joined to by 和."""
    if last is None or last.days is None or f.days is None or not _AND.fullmatch(text[last.end : f.start]):
        return f
    if f.kind == "bare" and last.kind in ("day", "range"):
        return replace(f, kind="day", days=f.days.in_month(last.days))
    return replace(f, days=replace(f.days, year=f.days.year or last.days.year))


def _period(text: str, f: _Found, only: int | None) -> Period | None:
    """On the side of the time that the words beside it tell; None where nobody knows on which days that is."""
    start = f.start + len(text[f.start : f.end]) - len(_PREPOSITION.sub("", text[f.start : f.end].lstrip()))
    if f.days is None:
        period = f.period or Period("", "")
    else:
        days = f.days if f.days.year or f.kind == "bare" else replace(f.days, year=only)
        period = Period(*days.iso(), relative=days.relative)
    told = beside(text, start, f.end, named=bool(period.festival))
    if told is None:
        return replace(period, printed=_printed(text, f.start, f.end))
    printed = text[start - told.before : f.end + told.behind].strip()
    return on_side(replace(period, printed=printed), told.side)


def _printed(text: str, start: int, end: int) -> str:
    return _PREPOSITION.sub("", text[start:end].strip())


def _touches(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
