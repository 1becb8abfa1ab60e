"""Parts of a time as worded (month, quarter, 上旬, last Monday) to days of the calendar, a reader for each kind."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from rag.records import Period
from rag.time import almanac
from rag.time.days import CENTURY, MONTHS_A_YEAR, OPEN, Days, NoSuchDayError, Yearly, checked, turns
from rag.time.lunar import LAST_DAY, LAST_MONTH, civil_day, leap_month
from rag.time.numerals import number
from rag.time.wordings import MONTHS, SHORTEST, WEEKDAYS

_TENTHS = {
    "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 10), "底": (21, 31), "末": (21, 31),
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "": (1, 31),
}  # fmt: skip
_YEAR_PARTS = {"年初": (1, 3), "年中": (6, 7), "年底": (11, 12), "年末": (11, 12), "": (1, 12)}
_SEASONS = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 2)}
_SEASONS |= {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_BACK = {"今": 0, "当": 0, "同": 0, "本": 0, "去": 1, "前": 2, "明": -1, "this": 0, "last": 1}
_SHIFTS = {"今": 0, "昨": 1, "前": 2, "today": 0, "yesterday": 1}
_CHINESE_WEEKDAYS = "一二三四五六日"
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_WHOLE = ("当天", "当日", "之日", "这天", "这一天", "那天", "节气")
"""What behind a festival makes it the day alone, without the days off around it."""
_DAYS_OF = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "day": 1, "week": 7}
_MONTHS_OF = {"月": 1, "年": 12, "month": 1, "year": 12}
HALF_A_YEAR, HALF_A_MONTH = 6, 15

Parts = Mapping[str, str]
Read = Days | Period | Yearly | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative words are counted from, if anything: years from `now`, days and weeks from `today`."""

    now: date | None
    today: date | None = None


def _day(parts: Parts, known: Calendar) -> Read:
    month, day = _month_of(parts), number(parts["day"])
    if month > MONTHS_A_YEAR >= day and "/" in parts.get("mark", ""):
        month, day = day, month
    last = (number(parts.get("month2", "")) or month, number(parts.get("day2", "")) or day)
    found = _year_of(parts, known, month)
    last_year = number(parts.get("year2", "")) or None
    return (
        checked(Days(found or last_year, (month, day), last, last_year, relative="word" in parts))
        if found != OPEN
        else None
    )


def _month(parts: Parts, known: Calendar) -> Read:
    month = _month_of(parts)
    end = number(parts.get("month2", "")) or month
    if not (1 <= month <= MONTHS_A_YEAR and 1 <= end <= MONTHS_A_YEAR):
        raise NoSuchDayError
    if end < month and not turns((month, 1), (end, 1)):
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


def _stretch(parts: Parts, known: Calendar) -> Read:
    """A season, a quarter, quarters from the first on, half a year, or months from January on."""
    year = _year_of(parts, known, 1)
    if season := parts.get("season", "").lower():
        first, last = _SEASONS[season]
    elif months := number(parts.get("months", "")):
        first, last = 1, months
    elif half := number(parts.get("half", "") or parts.get("halfword", "")):
        first, last = 6 * half - 5, 6 * half
    elif quarters := number(parts.get("quarters", "") or parts.get("quarters2", "")):
        first, last = 1, 3 * quarters
    else:
        quarter = number(parts.get("quarter", "") or parts.get("quarter2", "") or parts.get("quarterword", ""))
        first, last = 3 * quarter - 2, 3 * quarter
    if not 1 <= last <= MONTHS_A_YEAR:
        raise NoSuchDayError
    if year == OPEN:
        return None
    last_year = year + 1 if year and last < first else year
    end = calendar.monthrange(last_year or CENTURY, last)[1]
    return Days(year, (first, 1), (last, end), last_year, relative="word" in parts)


def _year(parts: Parts, known: Calendar) -> Read:
    year = _year_of(parts, known, 0)
    first, last = _YEAR_PARTS[parts.get("part", "")]
    end = calendar.monthrange(CENTURY + 1, last)[1]
    return Days(year, (first, 1), (last, end), relative="word" in parts) if year else None


def _festival(parts: Parts, known: Calendar) -> Read:
    name = almanac.named(parts["festival"])
    year = _year_of(parts, known, 0)
    if year == OPEN:
        return None
    found, alone = almanac.festival(name), parts.get("while", "") in _WHOLE

    def on(of: int) -> tuple[date, date] | None:
        day = found.day(of)
        if day is None:
            return None
        return (day, day) if alone else (day - timedelta(found.before), day + timedelta(found.after))

    if year is None:
        return Yearly(on, name)
    if days := on(year):
        return Period(days[0].isoformat(), days[1].isoformat(), festival=name, relative="word" in parts)
    return Period(f"{year:04}-01-01", f"{year:04}-12-31", festival=name)


