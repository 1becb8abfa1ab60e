"""Whether a day lies within a period, where parts of either may be open."""

from __future__ import annotations

from datetime import date, timedelta

from rag.records import Dated, Period
from rag.time.almanac import falls

YEARLESS, MONTHLESS, WEEKDAY = "--", "---", "-W-"
"""How the days of a period begin of which the year is open (--05-06), the month too (---31), or all but the weekday."""

FULL = len("2022-05-06")

LONGEST_RANGE = 62
"""Days of a range (4月28日至5月3日) that are gone through; of a longer one its ends are known."""


def days_of(dated: Dated) -> tuple[str, ...]:
    """The ISO days of a date: each day of a range or of a part of a month, else its value alone; () where unknown."""
    first, last = dated.first or dated.value or "", dated.last
    if len(first) != FULL or len(last) != FULL:
        return (dated.value,) if dated.value else ()
    start, length = date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days
    if length > LONGEST_RANGE:
        return first, last
    return tuple((start + timedelta(n)).isoformat() for n in range(length + 1))


def period_contains(period: Period, iso_date: str | None) -> bool:
    """Whether a date lies within the period.

    A partial date (2021-12, 2021) counts when it overlaps the period at all, but for a period of one day, of which it
    does not say that it is that day. A period without its year (--05-06) holds
    that day of every year, one of a bare day (---31) that of every month, one of a weekday (-W-3) each of these, and
    one known by its name alone the days of every year. A date without its year (--05-06) is in no period that has one.
    None is in no period.
    """
    if not iso_date:
        return False
    if period.first == period.last and len(period.first) == FULL > len(iso_date) and iso_date[:1].isdigit():
        return False
    if period.first.startswith(MONTHLESS):
        return len(iso_date) in (FULL, len("--05-06")) and period.first[3:] <= iso_date[-2:] <= period.last[3:]
    if period.first.startswith(WEEKDAY):
        return len(iso_date) == FULL and date.fromisoformat(iso_date).isoweekday() == int(period.first[3:])
    if iso_date.startswith(YEARLESS):
        return period.first.startswith(YEARLESS) and _between(iso_date[1:], iso_date[1:], period)
    if len(iso_date) == len("2022") and not has_year(period):
        return True
    first, last = _widened(iso_date)
    if period.festival and not period.first:
        return falls(period.festival, first, last)
    if period.first.startswith(YEARLESS):
        return _between(first[4:], last[4:], period)
    return first <= period.last and period.first <= last


def has_year(period: Period) -> bool:
    """Whether the year of the period is given."""
    return period.first[:1].isdigit()


def _between(first: str, last: str, period: Period) -> bool:
    """Month and day, as -05-06, against a period without its year, which may run over the turn of one."""
    start, end = period.first[1:], period.last[1:]
    return first <= end and start <= last if start <= end else first <= end or start <= last


def _widened(iso_date: str) -> tuple[str, str]:
    """The first and last day a partial date can mean."""
    return (iso_date + "-01-01"[len(iso_date) - 4 :], iso_date + "-12-31"[len(iso_date) - 4 :])
