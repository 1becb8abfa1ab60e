"""A question's people held against the index: who is printed after all, and whom an office alone tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Correction, Titled
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.titled import answers_to
from rag.asking.question.question import Question
from rag.asking.question.towns import is_town
from rag.indexing import Store, lookup
from rag.script import DOT

SEEN = 20
"""Sentences looked at for a name that no list of people has; a reporter signs more articles than anybody acts in."""


def held_against(query: Question, store: Store, newspapers: Sequence[str]) -> Question:
    """The query with its strangers and its 陈书记 looked up.

    A stranger who is a town is one of the places. A stranger whom some page prints is one of the people asked about, unless it prints them as one who signed (记者方宁)
    or as the beginning of another name. A family name with an office that one person of the index answers to is that
    person; one that nobody answers to is a stranger.
    """
    query = _with_towns(query, tuple(s for s in query.strangers if is_town(s, store, newspapers)))
    printed = tuple(s for s in query.strangers if _acts_on_a_page(s, store))
    query = replace(
        query,
        strangers=tuple(s for s in query.strangers if s not in printed),
        people=(*query.people, *printed),
        words=tuple(dict.fromkeys((*printed, *(w for w in query.words if not any(w in p for p in printed))))),
    )
    for titled in query.titled:
        query = _looked_up(query, titled, store)
    return query


def _with_towns(query: Question, towns: Sequence[str]) -> Question:
    """The query with some of its strangers among its places."""
    return replace(
        query,
        strangers=tuple(s for s in query.strangers if s not in towns),
        places=tuple(dict.fromkeys((*query.places, *towns))),
    )


def _acts_on_a_page(name: str, store: Store) -> bool:
    """Whether a page prints the name otherwise than as a byline or as the beginning of somebody else's.

    Of a name joined by dots (阿依古丽·买买提) the beginning is a name by itself.
    """
    longer = {p.name for p in lookup.of_family(store, name)} - {name}
    others = sorted((n for n in longer if n[len(name)] != DOT), key=len, reverse=True)
    texts = (unsigned(text) for text in lookup.printing(store, name, SEEN))
    return any(name in _without_names(text, others) for text in texts)


def _without_names(text: str, names: Sequence[str]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text


def _looked_up(query: Question, titled: Titled, store: Store) -> Question:
    written = titled.family + titled.office
    names = tuple(dict.fromkeys(p.name for p in lookup.of_family(store, titled.family) if answers_to(p, titled)))
    if any(n in query.people for n in names):
        return _without(query, titled)
    if not names:
        return replace(_without(query, titled), strangers=(*query.strangers, written))
    if len(names) > 1:
        return query
    return replace(
        _without(query, titled),
        people=(*query.people, *names),
        words=(*names, *query.words),
        corrections=(*query.corrections, Correction(written, names[0])),
    )


def _without(query: Question, titled: Titled) -> Question:
    return replace(query, titled=tuple(t for t in query.titled if t is not titled))
