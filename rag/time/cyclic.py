"""The day of a masthead that tells its year by stem and branch, or by the Chinese calendar alone (农历甲辰年六月初四)."""

from __future__ import annotations

import re
from datetime import date

from rag.time.lunar import lunar_day
from rag.time.numerals import DIGITS, ONES, UP_TO_39, number
from rag.time.wordings import headed

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE, FIRST = 60, 1984
"""Years after which stem and branch come again; the last year that began the cycle, from which years are counted."""

TURN = 2
"""The last month in which a day may belong to the lunar year before."""

_LUNAR = re.compile(rf"([{STEMS}][{BRANCHES}])[^年\d]{{0,3}}年\s*(闰?[正一二三四五六七八九十冬腊]{{0,2}})")
_WHOLE = re.compile(
    rf"([{STEMS}][{BRANCHES}]|(?<=农历)[12一二][{DIGITS}\d]{{3}})[^年\d]{{0,3}}年\s*(闰)?([正冬腊]|十?[一二]|[{ONES}十])月\s*(初[{ONES}十]|{UP_TO_39})"
)
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_LAST_MONTHS = ("十一", "冬", "十二", "腊", "十")


def lunar_issue(head: str) -> str | None:
    """The ISO day of a masthead that gives the year by stem and branch, with month and day in figures or of the Chinese
    calendar; None where it does not, or where the weekday it prints is another one."""
    day = next(((m.month, m.day) for m in headed(head) if m.kind == "day" and m.month and m.day), None)
    on = _in_figures(head, *day) if day else _of_the_moon(head)
    weekday = _WEEKDAY.search(head)
    if on is None or (weekday and _WEEKDAYS.index(weekday[1].replace("天", "日")) != on.weekday()):
        return None
    return on.isoformat()


def _in_figures(head: str, month: int, day: int) -> date | None:
    """A day of the common calendar in the year of stem and branch, which ends in the one after."""
    year = _LUNAR.search(head)
    lunar = _year(year[1]) if year else None
    if year is None or lunar is None:
        return None
    late = month <= TURN and year[2].removeprefix("闰") in _LAST_MONTHS
    try:
        return date(lunar + late, month, day)
    except ValueError:
        return None


def _of_the_moon(head: str) -> date | None:
    """A day of the Chinese calendar with its year."""
    found = _WHOLE.search(head)
    year = _year(found[1]) if found else None
    if found is None or year is None:
        return None
    return lunar_day(year, _MONTHS.get(found[3]) or number(found[3]), number(found[4]), bool(found[2]))


def _year(printed: str) -> int | None:
    """The year that stem and branch, or Chinese digits, stand for."""
    if printed[0] not in STEMS:
        return number(printed)
    pairs = ((STEMS[y % 10 - 4], BRANCHES[y % 12 - 4]) for y in range(FIRST, FIRST + CYCLE))
    return next((FIRST + k for k, pair in enumerate(pairs) if pair == (printed[0], printed[1])), None)
