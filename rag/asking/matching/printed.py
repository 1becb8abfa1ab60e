"""Whether a sentence prints a time that is asked about, as newspapers print it: without the year of the page."""

from __future__ import annotations

import re

from rag.records import Period
from rag.time import Moment, moments

_YEARS_AGO = {0: "今年", 1: "去年", 2: "前年"}


def prints_time(period: Period, text: str, paper: str | None = None) -> bool:
    """Whether the day, the month or the year stands in the text, for a period that is one of these.

    `paper` is the date of the article, from which 去年8月 counts.
    """
    year, month, day = _parts(period)
    told = moments(text)
    if day:
        return any(_is_day(m, month, day) for m in told) or re.search(rf"(?<![\d月]){day}日", text) is not None
    if month:
        return any(m.month == month for m in told)
    ago = int(paper[:4]) - int(year) if paper and year else -1
    return bool(year) and any(str(m.year) == year or _counted(m, ago) for m in told)


def _is_day(moment: Moment, month: int, day: int) -> bool:
    return moment.day == day and moment.month in (None, month)


def _counted(moment: Moment, ago: int) -> bool:
    """Whether it is a month of the year so many years before the paper's, told as 去年."""
    return ago in _YEARS_AGO and moment.word == _YEARS_AGO[ago] and moment.month is not None


def _parts(period: Period) -> tuple[str, int, int]:
    """Year, month and day of a period, as far as it has but one of each; 0 or empty where it has more."""
    first, last = period.first.rsplit("-", 2), period.last.rsplit("-", 2)
    same_year, same_month = first[0] == last[0], first[:2] == last[:2]
    year = first[0].strip("-") if same_year else ""
    return year, int(first[1]) if same_month else 0, int(first[2]) if first == last else 0
