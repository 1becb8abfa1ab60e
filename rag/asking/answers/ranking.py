"""Who did something most often, and what place was visited most: counted over the whole table of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.answers.occasions import kinds_of, rounds
from rag.asking.answers.timeline import UNDATED, Entry
from rag.asking.matching.terms import ALTERNATIVE, Term
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Stated
from rag.asking.writing.phrases import phrase
from rag.indexing.overview import Selection
from rag.records import VISITS

TRIED = 6
"""Those of most deeds by the store's count, whose acts are counted again one by one."""

SHOWN = 6
"""Acts given of who has most."""

SHARING = 3
"""More than so many at the head of the list are no answer."""

Standing = tuple[str, list[Entry]]
"""A name with the acts that count for it."""


def busiest(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """Who has most acts of the kind, the time and the place asked about, with these, and who comes next.

    [] where nobody has more than one, or where too many have as many.
    """
    selection = Selection(activities=kinds_of(query), periods=query.periods, words=_printed(query))
    names = [p.name for p in table.people(selection, TRIED)]
    return _ranked(query, [(n, counted(query, about, n, table)) for n in names], HeadKind.PERSON)


def most_visited(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """The same for the places of visits, or of acts of the kind that is named."""
    selection = Selection(query.people, kinds_of(query) or VISITS, query.periods, words=_printed(query))
    kinds = [w for w in query.focus if len(w) == 1]
    places = [p.name for p in table.places(selection, TRIED) if not kinds or p.name.endswith(tuple(kinds))]
    found = []
    for place in places:
        told = table.telling(replace(selection, place=place))
        asked = replace(query, places=(*query.places, place), activities=selection.activities)
        found.append((place, rounds(asked, about, told)))
    return _ranked(query, found, HeadKind.PLACE)


def counted(query: Frame, about: Sequence[Term], name: str, table: Table) -> list[Entry]:
    """The acts of one person that the question is about; without a day only where no time is asked about."""
    own = replace(query, people=(name,))
    told = table.telling(Selection((name,), kinds_of(query), query.periods))
    return [e for e in rounds(own, about, told) if e.day != UNDATED or not query.periods]


def standing(query: Frame, name: str, acts: Sequence[Entry], states: Iterable[Stated] = ()) -> Claim:
    """How often, on what tells of it."""
    sources = tuple(dict.fromkeys(s for e in acts for s in e.claim.sources[-1:]))
    return Claim(phrase("times", query.language, who=name, number=len(acts)), sources, states=tuple(states))


def _printed(query: Frame) -> tuple[str, ...]:
    """Words of the matter that have but one rendering, which the store can look for."""
    return tuple(w for w in query.matter if ALTERNATIVE not in w)


def _ranked(query: Frame, found: Sequence[Standing], kind: HeadKind) -> list[Claim]:
    order = sorted(found, key=lambda pair: -len(pair[1]))
    most = len(order[0][1]) if order else 0
    first = [pair for pair in order if len(pair[1]) == most]
    if most < 2 or len(first) > SHARING:
        return []
    heads = [standing(query, name, acts, (Stated(name, kind),)) for name, acts in first]
    acts = [e.claim for _, acts in first for e in acts[:SHOWN]]
    behind = [standing(query, name, acts) for name, acts in order[len(first) : len(first) + 1] if acts]
    return [*heads, *acts, *behind]
