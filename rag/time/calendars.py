"""Parts of a time as worded (month, quarter, 上旬, last Monday) to days of the calendar, a reader for each kind."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from rag.records import Period
from rag.time import almanac
from rag.time.wordings import MONTHS, SHORTEST, WEEKDAYS

_TENTHS = {
    "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31),
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "": (1, 31),
}  # fmt: skip
_YEAR_PARTS = {"年初": (1, 3), "年中": (6, 7), "年底": (11, 12), "年末": (11, 12), "": (1, 12)}
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}
_SEASONS |= {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_BACK = {"今": 0, "去": 1, "前": 2, "this": 0, "last": 1}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {w: n for n, w in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "上": 1, "下": 2}
_NUMBERS |= {w: n for n, w in enumerate(_ENGLISH, 1)}
_NUMBERS |= {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_CHINESE_WEEKDAYS = "一二三四五六日"
CENTURY = 2000
HALF = 6
"""Months that a stretch over the turn of a year may have; what would be longer is written backwards."""

OPEN = 0
"""The month of a day of which no month is given."""

Parts = Mapping[str, str]


class NoSuchDayError(ValueError):
    """A month, or a day of one, that there never is."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative words are counted from, if anything."""

    now: date | None


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
        turns = _turns(self.first, other.last) and not (self.year and other.year)
        if turns and year and self.year:
            return replace(both, last_year=year + 1)
        if turns and year:
            return replace(both, year=year - 1, last_year=year)
        backwards = (year or 0, self.first) > (last_year or 0, other.last)
        return replace(both, wrong=backwards and not turns)

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
        return _checked(Days(other.last_year or other.year, (month, self.first[1]), (month, self.last[1])))

    def on(self, weekday: Period | None) -> Days:
        """Known to be a weekday; wrong where its year is known and it is another."""
        if self.year is None or weekday is None or not weekday.first.startswith("-W-"):
            return self
        return replace(self, wrong=date(self.year, *self.first).isoweekday() != int(weekday.first[3:]))

    def iso(self) -> tuple[str, str]:
        """First and last day in ISO, what is open left open."""
        if self.first[0] == OPEN:
            return f"---{self.first[1]:02}", f"---{self.last[1]:02}"
        prefixes = (f"{y:04}" if y else "-" for y in (self.year, self.last_year or self.year))
        (one, other) = (f"{p}-{m:02}-{d:02}" for p, (m, d) in zip(prefixes, (self.first, self.last), strict=True))
        return one, other


def _day(parts: Parts, known: Calendar) -> Days | None:
    month, day = _month_of(parts), _number(parts["day"])
    if month > len(MONTHS) >= day and "year" in parts and "/" in parts.get("mark", "/"):
        month, day = day, month
    last = (_number(parts.get("month2", "")) or month, _number(parts.get("day2", "")) or day)
    found = _year_of(parts, known, month)
    return _checked(Days(found, (month, day), last, relative="word" in parts)) if found != OPEN else None


def _month(parts: Parts, known: Calendar) -> Days | None:
    month = _month_of(parts)
    end = _number(parts.get("month2", "")) or month
    if not (1 <= month <= len(MONTHS) and 1 <= end <= len(MONTHS)):
        raise NoSuchDayError
    if end < month and not _turns((month, 1), (end, 1)):
        raise NoSuchDayError
    year = _year_of(parts, known, month)
    first, last = _TENTHS[parts.get("tenth", "") or parts.get("tenthword", "").lower()]
    end_year = year + 1 if year and end < month else year
    length = calendar.monthrange(end_year or CENTURY, end)[1]
    return (
        Days(year, (month, first), (end, min(last, length)), end_year, relative="word" in parts)
        if year != OPEN
        else None
    )


def _stretch(parts: Parts, known: Calendar) -> Days | None:
    """A season, a quarter, quarters from the first on, half a year, or months from January on."""
    year = _year_of(parts, known, 1)
    if season := parts.get("season", "").lower():
        first, last = _SEASONS[season]
    elif months := _number(parts.get("months", "")):
        first, last = 1, months
    elif half := _number(parts.get("half", "") or parts.get("halfword", "")):
        first, last = 6 * half - 5, 6 * half
    elif quarters := _number(parts.get("quarters", "") or parts.get("quarters2", "")):
        first, last = 1, 3 * quarters
    else:
        quarter = _number(parts.get("quarter", "") or parts.get("quarter2", "") or parts.get("quarterword", ""))
        first, last = 3 * quarter - 2, 3 * quarter
    if not 1 <= last <= len(MONTHS):
        raise NoSuchDayError
    if year == OPEN:
        return None
    last_year = year + 1 if year and last < first else year
    end = calendar.monthrange(last_year or CENTURY, last)[1]
    return Days(year, (first, 1), (last, end), last_year, relative="word" in parts)


