"""What is told twice is one event: a headline or caption that repeats the text, a fragment printed again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.records import Event
from rag.understanding.telling import LEADERS
from rag.understanding.thread import MEETINGS, VISITS, Draft, Thread, add_people


def told_once(thread: Thread) -> None:
    """Join drafts of one event: all evidence stays, and everybody who is named at either place."""
    kept: list[Draft] = []
    for told in thread.drafts:
        known = next((k for k in kept if _same(k, told)), None)
        if known is None and (holder := _by_its_head(told, thread.drafts)):
            holder.spans += [s for s in told.spans if s not in holder.spans]
            continue
        if known is None:
            kept.append(told)
            continue
        known.spans += [s for s in told.spans if s not in known.spans]
        known.verbs = tuple(dict.fromkeys((*known.verbs, *told.verbs)))
        known.places += [p for p in told.places if p not in known.places]
        add_people(known, (*told.people, *told.participants))
    thread.drafts[:] = kept


def printed_once(articles: Sequence[tuple[Event, ...]]) -> list[tuple[Event, ...]]:
    """The events of a page's articles without those another article tells in the same words; that one keeps both places.

    Events are the same where who, what, where and when are, and what was done is more than a bare verb.
    """
    first: dict[object, tuple[int, int]] = {}
    pages: list[list[Event]] = []
    for article, events in enumerate(articles):
        pages.append([])
        for event in events:
            key = (event.actors, event.action, event.activity, event.target, event.places, event.when.value)
            where = first.get(key) if event.target or event.places else None
            if where is None or where[0] == article:
                first.setdefault(key, (article, len(pages[article])))
                pages[article].append(event)
                continue
            known = pages[where[0]][where[1]]
            pages[where[0]][where[1]] = replace(known, spans=(*known.spans, *event.spans))
    return [tuple(events) for events in pages]


def _same(one: Draft, two: Draft) -> bool:
    if one.activity is not two.activity or one.standing is not two.standing:
        return False
    days = {d for d in (one.when.value, two.when.value) if d}
    if len(days) > 1 or not _same_actors(one, two):
        return False
    if one.activity in MEETINGS:
        return bool(one.meeting) and one.meeting == two.meeting
    repeated = (one.verbs, one.target, one.places) == (two.verbs, two.target, two.places)
    return one.activity in VISITS and repeated and bool(one.target or one.places)


def _by_its_head(told: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The visit by somebody of a body in which the body's own, told as in a headline, is told with whoever went."""
    if (
        told.activity not in VISITS
        or not told.subject.body
        or (told.subject.team and not told.subject.team.endswith(LEADERS))
    ):
        return None
    names = [p.name for p in told.people]
    leaders = not told.places and all(n.endswith(LEADERS) for n in names)
    for other in drafts:
        alike = (
            other.activity is told.activity and other.standing is told.standing and set(other.verbs) & set(told.verbs)
        )
        days = {d for d in (told.when.value, other.when.value) if d}
        officials = [p for p in other.people if p.role]
        named = any(n in p.role for n in names for p in officials) or (leaders and officials)
        if alike and not other.subject.body and len(days) < 2 and named:
            return other
    return None


def _same_actors(one: Draft, two: Draft) -> bool:
    """Whether the actors of one are there in the other, and its actors are no others."""
    mine, yours = ({p.name for p in d.people} for d in (one, two))
    there = {p.name for p in one.participants} | mine
    return bool(mine & yours) and yours <= there
