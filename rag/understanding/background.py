"""What an article tells besides its report: as background, acts long before; as a prospect, acts of days to come."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from rag.records import Dated, Standing
from rag.tables import any_of
from rag.time import Clock, to_come

LONG = timedelta(days=90)
"""How long before what is reported an act must lie to be its background; reviews of a quarter are still reports."""

_UNKNOWN = "-12-28"
"""Completes a month or a year to a day near its end, so that only what surely lies far back is background."""


_YEAR = re.compile(r"(?:19|20)\d\d")


_OPENED = re.compile(
    rf"(?:(?:{any_of('before_now')}|[^，,。“”]{{0,8}}[^，,。会动研察谈查]以来"
    rf"|“?[^，,。“”]{{1,6}}”?前夕|(?:{any_of('vacations')})(?:期间)?)[，,])"
)
"""What a sentence opens with that tells of a stretch before or around the report, and so of no day."""


_HABIT = re.compile(r"每[天日周月年](?!人|次)|每逢|天天")
"""What is done again and again is of no day."""

HEAD = 24
"""Characters at a sentence's head in which it is told that it tells of a habit."""


def opened(text: str) -> str:
    """The words by which a sentence tells of another time than the report's, without saying which day (前期，…)."""
    found = _OPENED.match(text)
    habit = None if found else _HABIT.search(text, 0, HEAD)
    return found.group()[:-1] if found else habit.group() if habit else ""


def placed(when: Dated, told: Standing, clock: Clock) -> tuple[Dated, Standing]:
    """The day of an act and how it stands, seen from the day the article reports and the day of the page.

    What is told as done on a day to come was done a year before, unless the year is printed; then it is PLANNED. What
    was done long before the report is PAST.
    """
    if told is not Standing.DONE:
        return when, told
    if to_come(when, clock.as_of):
        if _YEAR.match(when.printed):
            return when, Standing.PLANNED
        when = _year_before(when)
    return when, Standing.PAST if is_background(when, clock) else told


def _year_before(when: Dated) -> Dated:
    year, rest = (when.value or "")[:4], (when.value or "")[4:]
    return replace(when, value=f"{int(year) - 1:04}{rest.replace('-02-29', '-02-28')}", first="", last="")


def is_background(when: Dated, clock: Clock) -> bool:
    """Whether a day lies long before the one the article reports, or before the page's own where that is unknown."""
    reported = _day(clock.day.value) or clock.as_of.day
    done = _day(when.value)
    return bool(reported and done and done + LONG < reported)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value + _UNKNOWN[len(value) - 4 :]) if value else None
