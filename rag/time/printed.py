"""Times printed in a sentence of a page, for whoever asks of which days it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rag.tables import cue_pattern
from rag.time.clock import AsOf, Clock
from rag.time.dates import ALONE, of_same_year, resolve, told_year, unclear
from rag.time.within import days_of
from rag.time.wordings import Moment, moments

KEPT = 8192
"""Sentences whose times are kept: the same articles are in play again and again."""

_OF_SOMETHING = re.compile(r"[^，,。；;、]{0,8}(?:的(?!第)|以来|出生|入党)")
_UNTOLD = ("vague", "same", "next")
"""Kinds that need the sentences before."""
REACH = 16
"""Characters behind a time within which it shows what it is of."""
BEFORE = 4
"""Characters before a time within which it shows that nothing is told of it."""
_UNDATING = cue_pattern("no_day_of", ending=True)


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
    return tuple(_told(text, _clock(near, known, year)))


def year_told(text: str, near: str | None, year: int | None) -> int | None:
    """The year that is told of behind a text, given the same."""
    return told_year(text, _clock(near, False, year))


def _clock(near: str | None, known: bool, year: int | None) -> Clock:
    day = date.fromisoformat(near) if near and len(near) == len("2022-05-06") else None
    return Clock(AsOf(day, "", known), year=year)


def _told(text: str, clock: Clock) -> Iterator[Told]:
    before: Moment | None = None
    line: Moment | None = None
    for moment in moments(text):
        line = moment if moment.dateline else line
        month, before = _month(moment, before), moment if moment.month else before
        if moment.dateline or moment.kind in _UNTOLD or (moment.kind == "year" and not moment.year):
            continue
        dated = resolve(of_same_year(moment, text, clock), clock)
        if unclear(moment, dated) and not _of_dateline(moment, line):
            continue
        days = days_of(dated) or _yearless(moment, month)
        if not days:
            continue
        ahead, behind = text[max(moment.start - BEFORE, 0) : moment.start], text[moment.end : moment.end + REACH]
        of_something = moment.kind != "year" and _OF_SOMETHING.match(behind) is not None
        yield Told(days, moment.start, of_something or _UNDATING.search(ahead) is not None)


def _yearless(moment: Moment, month: int | None) -> tuple[str, ...]:
    common = moment.kind in ("day", "bare", "alone") and month and moment.day
    return (f"--{month:02}-{moment.day:02}",) if common else ()


def _of_dateline(moment: Moment, line: Moment | None) -> bool:
    """Whether a day told by its number alone is that of the dateline before it (7月27日电) or one of the two before that."""
    return line is not None and 0 <= (line.day or 0) - (moment.day or 0) <= ALONE.days


def _month(moment: Moment, before: Moment | None) -> int | None:
    """The month of a day; of a bare one (27日) that of the day printed before it, which it follows, or on which it was
    reported (7月27日电); None where it may be of another month."""
    if moment.month or not moment.day or before is None or not before.day:
        return moment.month
    follows = moment.day <= before.day if before.dateline else moment.day >= before.day
    return before.month if follows else None
