"""Where somebody went, stop by stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.expected.kinds import holds
from rag.asking.expected.people import any_told_of
from rag.asking.heads.places import statable
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import event_fits
from rag.asking.matching.terms import generic_nouns
from rag.asking.matching.there import names_places, setting
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source, Stated
from rag.asking.writing.excerpt import shown
from rag.asking.writing.phrases import AND
from rag.records import VISITS, Event, Passage, PassageKind, Standing
from rag.spans import overlap, quote

LONGEST = 16
"""Stops given at most."""

FURTHER = 4
"""Further articles quoted at most."""


def places(query: Frame, judged: Sequence[Judged]) -> list[Claim]:
    """The stops of the visits the question is about, in the order of the pages, a claim each; [] if none is known.

    Visits are those of the people asked about, in the best article and in others that fit the day as well.
    """
    candidates = list({j.candidate.key: j.candidate for j in judged}.values())
    if not query.people or not candidates or (query.activities and set(query.activities).isdisjoint(VISITS)):
        return []
    best = judged[0].candidate.key
    fitting = [c for c in candidates if c.key == best or (query.periods and _visits(query, c))]
    stops = [
        (c, e, place) for c in fitting for e in _visits(query, c) for place in e.places if _theirs(query, place, c)
    ]
    tails = query.wording.thing.tails
    stops = [s for s in stops if not tails or s[2].endswith(tails)]
    kept = _there(query, [s for s in stops if not _within_another(s[2], (p for _, _, p in stops))])
    any_place = bool(tails) or all(w in generic_nouns() for w in query.focus)
    named: dict[str, Claim] = {}
    for c, event, place in kept:
        source = _source(c, event, place)
        if source and place not in named:
            bare = statable(query, place) if any_place and names_places(query, f"{c.text}{setting(c)}") else ""
            states = (Stated(bare, HeadKind.PLACE),) if bare else ()
            named[place] = Claim(place, (source,), AND[query.language], states)
    claims = list(named.values())[:LONGEST]
    return [*claims[:-1], replace(claims[-1], glue="\n")] if claims else []


def elsewhere(query: Frame, judged: Sequence[Judged], told: Iterable[Claim]) -> list[Claim]:
    """Of a stretch of time, the sentence of each further article that tells where those asked about went."""
    if not query.people or not any(p.first != p.last or p.festival for p in query.periods):
        return []
    seen = {s.candidate.key for c in told for s in c.sources}
    found: dict[tuple[str, int], Claim] = {}
    for j in judged:
        theirs = j.passage.kind is PassageKind.SENTENCE and any_told_of(query.people, j.passage)
        going = theirs and holds(query, j.passage, j.candidate)
        if going and j.features.date > 0 and j.candidate.key not in seen:
            found.setdefault(j.candidate.key, Claim(shown(j.passage.text), (Source(j.passage, j.candidate),)))
    return list(found.values())[:FURTHER]


def _visits(query: Frame, c: Candidate) -> list[Event]:
    return [e for e in c.reading.understood.events if _fits(query, e, c)]


def _fits(query: Frame, event: Event, c: Candidate) -> bool:
    if event.activity not in VISITS or event.standing is not Standing.DONE:
        return False
    if not {p.name for p in (*event.actors, *event.participants)} & set(query.people):
        return False
    return event_fits(query.periods, event, c)


def _theirs(query: Frame, place: str, c: Candidate) -> bool:
    """Whether one who is asked about went there on a day that is asked about, where the article tells who did.

    An opening sentence has the places of all who are named in it and of all days; the clause that names the place knows
    better whose stop it was, and when.
    """
    told = [e for e in c.reading.understood.events if e.activity in VISITS and place in _words(e, c)]
    return not told or any(_fits(query, e, c) for e in told)


def _there(query: Frame, stops: list[tuple[Candidate, Event, str]]) -> list[tuple[Candidate, Event, str]]:
    """Of stops in a place that the question names those told with it, where any is, and not the place itself: whoever asks
    where in a town somebody went knows the town."""
    own = [s for s in stops if not any(s[2] in named for named in query.places)]
    told = [s for s in own if any(named in _words(s[1], s[0]) for named in query.places)]
    return told or own or stops


def _words(event: Event, c: Candidate) -> str:
    return quote(c.reading.page.text, event.spans)


def _within_another(place: str, others: Iterable[str]) -> bool:
    """Whether the place is only the first part of the name of a stop given in full (大海镇, 大海镇某某村)."""
    return any(place != other and other.startswith(place.rstrip("等")) for other in others)


def _source(c: Candidate, event: Event, place: str) -> Source | None:
    evidence = [p for p in c.passages if overlap(p.spans, event.spans)]
    evidence.sort(key=lambda p: p.kind is PassageKind.TITLE)
    found = next((p for p in (*evidence, *c.passages) if _names(p, place)), evidence[0] if evidence else None)
    return Source(found, c) if found else None


def _names(passage: Passage, place: str) -> bool:
    return passage.kind is PassageKind.SENTENCE and place in passage.text
