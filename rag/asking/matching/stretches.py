"""Parts of a year and runs of months as a page or a question prints them: 二季度, 上半年, 前三个月."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.records import Mention, Period

STRETCH = "stretch"
"""The unit of such a time."""

_MONTH_AND_DAY = len("03-31")
_MONTHS = re.compile(r"(\d{4}|-)-(\d\d)/\1-(\d\d)-\d\d$")
_OF_MONTHS = {
    ("01", "03"): "一季度",
    ("04", "06"): "二季度",
    ("07", "09"): "三季度",
    ("10", "12"): "四季度",
    ("01", "06"): "上半年",
    ("07", "12"): "下半年",
}
"""A run of months (1月至6月) by the part of the year that it is."""
_TURN = re.compile(r"年[初底末终]|岁[初末]")
_CHARACTERS = str.maketrans("123456789", "一二三四五六七八九")


def stretches(told: Iterable[Mention]) -> frozenset[str]:
    """Each of them once, its number in characters; months in a row (1月至6月) by the part of the year that they are."""
    return frozenset(filter(None, (_numeral(m.text) if m.unit == STRETCH else _months(m.value) for m in told)))


def of_period(period: Period) -> frozenset[str]:
    """The part of a year that a period is, however it is worded (the first half of 2023)."""
    first, last = period.first[-_MONTH_AND_DAY:], period.last[-_MONTH_AND_DAY:]
    of_one_year = period.first[:-_MONTH_AND_DAY] == period.last[:-_MONTH_AND_DAY]
    whole = of_one_year and first.endswith("-01") and last.endswith(("-30", "-31"))
    return frozenset(filter(None, (_OF_MONTHS.get((first[:2], last[:2])),))) if whole else frozenset()


def turns(text: str) -> frozenset[str]:
    """Where a year turns, which nobody dates (年底, 年末 and 岁末 are one)."""
    return frozenset("年初" if m.group().endswith("初") else "年底" for m in _TURN.finditer(text))


def _months(value: str) -> str:
    """The part of a year that a run of months is, by its first and last; empty where it is none."""
    found = _MONTHS.match(value)
    return _OF_MONTHS.get((found[2], found[3]), "") if found else ""


def _numeral(printed: str) -> str:
    """A stretch with its number in characters (第1季度 -> 一季度)."""
    return printed.removeprefix("第").translate(_CHARACTERS)
