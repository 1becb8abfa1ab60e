"""The first and the latest act of somebody that the pages report: its day, its places, and what tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Asks, Frame
from rag.asking.answers.occasions import kinds_of, rounds
from rag.asking.answers.timeline import Entry
from rag.asking.matching.terms import Term
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Stated
from rag.asking.writing.phrases import AND, day_in_words, phrase
from rag.indexing.overview import Selection
from rag.records import VISITS, Standing

_DAY = len("2022-05-06")


def first(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """What was done on the first day that such an act is reported of; [] where none has a day."""
    return _on(query, _dated(query, about, table), "first", 0)


def latest(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """The same for the last day."""
    return _on(query, _dated(query, about, table), "latest", -1)


def _dated(query: Frame, about: Sequence[Term], table: Table) -> list[Entry]:
    told = table.telling(Selection(query.people, kinds_of(query), query.periods))
    return [e for e in rounds(query, about, told) if len(e.day) == _DAY]


def _on(query: Frame, acts: Sequence[Entry], name: str, which: int) -> list[Claim]:
    if not acts:
        return []
    told = [e for e in acts if e.day == acts[which].day]
    sources = tuple(dict.fromkeys(s for e in told for s in e.claim.sources))
    day = day_in_words(told[0].day, query.language)
    states = (Stated(told[0].day, HeadKind.DATE),) if query.asks is Asks.WHEN else ()
    heads = [Claim(phrase(name, query.language, day=day), sources, states=states)]
    if places := [p for e in told for p in _places(query, e)] if query.asks is Asks.WHERE else []:
        names = tuple(dict.fromkeys(places))
        stated = tuple(Stated(p, HeadKind.PLACE) for p in names)
        heads.append(Claim(AND[query.language].join(names), sources, states=stated))
    return [*heads, *(e.claim for e in told)]


def _places(query: Frame, entry: Entry) -> list[str]:
    """Where they went on that day, by all that the article of the entry tells."""
    reading = entry.claim.sources[-1].candidate.reading
    whole = reading.understood.when.value
    return [
        place
        for e in reading.understood.events
        if e.standing is Standing.DONE and e.activity in VISITS and (e.when.value or whole) == entry.day
        if {p.name for p in (*e.actors, *e.participants)} & set(query.people)
        for place in e.places
    ]
