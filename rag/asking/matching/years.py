"""Years that are told by their distance (去年, this year): what a question and a report may each count from a day of its own."""

from __future__ import annotations

import re

from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import article_day
from rag.records import Period

_YEAR = re.compile(r"([去今前])年(?:[上下]半年|年?[初底末])?")
_BACK = {"今": 0, "去": 1, "前": 2}
_IN_CHINESE = {"last year": "去年", "this year": "今年"}

_ALSO = {"去年": ("上年", "上一年", "上届", "上一届", "同期")}

OF_A_YEAR = re.compile(r"(?=[去今前明]年|(?<!\d)\d{4}年|上一?[年届]|同年|(?<!年)同期)")
"""Where a sentence begins to tell of a year, of which it goes on to tell until it names another."""


def as_a_report_says(period: Period) -> str:
    """The words a report would print for a period of a question that tells a year by its distance; else empty."""
    word = _IN_CHINESE.get(period.printed.lower(), period.printed)
    return word if period.relative and _YEAR.fullmatch(word) else ""


def year_meant(word: str, c: Candidate) -> str:
    """The year that the article means by such words, four digits; empty where nothing tells when it was written."""
    return counted(word, c.reading.issued or article_day(c) or "")


def counted(word: str, day: str) -> str:
    """The year that is meant by such words on an ISO day; empty for other words, and where the day has no year."""
    told, year = _YEAR.match(word), day[:4]
    return str(int(year) - _BACK[told[1]]) if told and year.isdecimal() else ""


def whole_year(year: str) -> Period:
    """The year of four digits."""
    return Period(f"{year}-01-01", f"{year}-12-31", year)


def in_other_words(word: str, c: Candidate) -> tuple[str, ...]:
    """The wordings by which the article may tell of the year that such words mean: 去年, 上年, 2021年."""
    year = year_meant(word, c)
    return (word, *_ALSO.get(word, ()), *([f"{year}年"] if year else []))
