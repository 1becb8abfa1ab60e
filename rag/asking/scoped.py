"""What a question is asked of, held against the index: what is not there is said, and nothing is looked for elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rag.asked import Scope
from rag.asking.heard import latin_words, sounding
from rag.errors import ScopeError
from rag.indexing import Store
from rag.indexing.entries import days
from rag.indexing.within import articles_within, unknown_pages
from rag.text import fold

MOST_PAGES = 100
"""Pages by name that one question is asked of; more are a newspaper or a period."""

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def scoped(store: Store, scope: Scope, newspapers: Sequence[str]) -> tuple[Scope, list[int]]:
    """The scope as it is meant, with a newspaper's whole name where one alone is, and the ids of the articles within it.

    ScopeError for a newspaper or a page that is not in the index, a day that is none, and an end before its beginning.
    """
    since, until = _day(scope.since), _day(scope.until)
    if since and until and days(since)[0] > days(until)[1]:
        raise ScopeError(f"the period ends in {until}, before it begins in {since}", "give the earlier day first")
    pages = tuple(dict.fromkeys(scope.pages))
    if len(pages) > MOST_PAGES:
        raise ScopeError(f"{len(pages)} pages are chosen", f"choose at most {MOST_PAGES}, or a newspaper and a period")
    if gone := unknown_pages(store, pages):
        raise ScopeError(f"there is no page {gone[0][:80]} in the index", "it may have been deleted; choose others")
    papers = _papers(scope.newspaper, newspapers)
    name = papers[0] if papers and len(papers) == 1 else scope.newspaper.strip()
    found = articles_within(store, papers, since, until, pages)
    return replace(scope, newspaper=name, since=since, until=until, pages=pages), found


def _papers(typed: str, newspapers: Sequence[str]) -> list[str] | None:
    """The paper of that name; else those with it in their names, or that sound so. None for no name."""
    folded = fold(typed.strip())
    if not folded:
        return None
    whole = [name for name in newspapers if fold(name) == folded]
    part = [name for name in newspapers if folded in fold(name)]
    words = latin_words(typed)
    if found := whole or part or list(sounding(words, newspapers) if words else ()):
        return found
    raise ScopeError(f"no newspaper in the index is called {typed.strip()[:80]}", "give the name as a page prints it")


def _day(given: str | None) -> str | None:
    """The day, month or year; None for nothing."""
    if not given:
        return None
    try:
        if not _DAY.fullmatch(given):
            raise ValueError(given)
        date.fromisoformat(days(given)[0])
    except ValueError:
        raise ScopeError(f"{given[:40]} is no day, month or year", "write YYYY-MM-DD, YYYY-MM or YYYY") from None
    return given
