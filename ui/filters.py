"""Which events are wanted: who, where, when, what kind, which newspaper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rag import Event, Reading, Standing


@dataclass(frozen=True, slots=True)
class Wanted:
    """None wants everything. Names match in part; a day may be a month or a year, and stands for all of it."""

    who: str | None = None
    where: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    newspaper: str | None = None


def chosen(readings: Iterable[Reading], wanted: Wanted) -> list[Event]:
    """The events that were done and are wanted, in the order of the pages; what is only planned has not happened."""
    return [
        event
        for reading in readings
        if _has(wanted.newspaper, (reading.page.newspaper,))
        for event in reading.understood.events
        if event.standing is Standing.DONE and matches(event, wanted)
    ]


def matches(event: Event, wanted: Wanted) -> bool:
    """Whether the event is wanted, its newspaper left aside."""
    people = (*event.actors, *event.participants)
    return (
        _has(wanted.who, (text for p in people for text in (p.name, p.role, f"{p.role}{p.name}")))
        and _has(wanted.where, (*event.places, event.target))
        and wanted.type in (None, event.activity.value)
        and _during(event.when.value, wanted.since, wanted.until)
    )


def _has(part: str | None, texts: Iterable[str]) -> bool:
    return part is None or any(part in text for text in texts)


def _during(date: str | None, since: str | None, until: str | None) -> bool:
    """Whether some day of `date` is in the period; an unknown date is in none that has a bound."""
    if since is None and until is None:
        return True
    return date is not None and _last(date) >= _first(since or "0000") and _first(date) <= _last(until or "9999")


def _first(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :]


def _last(date: str) -> str:
    return date + "-12-31"[len(date) - 4 :]
