"""Days known by name (春节, Labour Day): how they are worded, and when they and the days off around them fall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rag.tables import rows


@dataclass(frozen=True, slots=True)
class Festival:
    """`days` are its days by year; `fixed` is its month and day where these are the same every year."""

    name: str
    before: int
    after: int
    fixed: str
    days: tuple[tuple[int, str], ...]

    def span(self, year: int) -> tuple[str, str] | None:
        """First and last ISO day of it with the days off, in a year; None where its day of that year is not known."""
        day = f"{year:04}-{self.fixed}" if self.fixed else dict(self.days).get(year, "")
        if not day:
            return None
        on = date.fromisoformat(day)
        return (on - timedelta(self.before)).isoformat(), (on + timedelta(self.after)).isoformat()


def festival(name: str) -> Festival:
    """The festival of this name. KeyError where there is none."""
    return _festivals()[name]


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival in a year; None where that is not known."""
    known = festival(name)
    day = f"{year:04}-{known.fixed}" if known.fixed else dict(known.days).get(year, "")
    return date.fromisoformat(day) if day else None


def named(wording: str) -> str:
    """The name of the festival that is worded so, in either language; StopIteration where none is."""
    return next(f for f, pattern in _wordings() if pattern.fullmatch(wording))


def falls(name: str, first: str, last: str) -> bool:
    """Whether any of the days from `first` to `last`, in ISO, is one of the festival's or of the days off around it."""
    year = int(first[:4])
    spans = [span for y in (year, year + 1) if (span := festival(name).span(y))]
    return any(first <= end and start <= last for start, end in spans)


def on_festival(name: str, day: str) -> bool:
    """Whether a full ISO day is one of a festival's; False for a festival that is not in the almanac."""
    return len(day) == len("2022-05-06") and name in _festivals() and falls(name, day, day)


def wordings(language: int) -> str:
    """A regular expression for the wordings of all festivals in Chinese (0) or English (1)."""
    return "|".join(fields[language + 1] for fields in rows("festival_days.tsv"))


@lru_cache(maxsize=1)
def _festivals() -> dict[str, Festival]:
    found = {}
    for name, _, _, before, after, days in rows("festival_days.tsv"):
        known = tuple((int(day[:4]), day) for day in days.split() if len(day) > len("01-01"))
        found[name] = Festival(name, int(before), int(after), "" if known else days, known)
    return found


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(f"{zh}|{en}", re.I)) for name, zh, en, *_ in rows("festival_days.tsv"))
