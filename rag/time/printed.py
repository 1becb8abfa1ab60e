"""Times printed in a sentence of a page, for whoever asks of which days it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rag.time.clock import AsOf, Clock
from rag.time.dates import of_same_year, resolve
from rag.time.moments import Moment, moments
from rag.time.periods import question_periods

KEPT = 8192
"""Sentences whose times are kept: the same articles are in play again and again."""

LONGEST_RANGE = 62
"""Days of a printed range (4月28日至5月3日) that are gone through."""

_RANGE = re.compile(r"[日号月]\s*(?:至|到|-|—|~|～|－)|\d\s*(?:至|到|-|—|~|～|－)\s*\d")
_OF_SOMETHING = re.compile(r"[^，,。；;、]{0,8}(?:的(?!第)|以来|出生|入党)")
_YEAR = re.compile(r"(?<![\d至到])((?:19|20)\d{2})年(?!\d{1,2}月|代)")
_UNDATING = re.compile(r"(?:早在|自|自从|原定|计划|预计|将于|拟于|定于)$")


@dataclass(frozen=True, slots=True)
class Told:
    """A time printed at `start` of a sentence: the ISO days it is, --05-06 where nothing tells the year.

    `aside` where it is the time of a thing mentioned (6月1日开工的工地) and not of what the sentence tells.
    """

    days: tuple[str, ...]
    start: int
    aside: bool = False


@lru_cache(maxsize=KEPT)
def printed_times(text: str, near: str | None, known: bool, year: int | None = None) -> tuple[Told, ...]:
    """Each day, month and year printed in a text, in order; `near` is an ISO day that gives the year of those that lack
    it, `known` whether the page itself prints that day, `year` the one told before (同年)."""
    as_of = AsOf(date.fromisoformat(near) if near and len(near) == len("2022-05-06") else None, "", known)
    return tuple(sorted((*_dated(text, as_of, year), *_years(text)), key=lambda told: told.start))


def _dated(text: str, as_of: AsOf, year: int | None) -> Iterator[Told]:
    for moment in moments(text):
        if moment.dateline or moment.kind in ("vague", "same"):
            continue
        moment = of_same_year(moment, text[: moment.start], year)
        day = resolve(moment, Clock(as_of)).value or _yearless(moment)
        if day:
            behind, before = text[moment.end :], text[: moment.start]
            aside = _OF_SOMETHING.match(behind) is not None or _UNDATING.search(before) is not None
            yield Told(_range(moment, day), moment.start, aside)


def _yearless(moment: Moment) -> str:
    return f"--{moment.month:02}-{moment.day:02}" if moment.month and moment.day else ""


def _range(moment: Moment, day: str) -> tuple[str, ...]:
    """Every day of a printed range, else the day alone."""
    if not _RANGE.search(moment.printed) or day.startswith("--"):
        return (day,)
    period = next(iter(question_periods(moment.printed, known_years=(int(day[:4]),))), None)
    if period is None or not (period.first[:1].isdigit() and period.last[:1].isdigit()):
        return (day,)
    first, last = date.fromisoformat(period.first), date.fromisoformat(period.last)
    return tuple((first + timedelta(n)).isoformat() for n in range(min((last - first).days, LONGEST_RANGE) + 1))


def _years(text: str) -> Iterator[Told]:
    for match in _YEAR.finditer(text):
        yield Told((match[1],), match.start(), _UNDATING.search(text[: match.start()]) is not None)
