"""Several questions in one line, and a question that is nothing but a name: what is asked, put in full."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from rag.asked import Asks, Cue, Language
from rag.asking.matching.terms import ALTERNATIVE, generic_nouns, verbs
from rag.asking.question.overall import overall
from rag.asking.question.question import Question
from rag.tables import any_of, rows

MOST = 3
"""Questions of one line that are taken for as many."""

LONGEST = 4
"""English words of what is nothing but a name (1 May 2023, the deputy mayor)."""

_EDGES = re.compile(r"^(?:the )?|[\s？?。.！!，,]+$", re.I)
_PIECE = re.compile(r"[^？?]{3,}[？?]?")
_ASKS = re.compile(
    rf"谁|哪|几[个位次天名人]|多少|何[时地人处]|什么(?!的)|吗|\b(?:{any_of('asking_en', 'asking_cues.tsv')}|did|was|is)\b",
    re.I,
)
_OPENS = re.compile(rf"\s*(?:谁|哪|{any_of('asking_en', 'asking_cues.tsv')})", re.I)
_LEANS = re.compile(
    rf"^\s*(?:[他她它这那其还都又也]|前任|后来|(?:{any_of('asking_en', 'asking_cues.tsv')}) (?:did|was|is|does) (?:he|she|it|they)\b)"
)

Understand = Callable[[str], Question]


def several(query: Question, understand: Understand) -> tuple[Question, ...]:
    """The questions of a line that each stand by themselves; () where it is one, with whatever is asked behind it."""
    pieces = [p.strip() for p in _PIECE.findall(query.question)]
    if not 1 < len(pieces) <= MOST or not all(_ASKS.search(p) and not _LEANS.search(p) for p in pieces):
        return ()
    found = tuple(map(understand, pieces))
    if not all(_stands_alone(f) for f in found):
        return ()
    return tuple(replace(overall(f), cues=f.cues | {Cue.SEVERAL}) for f in found)


def _stands_alone(query: Question) -> bool:
    """Whether it names somebody, somewhere or a day, or opens with what it asks and says of what (谁…断头路)."""
    if names_its_own(query):
        return True
    matter = (w for w in query.words if not _said_anywhere().intersection(w.split(ALTERNATIVE)))
    return bool(_OPENS.match(query.question)) and any(matter)


def names_its_own(query: Question) -> bool:
    """Whether it names somebody, somewhere or a day."""
    return bool(query.people or query.places or query.periods or query.offices or query.strangers or query.romanised)


@lru_cache(maxsize=1)
def _said_anywhere() -> frozenset[str]:
    """Words that name no matter: what is done everywhere, and nouns of everything."""
    return verbs() | generic_nouns()


def in_full(query: Question, understand: Understand) -> Question:
    """The question as it would be asked in full, where it is nothing but a person, an office, a day or a place."""
    text = _EDGES.sub("", query.question)
    if query.within or query.asks is not Asks.WHAT or _ASKS.search(text):
        return query
    kind = _only(query, text)
    row = next((row for row in rows("alone.tsv") if row[0] == kind), None)
    return overall(understand(row[1 if query.language is Language.ZH else 2].format(text))) if row else query


def _only(query: Question, text: str) -> str:
    """The kind of the one thing the question names, where it says nothing else; else empty."""
    named = {
        "person": query.people,
        "office": query.offices,
        "day": tuple(p.printed for p in query.periods),
        "place": query.places,
    }
    given = [kind for kind, names in named.items() if len(names) == 1]
    if given == ["office", "place"] and text == query.places[0] + query.offices[0]:
        return "office"
    if len(given) != 1 or any(len(names) > 1 for names in named.values()) or query.romanised or query.titled:
        return ""
    (name,) = named[given[0]]
    if query.language is Language.EN:
        known = len(text.split()) <= LONGEST and all(word == name for word in query.words)
    else:
        known = text in (name, *(c.given for c in query.corrections))
    return given[0] if known else ""
