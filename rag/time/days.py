"""Days of the calendar as far as they are told: stretches whose year, or even month, may be open."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rag.records import Period

MONTHS_A_YEAR = 12
CENTURY = 2000
"""A leap year, by whose months days without a year are checked."""

HALF = 6
"""Months that a stretch over the turn of a year may have; what would be longer is written backwards."""

LEAP_DAY = (2, 29)

OPEN = 0
"""The month of a day of which no month is given."""


class NoSuchDayError(ValueError):
    """A month, or a day of one, that there never is."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day that each year finds anew (中秋, 腊月廿三): `on` gives its first and last day in a year, None where unknown.

    `festival` is its name, for what a page may call it by.
    """

    on: Callable[[int], tuple[date, date] | None]
    festival: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day by month and day; the year may be unknown, and the last day may be of a later one.

    `wrong` tells that what was said of it cannot be, `relative` that its year was counted from today.
    """

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    last_year: int | None = None
    wrong: bool = False
    relative: bool = False

    @property
    def one(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last and self.last_year in (None, self.year)

    def possible(self) -> bool:
        """Whether nothing in it contradicts itself."""
        return not self.wrong

    def until(self, other: Days) -> Days:
        """From this to another, of the year that either of them has; wrong where that is backwards."""
        if other.first[0] == OPEN:
            other = replace(other, last=(self.last[0], other.last[1]))
        year = self.year or other.year
        last_year = other.last_year or other.year or self.last_year or self.year
        both = Days(year, self.first, other.last, last_year, relative=self.relative or other.relative)
        over = turns(self.first, other.last) and not (self.year and other.year)
        if over and year and self.year:
            return replace(both, last_year=year + 1)
        if over and year:
            return replace(both, year=year - 1, last_year=year)
        backwards = (year or 0, self.first) > (last_year or 0, other.last)
        return replace(both, wrong=backwards and not over)

    def in_year(self, other: Days | None) -> Days:
        """In the year told before it; wrong where it has another of its own."""
        year = other.year if other else None
        return replace(
            self,
            year=year,
            wrong=bool(self.year and year and self.year != year),
            relative=other is not None and other.relative,
        )

    def in_month(self, other: Days) -> Days:
        """A bare day in the month and year of another."""
        month = other.last[0]
        return checked(Days(other.last_year or other.year, (month, self.first[1]), (month, self.last[1])))

    def on(self, weekday: Period | None) -> Days:
        """Known to be a weekday; wrong where its year is known and it is another."""
        if self.year is None or weekday is None or not weekday.first.startswith("-W-"):
            return self
        return replace(self, wrong=date(self.year, *self.first).isoweekday() != int(weekday.first[3:]))

    def of_year(self, year: int) -> Days:
        """In a year, that of its first day; NoSuchDayError where the year has no such day. A February ends when it does."""
        last_year = year + 1 if turns(self.first, self.last) else None
        last = self.last
        if last == LEAP_DAY != self.first and not calendar.isleap(last_year or year):
            last = (LEAP_DAY[0], LEAP_DAY[1] - 1)
        return checked(replace(self, year=year, last=last, last_year=last_year))

    def iso(self) -> tuple[str, str]:
        """First and last day in ISO, what is open left open."""
        if self.first[0] == OPEN:
            return f"---{self.first[1]:02}", f"---{self.last[1]:02}"
        prefixes = (f"{y:04}" if y else "-" for y in (self.year, self.last_year or self.year))
        (one, other) = (f"{p}-{m:02}-{d:02}" for p, (m, d) in zip(prefixes, (self.first, self.last), strict=True))
        return one, other


def checked(days: Days) -> Days:
    """NoSuchDayError unless both of its days can be; backwards is wrong."""
    for year, (month, day) in ((days.year, days.first), (days.last_year or days.year, days.last)):
        if not 1 <= month <= MONTHS_A_YEAR or not 1 <= day <= calendar.monthrange(year or CENTURY, month)[1]:
            raise NoSuchDayError
    if (days.year or 0, days.first) <= (days.last_year or days.year or 0, days.last):
        return days
    if not turns(days.first, days.last):
        raise NoSuchDayError
    return replace(days, last_year=days.year + 1) if days.year else days


def turns(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a stretch that ends in an earlier month than it begins runs over the turn of the year (12月到1月)."""
    return first[0] > last[0] and (last[0] - first[0]) % MONTHS_A_YEAR <= HALF
