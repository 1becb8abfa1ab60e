"""How words of time that no day fixes (去年) were read, in words."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.writing.phrases import AND, day_in_words, period_in_words, phrase
from rag.records import Period


def reading_of(query: Frame, period: Period) -> str:
    """A sentence of the answer, on a period that was counted from the newest page."""
    language = query.language
    return phrase(
        "reckoned",
        language,
        printed=period.printed,
        newest=day_in_words(query.newest, language),
        period=period_in_words(period.first, period.last, language),
    )


def as_printed(query: Frame, year: str, days: Sequence[str]) -> str:
    """A sentence of the answer on a year that is meant as the reports say it; `days` are those they are of, in the order in
    which they are quoted, none where no day is known."""
    told = _in_words(query, days)
    return phrase("as_printed" if told else "as_printed_undated", query.language, printed=year, days=told)


def as_counted(query: Frame, year: str, days: Sequence[str], meant: str) -> str:
    """The same of one that the reports tell in other words (上年, 2021年): `meant` is its four digits, empty where no day is
    known to count it from."""
    if not meant:
        return phrase("as_counted_undated", query.language, printed=year)
    period = day_in_words(meant, query.language)
    return phrase("as_counted", query.language, printed=year, days=_in_words(query, days), period=period)


def _in_words(query: Frame, days: Sequence[str]) -> str:
    return AND[query.language].join(day_in_words(day, query.language) for day in dict.fromkeys(days))
