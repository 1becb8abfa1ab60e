"""English words that the project's own list does not render: whether an article can be about them at all.

A dictionary's renderings prove nothing (see `rag.asking.question.glossary`), but where none of any such word stands in the article
the question was about something else.
"""

from __future__ import annotations

from functools import lru_cache

from rag.asked import Frame, Language
from rag.asking.matching.terms import PARTLY, plain, said
from rag.asking.question.english import foreign_names, uncovered
from rag.asking.question.glossary import glosses
from rag.tables import rows

SHORTEST = 4
"""Letters of a word that says something by itself."""

_VERBAL = ("ed", "ing")
"""Endings of verbs, which a page may tell in more words than a dictionary has; things are called by few names."""


def unsaid(query: Frame, text: str) -> str:
    """The first such word of which the text says nothing, where it says nothing of any of them; else empty."""
    if query.language is not Language.EN:
        return ""
    if not (query.people or query.places) and (foreign := _unprinted(query.question, text)):
        return foreign
    words = [w for w in uncovered(query.question) if w not in _frame() and len(w) >= SHORTEST]
    words = [w for w in words if not w.endswith(_VERBAL)]
    renderings = {w: found for w in words if (found := [r for group in glosses(w) for r in group])}
    told = [any(said(plain(r), text) >= PARTLY for r in found) for found in renderings.values()]
    return next(iter(renderings)) if renderings and not any(told) else ""


def _unprinted(question: str, text: str) -> str:
    """The first foreign name of the question that no dictionary renders and the article does not print."""
    names = (n for n in foreign_names(question) if len(n) >= SHORTEST and n.lower() not in _frame())
    return next((n for n in names if n not in text and not glosses(n.lower())), "")


@lru_cache(maxsize=1)
def _frame() -> frozenset[str]:
    tables = ("english_frame.tsv", "english_common.tsv", "english_grammar.tsv")
    return frozenset(word for table in tables for (word, *_) in rows(table))
