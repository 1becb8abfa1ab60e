"""Days known by name (春节, Labour Day): how they are worded, and when they and the days off around them fall."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from rag.tables import rows
from rag.time.lunar import LAST_DAY, LAST_MONTH, civil_day, solar_term

LUNAR, TERM = "lunar ", "term "
"""How the day of a festival that moves is told in the table: by the Chinese calendar, or as a solar term."""


@dataclass(frozen=True, slots=True)
class Festival:
    """`falls` is its month and day, or how to find them; `before` and `after` are the days off around it."""

    name: str
    before: int
    after: int
    falls: str

    @property
    def fixed(self) -> bool:
        """Whether it falls on the same month and day of every year."""
        return not self.falls.startswith((LUNAR, TERM))

    def day(self, year: int) -> date | None:
        """Its day in a year; None where the calendar of that year is not known."""
        if self.falls.startswith(TERM):
            return solar_term(year, self.falls.removeprefix(TERM))
        month, day = map(int, self.falls.removeprefix(LUNAR).split("-"))
        if self.falls.startswith(LUNAR):
            return civil_day(year, month, day)
        return date(year, month, day) if year else None

    def span(self, year: int) -> tuple[str, str] | None:
        """First and last ISO day of it with the days off, in a year; None where its day of that year is not known."""
        on = self.day(year)
        if on is None:
            return None
        return (on - timedelta(self.before)).isoformat(), (on + timedelta(self.after)).isoformat()


def festival(name: str) -> Festival:
    """The festival of this name. KeyError where there is none."""
    return _festivals()[name]


def festival_day(name: str, year: int) -> date | None:
    """The day of a festival in a year; None where that is not known."""
    return festival(name).day(year)


def named(wording: str) -> str:
    """The name of the festival that is worded so, in either language; StopIteration where none is."""
    return next(f for f, pattern in _wordings() if pattern.fullmatch(wording))


def lunar_name(month: int, day: int) -> str:
    """The name by which a day of the Chinese calendar is a festival here (正月初八)."""
    falls = f"{LUNAR}{month:02}-{day:02}"
    return next((f.name for f in _festivals().values() if f.falls == falls), "")


def falls(name: str, first: str, last: str) -> bool:
    """Whether any of the days from `first` to `last`, in ISO, is one of the festival's or of the days off around it."""
    year = int(first[:4])
    spans = [span for y in (year, year + 1) if (span := festival(name).span(y))]
    return any(first <= end and start <= last for start, end in spans)


def on_festival(name: str, day: str) -> bool:
    """Whether a full ISO day is one of a festival's; False for a festival that is not in the almanac."""
    return len(day) == len("2022-05-06") and name in _festivals() and falls(name, day, day)


def wordings(language: int, *, alone: bool = False) -> str:
    """A regular expression for the wordings of all festivals in Chinese (0) or English (1), or of those without other
    days off around them."""
    kept = (fields for fields in rows("festival_days.tsv") if not alone or fields[3] == fields[4] == "0")
    return "|".join(fields[language + 1] for fields in kept)


def terms() -> str:
    """A regular expression for the names of the solar terms."""
    return "|".join(name for (name,) in rows("solar_terms.tsv"))


@lru_cache(maxsize=1)
def _festivals() -> dict[str, Festival]:
    named = {name: Festival(name, 0, 0, f"{TERM}{name}") for (name,) in rows("solar_terms.tsv")}
    months = ("正", *"二三四五六七八九十", "冬", "腊")
    days = [f"{tens}{one}" for tens in ("初", "十", "廿") for one in "一二三四五六七八九十"]
    days[19], days[29] = "二十", "三十"
    moons = {
        f"{month}月{day}": Festival(f"{month}月{day}", 0, 0, f"{LUNAR}{m:02}-{d:02}")
        for m, month in enumerate(months, 1)
        for d, day in enumerate(days, 1)
    }
    moons["除夕"] = Festival("除夕", 0, 0, f"{LUNAR}{LAST_MONTH:02}-{LAST_DAY:02}")
    return (
        named
        | moons
        | {
            name: Festival(name, int(before), int(after), falls)
            for name, _, _, before, after, falls in rows("festival_days.tsv")
        }
    )


@lru_cache(maxsize=1)
def _wordings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    named = [(name, re.compile(f"{zh}|{en}", re.I)) for name, zh, en, *_ in rows("festival_days.tsv")]
    return (*named, *((name, re.compile(name)) for (name,) in rows("solar_terms.tsv")))