def _year(parts: Parts, known: Calendar) -> Days | None:
    year = _year_of(parts, known, 0)
    first, last = _YEAR_PARTS[parts.get("part", "")]
    end = calendar.monthrange(CENTURY + 1, last)[1]
    return Days(year, (first, 1), (last, end), relative="word" in parts) if year else None


def _festival(parts: Parts, known: Calendar) -> Period | None:
    name = almanac.named(parts["festival"])
    year = _year_of(parts, known, 0)
    if year == OPEN:
        return None
    found = almanac.festival(name)
    if year and (span := found.span(year)):
        return Period(*span, festival=name, relative="word" in parts)
    if year:
        return Period(f"{year:04}-01-01", f"{year:04}-12-31", festival=name)
    span = found.span(CENTURY) if found.fixed else None
    return Period(f"-{span[0][4:]}", f"-{span[1][4:]}", festival=name) if span else Period("", "", festival=name)


def _weekday(parts: Parts, known: Calendar) -> Period | None:
    """The day of the week before or of this one, or that day of any week."""
    word, week = parts["weekday"].lower(), parts.get("week", "").lower()
    number = WEEKDAYS.index(word) if word in WEEKDAYS else _CHINESE_WEEKDAYS.index(word.replace("天", "日"))
    if not week:
        return Period(f"-W-{number + 1}", f"-W-{number + 1}")
    if known.now is None:
        return None
    back = 7 * week.count("上")
    day = known.now - timedelta(days=known.now.weekday() - number + back)
    if week == "last" and day >= known.now:
        day -= timedelta(days=7)
    return Period(day.isoformat(), day.isoformat(), relative=True)


def _bare(parts: Parts, known: Calendar) -> Days | None:
    day = _number(parts["day"])
    if not 1 <= day <= calendar.monthrange(CENTURY, 1)[1]:
        raise NoSuchDayError
    return Days(None, (OPEN, day), (OPEN, day))


readers: Mapping[str, Callable[[Parts, Calendar], Days | Period | None]] = MappingProxyType(
    {
        "day": _day,
        "month": _month,
        "stretch": _stretch,
        "year": _year,
        "festival": _festival,
        "weekday": _weekday,
        "bare": _bare,
    }
)
"""By the kinds of `period_wordings.tsv`. None for what only today could tell; NoSuchDayError as it says."""


def _month_of(parts: Parts) -> int:
    name = parts.get("name", "").lower()
    named = next((k for k, m in enumerate(MONTHS, 1) if name and m.startswith(name[:SHORTEST])), 0)
    return named or _number(parts.get("month", ""))


def _year_of(parts: Parts, known: Calendar, month: int) -> int | None:
    """The year given, None where none is; OPEN where a word gives it and nobody knows what day today is."""
    if year := parts.get("year") or parts.get("year2"):
        return int(year)
    if short := parts.get("yy"):
        return CENTURY + int(short)
    if not (word := parts.get("word", "").lower()):
        return None
    if known.now is None:
        return OPEN
    if word == "last" and month:
        return known.now.year - (month >= known.now.month)
    return known.now.year - _BACK[word.removesuffix("年")]


def _number(numeral: str) -> int:
    """In figures, Chinese numerals up to 39 or English words; 0 for nothing."""
    if not numeral or numeral.isdecimal():
        return int(numeral or 0)
    if (word := numeral.lower()) in _NUMBERS:
        return _NUMBERS[word]
    tens, _, ones = numeral.partition("十")
    return 10 * (_NUMBERS.get(tens, 1)) + _NUMBERS.get(ones, 0)


def _checked(days: Days) -> Days:
    """NoSuchDayError unless both of its days can be; backwards is wrong."""
    for year, (month, day) in ((days.year, days.first), (days.last_year or days.year, days.last)):
        if not 1 <= month <= len(MONTHS) or not 1 <= day <= calendar.monthrange(year or CENTURY, month)[1]:
            raise NoSuchDayError
    if days.first <= days.last:
        return days
    if not _turns(days.first, days.last):
        raise NoSuchDayError
    return replace(days, last_year=days.year + 1) if days.year else days


def _turns(first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a stretch that ends in an earlier month than it begins runs over the turn of the year (12月到1月)."""
    return first[0] > last[0] and (last[0] - first[0]) % len(MONTHS) <= HALF
