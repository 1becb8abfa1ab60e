"""How a period that was counted from the newest page was read, in words."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.writing.phrases import day_in_words, period_in_words, phrase
from rag.records import Period


def reading_of(query: Frame, period: Period) -> str:
    """A sentence of the answer."""
    language = query.language
    return phrase(
        "reckoned",
        language,
        printed=period.printed,
        newest=day_in_words(query.newest, language),
        period=period_in_words(period.first, period.last, language),
    )
