"""Which places were visited, inspected or met at, whoever did so: an entry for each article, by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.answers.occasions import kinds_of
from rag.asking.answers.timeline import LONGEST, QUOTED, Entry, by_day, entry
from rag.asking.answers.told import of_matter, telling
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import event_fits
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Stated
from rag.indexing.overview import Selection
from rag.records import VISITS, Event, Standing


def places_of_acts(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """Each act of the kind, time and matter asked about, with its places stated; [] where none is told."""
    asked = kinds_of(query)
    kinds = VISITS if set(asked) <= set(VISITS) else asked
    selection = Selection(activities=kinds, periods=query.periods)
    candidates = [c for c in table.telling(selection) if there(query, c)]
    entries = [e for c in candidates for e in _entries(query, about, c, selection)]
    return [_placed(e) for e in by_day(entries)][:LONGEST]


def _entries(query: Frame, about: Sequence[Term], c: Candidate, selection: Selection) -> list[Entry]:
    events = (e for e in c.reading.understood.events if _fits(query, e, c, selection))
    return [found for e in events if (found := entry(query, about, c, e, QUOTED))]


def _fits(query: Frame, event: Event, c: Candidate, selection: Selection) -> bool:
    if event.standing is not Standing.DONE or event.activity not in selection.activities:
        return False
    if not event_fits(query.periods, event, c):
        return False
    return of_matter(query, "".join((event.target, *telling(event, c))))


def _placed(found: Entry) -> Claim:
    return replace(found.claim, states=tuple(Stated(p, HeadKind.PLACE) for p in found.event.places))
