"""The year of a masthead that prints month and day with the year by stem and branch alone (7月9日 农历甲辰年六月初四)."""

from __future__ import annotations

import re
from datetime import date

from rag.time.wordings import headed

STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE, FIRST = 60, 1984
"""Years after which stem and branch come again; the last year that began the cycle, from which years are counted."""

TURN = 2
"""The last month in which a day may belong to the lunar year before."""

_LUNAR = re.compile(rf"([{STEMS}])([{BRANCHES}])[^年\d]{{0,3}}年\s*(闰?[正一二三四五六七八九十冬腊]{{0,2}})")
_WEEKDAY = re.compile(r"(?:星期|周|礼拜)([一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_LAST_MONTHS = ("十一", "冬", "十二", "腊", "十")


def lunar_issue(head: str) -> str | None:
    """The ISO day of a masthead that gives month and day in figures and the year by stem and branch; None where it does
    not, or where the weekday it prints is another one."""
    year = _LUNAR.search(head)
    day = next(((m.month, m.day) for m in headed(head) if m.kind == "day" and m.month and m.day), None)
    if year is None or day is None:
        return None
    stem, branch, month = year.groups()
    lunar = next(
        (y for y in range(FIRST, FIRST + CYCLE) if (STEMS[y % 10 - 4], BRANCHES[y % 12 - 4]) == (stem, branch)), None
    )
    if lunar is None:
        return None
    late = day[0] <= TURN and month.removeprefix("闰") in _LAST_MONTHS
    try:
        on = date(lunar + late, day[0], day[1])
    except ValueError:
        return None
    weekday = _WEEKDAY.search(head)
    if weekday and _WEEKDAYS.index(weekday[1].replace("天", "日")) != on.weekday():
        return None
    return on.isoformat()
