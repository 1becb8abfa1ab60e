"""Who is in the news, holding which office when, gathered from all articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rag import Reading


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed, with the first and the last date of an article that prints it."""

    role: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A person, the offices printed for them, and the number of articles they are named in."""

    name: str
    offices: tuple[Office, ...]
    articles: int


def held_by(readings: Iterable[Reading]) -> list[Held]:
    """Everybody, those named in most articles first."""
    dates: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    articles: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for reading in readings:
        for person in reading.understood.people:
            articles[person.name].add((reading.page.name, reading.article.number))
            dates[person.name][person.role] += filter(None, [reading.understood.when.value])
    people = [Held(name, _offices(dates[name]), len(where)) for name, where in articles.items()]
    return sorted(people, key=lambda person: (-person.articles, person.name))


def person_line(person: Held) -> dict[str, object]:
    """The person as a JSON line."""
    offices = [{"role": o.role, "first": o.first, "last": o.last} for o in person.offices]
    return {"name": person.name, "offices": offices, "articles": person.articles}


def _offices(roles: dict[str, list[str]]) -> tuple[Office, ...]:
    return tuple(Office(r, min(days, default=None), max(days, default=None)) for r, days in roles.items() if r)
