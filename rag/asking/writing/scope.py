"""Where alone an answer was looked for, in words."""

from __future__ import annotations

from datetime import date, timedelta

from rag.asked import Language, Scope
from rag.asking.writing.phrases import AND, day_in_words, period_in_words, phrase


def scope_parts(scope: Scope, language: Language) -> tuple[str, ...]:
    """Newspaper, period and pages, as far as they are given: 《海州日报》, 2023年5月, 所选 3 个版面."""
    paper = phrase("scope_paper", language, paper=scope.newspaper) if scope.newspaper else ""
    return tuple(filter(None, (paper, _period(scope, language), _pages(scope, language))))


def scope_words(scope: Scope, language: Language) -> str:
    """The parts as they stand in a sentence: 《海州日报》2023年5月的版面; empty for everything."""
    parts = scope_parts(scope, language)
    if language is Language.EN or not parts:
        return AND[language].join(parts)
    before, pages = (parts[:-1], parts[-1]) if scope.pages else (parts, phrase("scope_all", language))
    return phrase("scope_of", language, before="".join(before), pages=pages) if before else pages


def _period(scope: Scope, language: Language) -> str:
    if scope.since and scope.until:
        return period_in_words(_first(scope.since), _last(scope.until), language)
    if scope.since:
        return phrase("scope_since", language, day=day_in_words(scope.since, language))
    return phrase("scope_until", language, day=day_in_words(scope.until, language)) if scope.until else ""


def _pages(scope: Scope, language: Language) -> str:
    if len(scope.pages) == 1:
        return phrase("scope_page", language, page=scope.pages[0])
    return phrase("scope_pages", language, number=len(scope.pages)) if scope.pages else ""


def _first(bound: str) -> str:
    return bound + "-01-01"[len(bound) - 4 :]


def _last(bound: str) -> str:
    """The last day that there is of a day, month or year."""
    if len(bound) == len("2023"):
        return f"{bound}-12-31"
    if len(bound) > len("2023-05"):
        return bound
    year, month = map(int, bound.split("-"))
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()
