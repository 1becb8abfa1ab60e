"""Rulings on names and offices of an article: in place of some stand others, in all that it tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from rag.corrections.entries import Entry
from rag.records import Event, Person, Tenure, Understood
from rag.ruled import Ruling, Thing

SHORT = 4
"""Characters of the longest name that is taken for a person's where nothing tells: a longer one is rather a body's."""


def renamed(told: Understood, entry: Entry) -> Understood:
    """What the article tells, with the names or the office that the ruling gives."""
    return told if entry.was == entry.now else _RULES[entry.thing](told, entry)


def with_names_of(told: Understood, found: Sequence[Event], made: Sequence[Event]) -> Understood:
    """Whom and what an event made by hand names, and the one that was found did not, the article names too."""
    known = {p.name for p in (*told.people, *_taking_part(found))} | set(told.bodies)
    new = {p.name: p for p in _taking_part(made) if p.name not in known and _personal(p.name)}
    were = {place for e in found for place in e.places}
    places = dict.fromkeys(place for e in made for place in e.places if place not in were)
    return replace(told, people=(*told.people, *new.values()), places=tuple(dict.fromkeys((*told.places, *places))))


def _taking_part(events: Sequence[Event]) -> list[Person]:
    return [p for e in events for p in (*e.actors, *e.participants, *e.met)]


def _personal(name: str) -> bool:
    return 2 <= len(name) <= SHORT or "·" in name


def _persons(told: Understood, entry: Entry) -> Understood:
    was = set(entry.was)

    def named(people: Sequence[Person]) -> tuple[Person, ...]:
        found = (Person(name, p.role) for p in people for name in (entry.now if p.name in was else (p.name,)))
        return _once(found)

    def held(tenures: Sequence[Tenure]) -> tuple[Tenure, ...]:
        found = (replace(t, name=n) for t in tenures for n in (entry.now if t.name in was else (t.name,)))
        return tuple(dict.fromkeys(found))

    bodies = tuple(b for b in told.bodies if b not in entry.now)
    return _everywhere(replace(told, tenures=held(told.tenures), bodies=bodies), named)


def _offices(told: Understood, entry: Entry) -> Understood:
    """Of one person; an office that is rejected leaves the name without one."""
    was, now = "".join(entry.was), "、".join(entry.now)

    def named(people: Sequence[Person]) -> tuple[Person, ...]:
        return _once(Person(p.name, now if (p.name, p.role) == (entry.of, was) else p.role) for p in people)

    of = [t for t in told.tenures if t.name == entry.of and was.endswith(t.office)]
    tenures = tuple(replace(t, office=now, printed=now) if t in of else t for t in told.tenures if now or t not in of)
    return _everywhere(replace(told, tenures=tenures), named)


def _places(told: Understood, entry: Entry) -> Understood:
    was = set(entry.was)

    def named(places: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(n for p in places for n in (entry.now if p in was else (p,))))

    events = tuple(replace(e, places=named(e.places), target=_target(e, entry)) for e in told.events)
    return replace(told, places=named(told.places), events=events)


def _target(event: Event, entry: Entry) -> str:
    """Where the target is the place itself it is renamed with it."""
    return "、".join(entry.now) if event.target in entry.was else event.target


def _everywhere(told: Understood, named: Callable[[Sequence[Person]], tuple[Person, ...]]) -> Understood:
    events = tuple(
        replace(e, actors=named(e.actors), participants=named(e.participants), met=named(e.met)) for e in told.events
    )
    return replace(told, people=_by_name(named(told.people)), events=events)


def _once(people: object) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(people))  # type: ignore[call-overload]


def _by_name(people: Sequence[Person]) -> tuple[Person, ...]:
    """Each name once, with the first office that is told."""
    found: dict[str, Person] = {}
    for p in people:
        if p.name not in found or (p.role and not found[p.name].role):
            found[p.name] = p
    return tuple(found.values())


_RULES = {Thing.PERSON: _persons, Thing.OFFICE: _offices, Thing.PLACE: _places}


def in_words(entry: Entry, values: Sequence[str]) -> str:
    """Names or values of a ruling on one line; an office with its person."""
    told = "、".join(values)
    return f"{told}{entry.of}" if entry.thing is Thing.OFFICE and entry.ruling is not Ruling.UNDO else told
