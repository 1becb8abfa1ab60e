"""Rulings on the events of a page: those that were found go, and those that somebody made of them stand in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.corrections.entries import Entry
from rag.records import Dated, Event, Span, Spans, Understood
from rag.ruled import Ruling
from rag.spans import overlap

LEAST = 0.5
"""Share of their words that two readings of one event have in common at least."""

BASIS = "更正"
"""How a day is known that somebody gave."""


def replaced(events: Sequence[Event], entry: Entry, placed: Sequence[Spans]) -> tuple[Event, ...]:
    """The events of an article after a ruling whose words stand at `placed`.

    An event that this version reads otherwise, or not at all, is taken for the one that was found where it tells the same
    act in mostly the same words; what was made of it stands in any case: somebody has read the page. One that was missed
    stands where its words do.
    """
    left, whole = list(events), _once(span for spans in placed for span in spans)
    first = len(left) if entry.found else sum(_begin(e.spans) < _begin(whole) for e in left)
    for found, spans in zip(entry.found, placed, strict=False):
        if (place := _like(left, found, spans)) is not None:
            first = min(first, place)
            del left[place]
    confirmed = entry.ruling is Ruling.CONFIRM and set(entry.found) == set(entry.made)
    ruling = entry.ruling if confirmed or entry.ruling.changes else Ruling.MEND  # of what was mended before
    made = [replace(e, spans=whole, ruling=ruling, entry=entry.id) for e in entry.made]
    return (*left[:first], *made, *left[first:])


def numbered(events: Sequence[Event], page: str, article: int) -> tuple[Event, ...]:
    """The events as those of an article, counted anew."""
    return tuple(replace(e, page=page, article=article, number=k) for k, e in enumerate(events, 1))


def redated(told: Understood, entry: Entry) -> Understood:
    """The day of what an article reports, and of all its events that have it from there."""
    was, now = (entry.was[0] if entry.was else None), (entry.now[0] if entry.now else None)
    meant = (was, told.when.value)
    if meant == (now, now):
        return told

    def dated(when: Dated) -> Dated:
        return replace(when, value=now, basis=BASIS, first="", last="") if when.value in meant else when

    events = tuple(replace(e, when=dated(e.when)) for e in told.events)
    return replace(told, when=dated(told.when), events=events)


def in_words(event: Event) -> str:
    """One event on a line: day, who, what, where."""
    who = "、".join(f"{p.role}{p.name}" for p in event.actors)
    with_whom = "、".join(p.name for p in (*event.participants, *event.met))
    what = f"{event.action}{event.target or '、'.join(event.places)}"
    return " ".join(filter(None, (event.when.value or event.when.printed, who, what, with_whom)))


def _like(events: Sequence[Event], found: Event, spans: Spans) -> int | None:
    """The place of the event that is most like the one found; None where none is."""
    told = [(_alike(e, found, spans), -place) for place, e in enumerate(events)]
    best, place = max(told, default=(0.0, 0))
    return -place if best else None


def _alike(event: Event, found: Event, spans: Spans) -> float:
    size = max(sum(s.end - s.start for s in spans), 1)
    shared = overlap(event.spans, spans) / size
    same_act = event.action == found.action
    if shared < LEAST and not (shared and same_act):
        return 0.0
    if not same_act and event.activity is not found.activity:
        return 0.0
    same = (same_act, _names(event) == _names(found), event.target == found.target, event.places == found.places)
    return min(shared, 1.0) + sum(same)


def _once(spans: Iterable[Span]) -> Spans:
    """The spans as they stand in their events, those of several together without saying anything twice."""
    kept: list[Span] = []
    for span in dict.fromkeys(spans):
        pieces = [span]
        for other in kept:
            ends = ((Span(p.start, min(p.end, other.start)), Span(max(p.start, other.end), p.end)) for p in pieces)
            pieces = [p for pair in ends for p in dict.fromkeys(pair) if p.start < p.end]
        kept += pieces
    return tuple(kept)


def _begin(spans: Spans) -> int:
    return min((s.start for s in spans), default=0)


def _names(event: Event) -> tuple[str, ...]:
    return tuple(p.name for p in event.actors)
