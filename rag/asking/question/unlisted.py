"""English words that the project's own list does not render, with what a dictionary has for them."""

from __future__ import annotations

from functools import lru_cache

from rag.asking.question.english import uncovered
from rag.asking.question.glossary import glosses
from rag.asking.question.spelled import foreign_names
from rag.tables import rows

SHORTEST = 4
"""Letters of a word that says something by itself."""

_VERBAL = ("ed", "ing")
"""Endings of verbs, which a page may tell in more words than a dictionary has; things are called by few names."""


def unlisted(question: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each such word that a dictionary renders, with its renderings."""
    words = [w for w in uncovered(question) if w not in _frame() and len(w) >= SHORTEST and not w.endswith(_VERBAL)]
    renderings = {w: tuple(r for group in glosses(w) for r in group) for w in words}
    return tuple((w, found) for w, found in renderings.items() if found)


def foreign(question: str) -> tuple[str, ...]:
    """Foreign names of the question that no dictionary renders."""
    names = (n for n in foreign_names(question) if len(n) >= SHORTEST and n.lower() not in _frame())
    return tuple(n for n in names if not glosses(n.lower()))


@lru_cache(maxsize=1)
def _frame() -> frozenset[str]:
    tables = ("english_frame.tsv", "english_common.tsv", "english_grammar.tsv")
    return frozenset(word for table in tables for (word, *_) in rows(table))
