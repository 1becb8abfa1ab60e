"""Events as rows that can be searched, sorted and counted: drawn from the stored records, so they can be made again.

A row is a telling: one event as one article tells it. `deed` is the id of the first of all tellings of the event.
Texts to be searched are folded; `*_key` sort as Chinese readers expect.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from rag.codec import from_json
from rag.indexing.engines.port import Connection
from rag.records import Dated, Event, Person
from rag.text import fold, sort_key
from rag.understanding import telling_keys

TABLES = (
    """CREATE TABLE tellings(
        id INTEGER PRIMARY KEY, article INTEGER NOT NULL, number INTEGER NOT NULL, deed INTEGER NOT NULL,
        joined INTEGER NOT NULL DEFAULT 0, standing TEXT NOT NULL, activity TEXT NOT NULL, first TEXT NOT NULL,
        last TEXT NOT NULL, who_key BLOB NOT NULL, place_key BLOB NOT NULL, newspaper_key BLOB NOT NULL,
        UNIQUE(article, number),
        FOREIGN KEY(article, number) REFERENCES events(article, number) ON DELETE CASCADE)""",
    "CREATE INDEX tellings_by_deed ON tellings(deed)",
    "CREATE INDEX tellings_not_joined ON tellings(joined) WHERE NOT joined",
    # apart from the tellings, so that sorting and counting need not read past the texts
    """CREATE TABLE texts(
        telling INTEGER PRIMARY KEY REFERENCES tellings(id) ON DELETE CASCADE, newspaper TEXT NOT NULL,
        people TEXT NOT NULL, offices TEXT NOT NULL, places TEXT NOT NULL, said TEXT NOT NULL)""",
    """CREATE TABLE parts(
        telling INTEGER NOT NULL REFERENCES tellings(id) ON DELETE CASCADE, name TEXT NOT NULL, role TEXT NOT NULL,
        called TEXT NOT NULL, PRIMARY KEY(telling, name)) WITHOUT ROWID""",
    "CREATE INDEX parts_by_name ON parts(name)",
    """CREATE TABLE marks(
        mark INTEGER NOT NULL, telling INTEGER NOT NULL REFERENCES tellings(id) ON DELETE CASCADE,
        PRIMARY KEY(mark, telling)) WITHOUT ROWID""",
    "CREATE INDEX marks_by_telling ON marks(telling)",
    "CREATE INDEX people_by_name ON people(name)",
)
"""`parts` are those taking part, `marks` what tellings of one event have in common, as numbers."""

BEFORE, BEHIND = "", "~"
"""Last and first day of what has no date: sorted behind all days either way, and in no period."""

NOTHING = b"\xff"
"""Sorts behind every text: where there is nothing to sort by."""

_ROW = """
INSERT INTO tellings(article, number, deed, standing, activity, first, last, who_key, place_key, newspaper_key)
VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
_MISSING = """
SELECT e.article, e.number, e.record, g.name, a.number, json_extract(g.record, '$.newspaper')
FROM events e JOIN articles a ON a.id = e.article JOIN pages g ON g.id = a.page
WHERE NOT EXISTS (SELECT 1 FROM tellings t WHERE t.article = e.article AND t.number = e.number)
ORDER BY g.name, a.number, e.number
"""


def enter(db: Connection, article: int, event: Event, newspaper: str) -> None:
    """Write the rows of an event that is stored under the article's id, as a deed of its own until it is joined."""
    first, last = _ends(event.when)
    keys = ("、".join(a.name for a in event.actors), "、".join(event.places), newspaper)
    row = (article, event.number, event.standing.value, event.activity.value, first, last, *map(_key, keys))
    telling = db.execute(_ROW, row).fetchone()[0]
    db.execute("UPDATE tellings SET deed = id WHERE id = ?", (telling,))
    people = (*event.actors, *event.participants)
    db.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", (telling, *map(fold, _texts(event, people, newspaper))))
    rows = ((telling, name, fold("\n".join(rs)), fold("\n".join(r + name for r in rs))) for name, rs in _roles(people))
    db.executemany("INSERT INTO parts(telling, name, role, called) VALUES (?, ?, ?, ?)", rows)
    marks = ((_number(key), telling) for key in telling_keys(event))
    db.executemany("INSERT INTO marks(mark, telling) VALUES (?, ?) ON CONFLICT DO NOTHING", marks)


def enter_missing(db: Connection) -> None:
    """Write the rows of every stored event that has none: those of an index that an earlier version built."""
    for article, number, record, page, place, newspaper in db.execute(_MISSING).fetchall():
        event = from_json(Event, record, page=page, article=place, number=number)
        enter(db, article, event, newspaper or "")


def days(date: str | None) -> tuple[str, str]:
    """First and last day of an ISO day, month or year, as texts that compare like days."""
    if not date:
        return BEHIND, BEFORE
    return date + "-01-01"[len(date) - 4 :], date + "-12-31"[len(date) - 4 :]


def _ends(when: Dated) -> tuple[str, str]:
    """First and last day of an event, as far as they are known."""
    first, last = days(when.value)
    return when.first or first, days(when.last)[1] if when.last else last


def titles(article_record: str) -> str:
    """All headlines of a stored article on one line."""
    return " ".join(json.loads(article_record).get("titles", ()))


def _texts(event: Event, people: Sequence[Person], newspaper: str) -> tuple[str, ...]:
    """Newspaper, people with their offices, offices, places and target, and all of it with the action; a part a line."""
    named = "\n".join(f"{p.role}{p.name}" for p in people)
    places = "\n".join((*event.places, event.target))
    return newspaper, named, "\n".join(p.role for p in people), places, f"{event.action}\n{named}\n{places}"


def _roles(people: Iterable[Person]) -> Iterable[tuple[str, list[str]]]:
    """Everybody who has a name, with the offices given to them in one event."""
    roles: defaultdict[str, list[str]] = defaultdict(list)
    for person in people:
        if person.name:
            roles[person.name].append(person.role)
    return roles.items()


def _key(text: str) -> bytes:
    return sort_key(text) or NOTHING


def _number(mark: str) -> int:
    """Eight bytes are enough to find by; what was found is compared in any case."""
    return int.from_bytes(blake2b(mark.encode(), digest_size=8).digest(), signed=True)
