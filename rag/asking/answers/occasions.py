"""How often somebody did something: acts of the kind asked about, on days and at places asked about, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Cue, Frame, Language
from rag.asking.answers.timeline import LONGEST, QUOTED, UNDATED, Entry, by_day, entry
from rag.asking.answers.told import day_of, of_matter, telling
from rag.asking.expected.confirm import alike
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.writing.draft import Claim, Stated
from rag.asking.writing.phrases import phrase
from rag.records import VISITS, Activity, Event, Standing
from rag.time import period_contains

_HALVES = re.compile(r"上午|下午|晚")


def occasions(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Claim]:
    """The number, then one claim for each act; no claim where nothing of the kind is told.

    Where a period is asked about, acts without a day are not counted but told of as such.
    """
    acts = rounds(query, about, candidates)
    dated = [e.claim for e in acts if e.day != UNDATED or not query.periods]
    undated = [e.claim for e in acts if e.day == UNDATED and query.periods]
    return [*_counted("counted", query, dated), *_counted("counted_undated", query, undated)] if dated else []


def rounds(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Entry]:
    """The acts asked about, by day, each once with all that tell it; undated ones last."""
    return by_day([e for c in candidates if there(query, c) for e in _entries(query, about, c)])


def kinds_of(query: Frame) -> tuple[Activity, ...]:
    """The kinds of act asked about, visits where it asks who went; () where acts of any kind are meant (参加活动).

    English has one word for visits of every kind.
    """
    if Cue.ANY_ACT in query.cues and set(query.activities) <= {Activity.MEETING_ATTEND}:
        return ()
    any_visit = query.language is Language.EN and set(query.activities) & set(VISITS)
    kinds = tuple(dict.fromkeys((*query.activities, *VISITS))) if any_visit else query.activities
    return kinds or (VISITS if Cue.GOING in query.cues else ())


def _counted(name: str, query: Frame, claims: Sequence[Claim]) -> list[Claim]:
    if not claims:
        return []
    sources = tuple(s for c in claims for s in c.sources[-1:])
    return [
        Claim(
            phrase(name, query.language, number=len(claims)),
            sources,
            states=() if Cue.SEVERAL_FIGURES in query.cues else (Stated(str(len(claims)), HeadKind.NUMBER),),
        ),
        *claims[:LONGEST],
    ]


def _entries(query: Frame, about: Sequence[Term], c: Candidate) -> list[Entry]:
    """One for each day on which the article tells such an act: what is told of one day is one round of it.

    Of acts of any kind the morning's and the afternoon's are two.
    """
    days: dict[tuple[str | None, str], Event] = {}
    for event in c.reading.understood.events:
        if _fits(query, event, c):
            half = _half(event, c) if not kinds_of(query) else ""
            days.setdefault((day_of(event, c), half), event)
    halved = {day for day, half in days if half}
    days = {(day, half): e for (day, half), e in days.items() if half or day not in halved}
    found = (entry(query, about, c, event, QUOTED) for event in days.values())
    return [e for e in found if e]


def _half(event: Event, c: Candidate) -> str:
    """The part of the day that the event's own sentence prints, else its date."""
    own = next(telling(event, c), "")
    found = _HALVES.search(own) or _HALVES.search(event.when.printed)
    return found.group() if found else ""


def _fits(query: Frame, event: Event, c: Candidate) -> bool:
    people = {p.name for p in (*event.actors, *event.participants)}
    asked = not query.people or bool(people & set(query.people))
    if event.standing is not Standing.DONE or not asked or not _of_kind(query, event):
        return False
    day = day_of(event, c)
    if query.periods and day and not any(period_contains(p, day) for p in query.periods):
        return False
    said = "".join((*event.places, event.target, *telling(event, c)))
    if not of_matter(query, f"{c.reading.article.title} {said}"):
        return False
    return all(place in said or place[:-1] in said for place in query.places if len(place) > 1)


def _of_kind(query: Frame, event: Event) -> bool:
    """Of a kind that is named, or of any where none is, words alone left aside."""
    kinds = kinds_of(query)
    if not kinds:
        return Cue.ANY_ACT not in query.cues or event.activity is not Activity.SPEECH
    if query.language is Language.EN:
        return any(alike(event, kind) for kind in kinds)
    met = (Activity.MEETING_CHAIR,) if Activity.MEETING_ATTEND in kinds else ()
    return event.activity in (*kinds, *met)
