"""Example questions, made from what the index holds, so that every one of them has an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.records import Activity, Event, Language, Standing
from rag.tables import rows

LONGEST_TARGET = 24
"""Characters of a meeting's name that still read as a question."""


def examples(events: Sequence[Event], language: Language) -> tuple[str, ...]:
    """At most one question for each kind of activity, from the event that tells most."""
    return tuple(q for row in rows("examples.tsv") if (q := _question(row, events, language)))


def _question(row: Sequence[str], events: Iterable[Event], language: Language) -> str:
    activity, chinese, english = Activity(row[0]), row[1], row[2]
    pattern = chinese if language is Language.ZH else english
    fitting = [e for e in events if e.activity is activity and e.standing is Standing.DONE and _fits(e, pattern)]
    if not fitting:
        return ""
    event = max(fitting, key=lambda e: (len(e.places), e.when.value is not None, -len(e.target)))
    who = event.actors[0].name
    return pattern.format(who=who, verb=event.action, place=(*event.places, "")[0], target=event.target)


def _fits(event: Event, pattern: str) -> bool:
    wants = {
        "{place}": bool(event.places),
        "{target}": 4 <= len(event.target) <= LONGEST_TARGET,
        "{who}": bool(event.actors),
    }
    return bool(event.actors) and all(has for slot, has in wants.items() if slot in pattern)
