"""Example questions, made from what the index holds, so that every one of them has an answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rag.asked import Language
from rag.indexing import Store, ledger
from rag.listings import Order, Wanted
from rag.records import Activity, Event, Standing
from rag.rendering.people import romanised
from rag.tables import rows

LOOKED_AT = 200
"""Deeds of a kind looked at: one among so many makes a good example, and an index may hold any number."""

LONGEST_TARGET = 24
"""Characters of a meeting's name that still read as a question."""

LONGEST_PLACE = 14
"""Characters of a stop that is a name and not a clause."""

_MEETING = re.compile(r"[^，。、“”（）()]{2,60}(?:会议|大会|座谈会|推进会|现场会|协商会|例会|动员会|部署会|全会)$")


def examples(events: Sequence[Event], language: Language) -> tuple[str, ...]:
    """At most one question for each kind of activity, from the event that tells most."""
    return tuple(q for row in rows("examples.tsv") if (q := _question(row, events, language)))


def telling(store: Store) -> list[Event]:
    """The latest deeds of every kind that a question is made of, by page, article and number."""
    found: list[Event] = []
    for kind, *_ in rows("examples.tsv"):
        leaf = ledger.deeds(store, Wanted(activity=Activity(kind)), Order.NEWEST, 0, LOOKED_AT)
        found += (deed.event for deed in leaf.deeds)
    return sorted(found, key=lambda e: (e.page, e.article, e.number))


def is_meeting(target: str) -> bool:
    """Whether it is the name of a meeting, short enough to stand in a question."""
    return len(target) <= LONGEST_TARGET and _MEETING.fullmatch(target) is not None


def _question(row: Sequence[str], events: Iterable[Event], language: Language) -> str:
    activity, chinese, english = Activity(row[0]), row[1], row[2]
    pattern = chinese if language is Language.ZH else english
    fitting = [e for e in events if e.activity is activity and e.standing is Standing.DONE and _fits(e, pattern)]
    if not fitting:
        return ""
    event = max(fitting, key=lambda e: (e.when.value is not None, len(e.places), -len(e.target)))
    who = event.actors[0].name
    return pattern.format(who=who if language is Language.ZH else romanised(who), target=event.target)


def _fits(event: Event, pattern: str) -> bool:
    """One person or body with a stop that has a name, or a meeting with a name of its own."""
    if "{target}" in pattern:
        return is_meeting(event.target)
    stops = [p for p in event.places if len(p) <= LONGEST_PLACE]
    return len(event.actors) == 1 and bool(stops)
