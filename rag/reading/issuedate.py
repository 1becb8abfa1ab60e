"""The day of an issue as mastheads, lines beneath headlines, file names and the heads of web pages write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_DIGITS = str.maketrans("０１２３４５６７８９〇零○一二三四五六七八九", "0123456789000123456789")
_NUMERALS = re.compile(
    r"([12一二][09〇零○九][0-9〇零○一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[.\-/年·]\s*(\d{1,2})\s*[.\-/月·]\s*(\d{1,2})(?!\d)")
_NUMBERED = re.compile(r"((?:19|20)\d\d)年第\d+期[^\d]{0,4}(?:总第\d+期)?[^\d]{0,6}(\d{1,2})月(\d{1,2})日")
"""A year printed with the number of the issue, the day behind it."""

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_ENGLISH = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_NAME},? (?P<year>(?:19|20)\d\d)\b",
        rf"\b{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b",
    )
)


def issue_day(text: str) -> str | None:
    """The first full day in a text, as ISO, in figures, Chinese numerals or English; None where there is none.

    A day that never was (2023-02-30) is passed over.
    """
    text = _NUMERALS.sub(_in_figures, text.translate(_WIDE))
    ways = (_days(_FULL, text), _days(_NUMBERED, text), *(_english(p, text) for p in _ENGLISH))
    return next((day for days in ways for day in days), None)


def compact_day(text: str) -> str | None:
    """The first day of a text that is written in eight figures (20230509), as ISO."""
    return next(_days(_COMPACT, text), None)


_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def _in_figures(found: re.Match[str]) -> str:
    year, *others = found.groups()
    month, day = (_number(numeral) for numeral in others)
    return f"{year.translate(_DIGITS)}年{month}月{day}日"


def _number(numeral: str) -> int:
    """A Chinese numeral below forty."""
    tens, ten, ones = numeral.rpartition("十")
    return 10 * int(tens.translate(_DIGITS) or 1) * bool(ten) + int(ones.translate(_DIGITS) or 0)


def _days(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        yield from _iso(*map(int, found.groups()))


def _english(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for found in pattern.finditer(text):
        yield from _iso(int(found["year"]), 1 + _MONTHS.index(found["name"].lower()), int(found["day"]))


def _iso(year: int, month: int, day: int) -> Iterator[str]:
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return