def _lunar(parts: Parts, known: Calendar) -> Read:
    """A day of the Chinese calendar, or a leap month of it; NoSuchDayError where the year has none."""
    month, leap = _LUNAR_MONTHS.get(parts.get("lmonth", ""), number(parts.get("lmonth", ""))), "leap" in parts
    day = number(parts.get("lday", ""))
    if new_year := parts.get("newyear", "") or parts.get("eve", ""):
        month, day = (1, number(new_year)) if new_year.startswith("初") else (LAST_MONTH, LAST_DAY)
    elif not day and not leap:
        return None

    def on(year: int) -> tuple[date, date] | None:
        if leap and not day:
            return leap_month(year, month)
        found = civil_day(year, month, day, leap)
        return (found, found) if found else None

    year = _year_of(parts, known, 0)
    if year is None:
        return Yearly(on, "" if leap else almanac.lunar_name(month, day))
    if year == OPEN:
        return None
    if (days := on(year)) is None:
        raise NoSuchDayError
    return Period(days[0].isoformat(), days[1].isoformat(), relative="word" in parts)


def _weekday(parts: Parts, known: Calendar) -> Read:
    """The day of the week before or of this one, or that day of any week."""
    word, week = parts["weekday"].lower(), parts.get("week", "").lower()
    ordinal = WEEKDAYS.index(word) if word in WEEKDAYS else _CHINESE_WEEKDAYS.index(word.replace("天", "日"))
    if not week:
        return Period(f"-W-{ordinal + 1}", f"-W-{ordinal + 1}")
    if known.now is None:
        return None
    back = 7 * week.count("上")
    day = known.now - timedelta(days=known.now.weekday() - ordinal + back)
    if week == "last" and day >= known.now:
        day -= timedelta(days=7)
    return _span(day, day)


def _bare(parts: Parts, known: Calendar) -> Read:
    first, last = number(parts["day"]), number(parts.get("day2", "")) or number(parts["day"])
    if not 1 <= first <= last <= calendar.monthrange(CENTURY, 1)[1]:
        raise NoSuchDayError
    return Days(None, (OPEN, first), (OPEN, last))


def _near(parts: Parts, known: Calendar) -> Read:
    if known.today is None:
        return None
    word = parts["near"].lower()
    day = known.today - timedelta(days=_SHIFTS.get(word, _SHIFTS.get(word[0], 0)))
    return _span(day, day)


def _this_week(parts: Parts, known: Calendar) -> Read:
    if known.today is None:
        return None
    back = 7 if parts["thisweek"].lower().startswith(("上", "last")) else 0
    monday = known.today - timedelta(days=known.today.weekday() + back)
    return _span(monday, monday + timedelta(days=6))


def _this_month(parts: Parts, known: Calendar) -> Read:
    if known.today is None:
        return None
    first = known.today.replace(day=1)
    if parts["thismonth"].lower().startswith(("上", "last")):
        first = (first - timedelta(days=1)).replace(day=1)
    start, end = _TENTHS[parts.get("tenth", "")]
    end = min(end, calendar.monthrange(first.year, first.month)[1])
    return _span(first.replace(day=start), first.replace(day=end))


def _lately(parts: Parts, known: Calendar) -> Read:
    """So many days, weeks, months or years up to today."""
    if known.today is None:
        return None
    unit, half = parts["unit"].lower(), parts["count"] == "半"
    count = number(parts["count"])
    if not count and not half:
        return None
    if unit in _DAYS_OF or (half and unit == "月"):
        days = HALF_A_MONTH if half else count * _DAYS_OF[unit]
        return _span(known.today - timedelta(days=days), known.today)
    months = HALF_A_YEAR if half else count * _MONTHS_OF[unit]
    year, month = divmod(known.today.year * MONTHS_A_YEAR + known.today.month - 1 - months, MONTHS_A_YEAR)
    if year < 1:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    return _span(date(year, month + 1, min(known.today.day, last)), known.today)


readers: Mapping[str, Callable[[Parts, Calendar], Read]] = MappingProxyType(
    {
        "day": _day,
        "month": _month,
        "stretch": _stretch,
        "year": _year,
        "festival": _festival,
        "lunar": _lunar,
        "weekday": _weekday,
        "bare": _bare,
        "alone": _bare,
        "near": _near,
        "week": _this_week,
        "thismonth": _this_month,
        "lately": _lately,
    }
)
"""By the kinds of `times.tsv`. None for what only today could tell; NoSuchDayError as it says."""


def _span(first: date, last: date) -> Period:
    return Period(first.isoformat(), last.isoformat(), relative=True)


def _month_of(parts: Parts) -> int:
    name = parts.get("name", "").lower()
    named = next((k for k, m in enumerate(MONTHS, 1) if name and m.startswith(name[:SHORTEST])), 0)
    return named or number(parts.get("month", ""))


def _year_of(parts: Parts, known: Calendar, month: int) -> int | None:
    """The year given, None where none is; OPEN where a word gives it and nobody knows what day today is."""
    if year := number(parts.get("year", "") or ("" if "month" in parts else parts.get("year2", ""))):
        return year
    if short := parts.get("yy"):
        return CENTURY + int(short)
    if not (word := parts.get("word", "").lower()):
        return None
    if known.now is None:
        return OPEN
    if word == "last" and month:
        return known.now.year - (month >= known.now.month)
    return counted_year(word, known.now.year)


def counted_year(word: str, year: int) -> int:
    """The year that a word counts from another one (去年, last); KeyError for a word that counts none."""
    return year - _BACK[word.removesuffix("年")]
