"""Offices and verbs of activity named in a text such as a question."""

from __future__ import annotations

from rag.records import Activity
from rag.understanding.lexicon import Lexicon


def offices_in(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Offices named in a Chinese text, longest first where they overlap, in order of occurrence, each once."""
    return tuple(dict.fromkeys(_longest(text, lexicon.offices)))


def activities_in(text: str, lexicon: Lexicon) -> tuple[tuple[Activity, ...], tuple[str, ...]]:
    """Kinds of activity a Chinese text asks about, and the verbs that say so, in order of occurrence, each once."""
    verbs = tuple(dict.fromkeys(_longest(text, lexicon.verbs.keys())))
    return tuple(dict.fromkeys(lexicon.verbs[v].activity for v in verbs)), verbs


def _longest(text: str, words: frozenset[str] | set[str] | object) -> list[str]:
    known = frozenset(words)  # type: ignore[call-overload]
    longest = max(map(len, known), default=0)
    found: list[str] = []
    at = 0
    while at < len(text):
        size = next((n for n in range(longest, 0, -1) if text[at : at + n] in known), 0)
        if size:
            found.append(text[at : at + size])
        at += size or 1
    return found
