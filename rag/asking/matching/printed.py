"""Whether a sentence prints a time that is asked about, as newspapers print it: without the year of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.asking.matching.mentioned import times
from rag.mentions import day_of
from rag.records import Mention, Period

_YEARS_AGO = {0: "今年", 1: "去年", 2: "前年"}
_WORD = "今去前明当同本"
"""How what is told instead of a year begins (去年)."""
_BARE = re.compile(r"(\d{1,2})[日号]")
_MONTH = re.compile(r"(\d{1,2})月")


def prints_time(period: Period, told: Iterable[Mention], paper: str | None = None) -> bool:
    """Whether the day, the month or the year is mentioned, for a period that is one of these.

    `paper` is the date of the article, from which 去年8月 counts.
    """
    year, month, day = _parts(period)
    if day:
        return any(_is_day(m, month, day) for m in times(told))
    if month:
        return any(_month(m) == month for m in times(told))
    ago = int(paper[:4]) - int(year) if paper and year else -1
    return bool(year) and any(_is_year(m, year) or _counted(m, ago) for m in times(told))


def _is_day(told: Mention, month: int, day: int) -> bool:
    if bare := _BARE.match(told.text):
        return int(bare[1]) == day
    if not month:  # 31日 of a question that names no month
        return day_of(told).endswith(f"-{day:02}")
    return day_of(told)[-5:] == f"{month:02}-{day:02}"


def _month(told: Mention) -> int:
    """The month it is of; 0 where nobody knows."""
    value = day_of(told).removeprefix("--")
    if len(value) == len("05-06"):
        return int(value[:2])
    printed = _MONTH.search(told.text)
    return int(value[5:7]) if len(value) > len("2022") else int(printed[1]) if printed else 0


def _is_year(told: Mention, year: str) -> bool:
    """Whether that year itself is printed."""
    return "年" in told.text and told.text[0] not in _WORD and day_of(told)[:4] == year


def _counted(told: Mention, ago: int) -> bool:
    """Whether it is a month of the year so many years before the paper's, told as 去年."""
    return ago in _YEARS_AGO and told.text.startswith(_YEARS_AGO[ago]) and _month(told) > 0


def _parts(period: Period) -> tuple[str, int, int]:
    """Year, month and day of a period, as far as it has but one of each; 0 or empty where it has more."""
    first, last = period.first.rsplit("-", 2), period.last.rsplit("-", 2)
    same_year, same_month = first[0] == last[0], first[:2] == last[:2]
    year = first[0].strip("-") if same_year else ""
    return year, int(first[1] or 0) if same_month else 0, int(first[2]) if first == last else 0
