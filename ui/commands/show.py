"""`wenzheng show`: what the index holds, as a table or as JSON lines."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence

from rag import Assistant, Event, Person, Reading, Span, article_line, event_line
from ui.commands.config import config_of
from ui.filters import Wanted, chosen
from ui.people import Held, held_by, person_line
from ui.table import table

Row = tuple[str, ...]


def run(arguments: Namespace) -> int:
    """Print what was asked for."""
    with Assistant.open(config_of(arguments)) as assistant:
        readings = tuple(assistant.readings())
    lines = SHOWN[arguments.what](readings, _wanted(arguments), arguments.jsonl)
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _wanted(arguments: Namespace) -> Wanted:
    return Wanted(arguments.who, arguments.where, arguments.since, arguments.until, arguments.type, arguments.newspaper)


def _articles(readings: Sequence[Reading], wanted: Wanted, jsonl: bool) -> Iterable[str]:
    if jsonl:
        return map(_json, map(article_line, readings))
    rows = [(r.page.name, r.page.newspaper, r.understood.when.value or "", r.article.title) for r in readings]
    return table(("page", "newspaper", "date", "title"), rows)


def _events(readings: Sequence[Reading], wanted: Wanted, jsonl: bool) -> Iterable[str]:
    events = chosen(readings, wanted)
    if jsonl:
        return map(_json, map(event_line, events))
    header = ("date", "who", "did", "type", "what", "where", "with", "page", "at")
    return table(header, [_event_row(event) for event in events])


def _people(readings: Sequence[Reading], wanted: Wanted, jsonl: bool) -> Iterable[str]:
    people = held_by(readings)
    if jsonl:
        return map(_json, map(person_line, people))
    return table(("name", "articles", "offices"), [_person_row(person) for person in people])


SHOWN = {"articles": _articles, "events": _events, "people": _people}


def _event_row(event: Event) -> Row:
    return (
        event.when.value or event.when.printed,
        _named(event.actors),
        event.action,
        event.activity.value,
        event.target,
        "、".join(event.places),
        _named(event.participants),
        event.page,
        _extent(event.spans),
    )


def _person_row(person: Held) -> Row:
    offices = "；".join(f"{o.role} {_period(o.first, o.last)}".rstrip() for o in person.offices)
    return (person.name, str(person.articles), offices)


def _period(first: str | None, last: str | None) -> str:
    return (first or "") if first == last else f"{first}–{last}"


def _named(people: Iterable[Person]) -> str:
    return "、".join(f"{p.role}{p.name}" for p in people)


def _extent(spans: Sequence[Span]) -> str:
    return f"{min(s.start for s in spans)}–{max(s.end for s in spans)}" if spans else ""


def _json(line: dict[str, object]) -> str:
    return json.dumps(line, ensure_ascii=False)
