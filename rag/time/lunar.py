"""Days of the Chinese calendar in the common one: lunar months, leap months, the solar terms."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

YEARS = range(1901, 2100)
"""Years of which the calendar is known."""

LAST_MONTH = 12
LAST_DAY = 0
"""The day of a month that stands for its last one (除夕)."""

KEPT = 4096


@lru_cache(maxsize=KEPT)
def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The day of a lunar year, month and day; None where there never was one, or the year is out of reach.

    >>> lunar_day(2025, 1, 8)
    datetime.date(2025, 2, 5)
    """
    if year not in YEARS:
        return None
    if day == LAST_DAY:
        following = lunar_day(year + 1, 1, 1) if month == LAST_MONTH else lunar_day(year, month + 1, 1)
        return following - timedelta(days=1) if following else None
    try:
        found: date = _library().LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError:
        return None
    return found


def civil_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The lunar day that falls in a year of the common calendar: 腊月廿三 of 2025 is in January, of the lunar 2024.

    None where there never was one, as there is no leap seventh month in most years.
    """
    of_both = (lunar_day(year, month, day, leap), lunar_day(year - 1, month, day, leap))
    return next((on for on in of_both if on and on.year == year), of_both[0])


@lru_cache(maxsize=KEPT)
def leap_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last day of the leap month behind this one; None in a year that has none there."""
    first = lunar_day(year, month, 1, leap=True)
    last = first and (lunar_day(year, month, 30, leap=True) or lunar_day(year, month, 29, leap=True))
    return (first, last) if first and last else None


@lru_cache(maxsize=KEPT)
def solar_term(year: int, name: str) -> date | None:
    """The day on which a solar term (立春) begins in a common year; None where the year is out of reach."""
    if year not in YEARS:
        return None
    found: date = _library().TermUtils.nth_term_day(year, term_name=name)
    return found


@lru_cache(maxsize=1)
def _library() -> Any:
    from borax.calendars import lunardate

    return lunardate
