"""Whether a question is about the whole table of events, and no sentence answers it: who most, where most, what happened.

It is so only where nothing but people, places, offices, days, kinds of act and words of counting is left of it: of
whatever else it speaks (哪个项目投资最多), a page says it or does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rag.asked import Asks, Cue, Overall
from rag.asking.matching.terms import ALTERNATIVE, asks_only
from rag.asking.question.cues import NONE
from rag.asking.question.question import Question
from rag.tables import rows

PAIR = 2
"""People, or periods, that are compared."""

_VISITS_OF_ONE = (Overall.FIRST, Overall.LATEST)
_PLACED = (Asks.WHERE, Asks.LIST, Asks.WHAT)
_OF_PEOPLE = (Asks.WHO, Asks.LIST, Asks.WHAT)


def overall(query: Question) -> Question:
    """The query with what it wants of all events, and in which matter; as it is where it asks about some of them."""
    if query.strangers or query.romanised or Cue.ASKS_BACK in query.cues:
        return query
    matter = tuple(w for w in query.words if not _accounted(w, query))
    kind = next((k for k in _kinds(query.question) if _fits(k, query, matter)), None)
    if kind:
        return replace(query, overall=kind, matter=matter)
    if query.asks is Asks.COUNT:
        return replace(query, matter=matter)
    return replace(query, overall=Overall.WHO_ALL) if _asks_all(query) else query


def _asks_all(query: Question) -> bool:
    """Whether it asks who all did something, at any time and in any article."""
    people = query.asks is Asks.WHO or (query.asks is Asks.LIST and Cue.PEOPLE in query.cues)
    return people and Cue.MANY in query.cues and not query.people and not query.within


def _fits(kind: Overall, query: Question, matter: tuple[str, ...]) -> bool:
    if kind is Overall.HAPPENED:
        return not query.people and bool(query.periods)
    if kind is Overall.WHERE_ALL:
        return not query.people and bool(query.activities)
    acts = bool(query.activities) or bool(query.cues & {Cue.GOING, Cue.ANY_ACT})
    if matter and not acts:
        return False
    if kind is Overall.MORE:
        return len(query.people) == PAIR or (len(query.people) == 1 and len(query.periods) == PAIR)
    if kind in _VISITS_OF_ONE:
        return len(query.people) == 1 and acts
    if kind is Overall.WHERE_MOST:
        return query.asks in _PLACED
    return not query.people and query.asks in _OF_PEOPLE


def _accounted(word: str, query: Question) -> bool:
    """Whether a word is one of those that only say who, where, when, of which kind, or how often."""
    held = (*query.people, *query.places, *query.offices, *(p.printed for p in query.periods))
    ways = word.split(ALTERNATIVE)
    known = any(w in _vocabulary() or asks_only(w) or w.isdecimal() for w in ways)
    return known or any(w in h for w in ways for h in held)


def _kinds(question: str) -> Iterator[Overall]:
    return (kind for kind, patterns in _table() if any(p.search(question) for p in patterns))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Overall, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (Overall(name), tuple(re.compile(p, re.I) for p in patterns if p != NONE))
        for name, *patterns in rows("overall.tsv")
    )


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    verbs = (verb for verb, *_ in rows("verbs.tsv"))
    return frozenset((*verbs, *(word for (word, *_) in rows("overall_words.tsv"))))
