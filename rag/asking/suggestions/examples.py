"""Example questions, made from what the index holds. That each has an answer is seen by asking it (`turn.examples`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.asked import Language
from rag.asking.suggestions.facts import asked_of, is_meeting, stops
from rag.indexing import Store, ledger
from rag.listings import Order, Wanted
from rag.records import VISITS, Activity, Event, Standing
from rag.tables import rows

LOOKED_AT = 200
"""Deeds of a kind looked at: one among so many makes a good example, and an index may hold any number."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the articles, by page and number, that tell what it asks."""

    question: str
    articles: frozenset[tuple[str, int]]


def offered(events: Sequence[Event], language: Language) -> Iterator[tuple[Example, ...]]:
    """For each kind of activity the questions that can be asked of these events, of those that tell most first."""
    for kind, *wordings in rows("examples.tsv"):
        wording = wordings[language is Language.EN]
        fitting = [event for event in events if _fits(event, Activity(kind))]
        asked: dict[str, list[Event]] = {}
        for event in sorted(fitting, key=_telling, reverse=True):
            if question := asked_of(event, wording, language):
                asked.setdefault(question, []).append(event)
        yield tuple(Example(q, frozenset((e.page, e.article) for e in told)) for q, told in asked.items())


def telling(store: Store) -> list[Event]:
    """The latest deeds of every kind that a question is made of, by page, article and number."""
    found: list[Event] = []
    for kind, *_ in rows("examples.tsv"):
        leaf = ledger.deeds(store, Wanted(activity=Activity(kind)), Order.NEWEST, 0, LOOKED_AT)
        found += (deed.event for deed in leaf.deeds)
    return sorted(found, key=lambda e: (e.page, e.article, e.number))


def _fits(event: Event, activity: Activity) -> bool:
    """Whether it was done, and the visit went to a place, or the meeting, that has a name."""
    done = event.activity is activity and event.standing is Standing.DONE
    return done and (bool(stops(event)) if activity in VISITS else is_meeting(event.target))


def _telling(event: Event) -> tuple[bool, int, int]:
    """More for an event that says when, goes to more places, and has a shorter object."""
    return event.when.value is not None, len(event.places), -len(event.target)
