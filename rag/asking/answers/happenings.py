"""What happened on a day or in a month, without a person: an entry for each matter, by day."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Cue, Frame
from rag.asking.answers.timeline import LONGEST, QUOTED, Entry, by_day, entry
from rag.asking.answers.told import day_of, of_matter, telling
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt
from rag.asking.writing.phrases import COLON, phrase
from rag.records import Activity, Event, PassageKind, Standing
from rag.time import period_contains

MEETINGS = (Activity.MEETING_CHAIR, Activity.MEETING_ATTEND)

MANY = 3
"""Groups of people of whom an article tells from which on its first alone stands for it."""


def happenings(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """What the articles of the periods and places asked about tell, each act once; [] where they tell nothing of it.

    An article that tells of no act is there by its headline. How many are left out is said.
    """
    candidates = [c for c in table.of(query.periods) if there(query, c)]
    acts = by_day([e for c in candidates for e in _acts(query, about, c)])
    headlines = [] if Cue.MEETINGS in query.cues else [e for c in candidates if (e := _headline(query, about, c))]
    told = sorted([*((e.day, e.claim) for e in acts), *headlines], key=lambda pair: pair[0])
    left = len(told) - LONGEST
    more = [Claim(phrase("more", query.language, number=left))] if left > 0 else []
    return [*(claim for _, claim in told[:LONGEST]), *more]


def _acts(query: Frame, about: Sequence[Term], c: Candidate) -> list[Entry]:
    """One for each group of people whom the article tells to have acted then."""
    groups: dict[frozenset[str], Event] = {}
    for event in c.reading.understood.events:
        if _fits(query, event, c):
            groups.setdefault(frozenset(p.name for p in (*event.actors, *event.participants)), event)
    events = list(groups.values())
    return [e for event in events[: 1 if len(events) > MANY else MANY] if (e := entry(query, about, c, event, QUOTED))]


def _headline(query: Frame, about: Sequence[Term], c: Candidate) -> tuple[str, Claim] | None:
    """The day and the opening of an article of the time that tells of no act then."""
    day, body = c.reading.understood.when.value, [p for p in c.passages if p.kind is PassageKind.SENTENCE]
    if any(_then(query, day_of(e, c)) for e in c.reading.understood.events) or not _then(query, day):
        return None
    if not body or day is None or not of_matter(query, f"{c.reading.article.title} {body[0].text}"):
        return None
    title, said = c.reading.article.title, excerpt(body[0].text, about, QUOTED)
    text = f"{day}{COLON[query.language]}" + (f"{title}——{said}" if title and title != said else said)
    return day, Claim(text, (Source(body[0], c),))


def _fits(query: Frame, event: Event, c: Candidate) -> bool:
    if event.standing is not Standing.DONE or not _then(query, day_of(event, c)):
        return False
    return (Cue.MEETINGS not in query.cues or event.activity in MEETINGS) and _of_matter(query, c, event)


def _then(query: Frame, day: str | None) -> bool:
    return any(period_contains(p, day) for p in query.periods)


def _of_matter(query: Frame, c: Candidate, event: Event) -> bool:
    return of_matter(query, " ".join((c.reading.article.title, *telling(event, c))))
