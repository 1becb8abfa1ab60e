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


def as_printed(query: Frame, days: Sequence[str]) -> list[str]:
    """A sentence of the answer for each year that is meant as the reports say it; `days` are those the reports are of, in
    the order in which they are quoted, none where no day is known."""
    language = query.language
    told = AND[language].join(day_in_words(day, language) for day in dict.fromkeys(days))
    name = "as_printed" if told else "as_printed_undated"
    return [phrase(name, language, printed=year, days=told) for year in query.as_printed]
