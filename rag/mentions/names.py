"""People, bodies, places and offices: wherever a text prints a name that its article is known to hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rag.mentions.spots import free
from rag.records import Mention, MentionKind, Understood

_APART = re.compile("[、，,]")
SHORTEST = 2
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an article by kind, each kind's longest first, so that 王海 is not read in 王海龙."""

    by_kind: tuple[tuple[MentionKind, tuple[str, ...]], ...] = field(default=())

    @classmethod
    def of(cls, told: Understood) -> Names:
        """Everything that an article's understanding gives a name to."""
        people = {p.name for p in told.people}
        acting = [p for e in told.events for p in (*e.actors, *e.participants, *e.met)]
        offices = {p.role for p in (*told.people, *acting)} | {t.printed for t in told.tenures}
        given = {
            MentionKind.PERSON: people,
            MentionKind.BODY: {*told.bodies, *(p.name for p in acting)} - people,
            MentionKind.PLACE: {*told.places, *(place for e in told.events for place in e.places)},
            MentionKind.OFFICE: offices | {part for office in offices for part in _APART.split(office)},
        }
        return cls(tuple((kind, _longest_first(names)) for kind, names in given.items()))


def named(text: str, names: Names) -> Iterator[Mention]:
    """Each name where it stands; those of one kind do not overlap."""
    for kind, known in names.by_kind:
        yield from free(m for name in known if name in text for m in _each(kind, name, text))


def _each(kind: MentionKind, name: str, text: str) -> Iterator[Mention]:
    at = text.find(name)
    while at >= 0:
        yield Mention(kind, name, at, at + len(name), name)
        at = text.find(name, at + len(name))


def _longest_first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((n for n in names if len(n) >= SHORTEST), key=lambda n: (-len(n), n)))
