"""How often somebody did something: acts of the kind asked about, on days and at places asked about, each once."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Cue, Frame, Language
from rag.asking.answers.timeline import LONGEST, QUOTED, UNDATED, Entry, by_day, entry
from rag.asking.expected.confirm import alike
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.writing.draft import Claim, Stated
from rag.asking.writing.phrases import phrase
from rag.records import Activity, Event, Standing
from rag.spans import overlap
from rag.understanding import period_contains

_VISITS = (Activity.INSPECT, Activity.RESEARCH_VISIT)


def occasions(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Claim]:
    """The number, then one claim for each act; no claim where nothing of the kind is told.

    Where a period is asked about, acts without a day are not counted but told of as such.
    """
    acts = by_day([e for c in candidates if there(query, c) for e in _entries(query, about, c)])
    dated = [claim for day, claim in acts if day != UNDATED or not query.periods]
    undated = [claim for day, claim in acts if day == UNDATED and query.periods]
    return [*_counted("counted", query, dated), *_counted("counted_undated", query, undated)] if dated else []


def _counted(name: str, query: Frame, claims: Sequence[Claim]) -> list[Claim]:
    if not claims:
        return []
    sources = tuple(s for c in claims for s in c.sources[-1:])
    return [
        Claim(
            phrase(name, query.language, number=len(claims)),
            sources,
            states=(Stated(str(len(claims)), HeadKind.NUMBER),),
        ),
        *claims[:LONGEST],
    ]


def _entries(query: Frame, about: Sequence[Term], c: Candidate) -> list[Entry]:
    """One for each day on which the article tells such an act: what is told of one day is one round of it."""
    days: dict[str | None, Event] = {}
    for event in c.reading.understood.events:
        if _fits(query, event, c):
            days.setdefault(event.when.value or c.reading.understood.when.value, event)
    found = (entry(query, about, c, event, QUOTED) for event in days.values())
    return [e for e in found if e]


def _fits(query: Frame, event: Event, c: Candidate) -> bool:
    people = {p.name for p in (*event.actors, *event.participants)}
    if event.standing is not Standing.DONE or not people & set(query.people) or not _of_kind(query, event):
        return False
    day = event.when.value or c.reading.understood.when.value
    if query.periods and day and not any(period_contains(p, day) for p in query.periods):
        return False
    said = "".join((*event.places, *(p.text for p in c.passages if overlap(p.spans, event.spans))))
    return all(place in said or place[:-1] in said for place in query.places if len(place) > 1)


def _of_kind(query: Frame, event: Event) -> bool:
    """Of a kind that is named, or of any where none is; English has one word for visits of every kind."""
    kinds = query.activities or (_VISITS if Cue.GOING in query.cues else ())
    if query.language is Language.EN:
        return not kinds or any(alike(event, kind) for kind in kinds)
    met = (Activity.MEETING_CHAIR,) if Activity.MEETING_ATTEND in kinds else ()
    return not kinds or event.activity in (*kinds, *met)
