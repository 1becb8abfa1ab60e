"""What somebody did, in the order of the days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rag.asked import Cue, Frame
from rag.asking.answers.told import day_of
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import article_day, event_fits
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt
from rag.asking.writing.phrases import COLON, phrase
from rag.records import Activity, Event, Passage, PassageKind, Standing
from rag.spans import overlap
from rag.understanding import tellings

QUOTED = 70
"""Characters quoted for one entry: a timeline is read down its left edge."""

ALONE = 200
"""The same where there is only one."""

LONGEST = 16
"""Entries shown at most."""

UNDATED = "9999"
"""Sorts behind every day."""

_ACTIVITIES = (Activity.INSPECT, Activity.RESEARCH_VISIT, Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one article tells of one act; `day` is UNDATED where it does not tell when."""

    day: str
    event: Event
    claim: Claim


def timeline(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Claim]:
    """One claim for each act of the people asked about, however many articles tell it; undated ones last.

    Where a time is asked about, those without a day are there beside others that have one, and never alone.
    """
    entries = [e for c in candidates if (e := _entry(query, about, c, QUOTED))]
    if query.periods and all(e.day == UNDATED for e in entries):
        return []
    if len(entries) == 1:
        entries = [e for c in candidates if (e := _entry(query, about, c, ALONE))]
    return [e.claim for e in by_day(entries)][:LONGEST]


def by_day(entries: Sequence[Entry]) -> list[Entry]:
    """One of each act, however many entries tell it; undated ones last."""
    told = [[entries[k] for k in group] for group in tellings([e.event for e in entries])]
    once = [replace(group[0], claim=_told_together([e.claim for e in group])) for group in told]
    return sorted(once, key=lambda e: e.day)


def _told_together(claims: Sequence[Claim]) -> Claim:
    """The first of claims that tell one act, on what the others rest on too."""
    return replace(claims[0], sources=(*(s for c in claims[1:] for s in c.sources[-1:]), *claims[0].sources))


def _entry(query: Frame, about: Sequence[Term], c: Candidate, quoted: int) -> Entry | None:
    events = [e for e in c.reading.understood.events if _counts(query, e, c)] if there(query, c) else []
    if not events:
        return None
    event = min(
        events,
        key=lambda e: (
            not _in_body(c, e),
            not _acts(query, e),
            _ACTIVITIES.index(e.activity) if e.activity in _ACTIVITIES else 9,
            e.number,
        ),
    )
    return entry(query, about, c, event, quoted)


def entry(query: Frame, about: Sequence[Term], c: Candidate, event: Event, quoted: int) -> Entry | None:
    """An event as one line: its day, the headline and so many characters of the sentence that names who is asked about."""
    sources = _sources(c, event, query)
    if not sources:
        return None
    day = day_of(event, c)
    label = day or phrase("undated", query.language)
    said = excerpt(sources[-1].passage.text, about, quoted)
    title = c.reading.article.title
    text = f"{label}{COLON[query.language]}" + (said if not title or said == title else f"{title}——{said}")
    return Entry(day or UNDATED, event, Claim(text, tuple(sources)))


def _in_body(c: Candidate, event: Event) -> bool:
    """Whether a sentence tells it, which knows its day better than a headline (“五一”假期)."""
    return any(p.kind is PassageKind.SENTENCE and overlap(p.spans, event.spans) for p in c.passages)


def _acts(query: Frame, event: Event) -> bool:
    return any(a.name in query.people for a in event.actors)


def _counts(query: Frame, event: Event, c: Candidate) -> bool:
    people = {p.name for p in (*event.actors, *event.participants)}
    told = event.standing is Standing.DONE or (event.standing is Standing.PAST and query.periods and event.when.value)
    asked = set(query.people)
    if not told or not (asked <= people if Cue.JOINT in query.cues else people & asked):
        return False
    return event_fits(query.periods, event, c) or (_long(query) and not event.when.value and not article_day(c))


def _long(query: Frame) -> bool:
    """Whether some stretch of time is asked about: what has no day may belong to it, and to a single day it does not."""
    return any(p.first != p.last for p in query.periods)


def _sources(c: Candidate, event: Event, query: Frame) -> list[Source]:
    """The sentences of the event, the one that names the person last."""
    found = [p for p in c.passages if p.kind is PassageKind.SENTENCE and overlap(p.spans, event.spans)]
    found = found or [p for p in c.passages if overlap(p.spans, event.spans)]
    named = [p for p in found if _names(p, query.people)]
    return [Source(p, c) for p in dict.fromkeys([*found[:1], *named[:1]])]


def _names(passage: Passage, people: Iterable[str]) -> bool:
    return any(p in passage.text for p in people)
