"""`wenzheng show`: what the index holds, as a table or as JSON lines."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rag import (
    Activity,
    Assistant,
    Deed,
    Extent,
    Known,
    Office,
    Order,
    Person,
    Reading,
    SettingError,
    Span,
    Standing,
    Wanted,
    article_line,
    event_line,
    put_in_place,
)
from ui.commands.config import config_of
from ui.network.handler import extent_cells, foremost, named_in, people_graphml, places_graphml
from ui.table import table

Row = tuple[str, ...]

ALL = 1 << 40
"""More lines than any index has."""


def run(arguments: Namespace) -> int:
    """Print what was asked for."""
    with Assistant.open(config_of(arguments)) as assistant:
        if arguments.graphml:
            _graphml(assistant, arguments.what, _wanted(arguments), arguments.graphml)
            return 0
        lines = SHOWN[arguments.what](assistant, _wanted(arguments), arguments.jsonl)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return 0


def _wanted(arguments: Namespace) -> Wanted:
    return Wanted(
        who=arguments.who or "",
        where=arguments.where or "",
        since=arguments.since,
        until=arguments.until,
        activity=Activity(arguments.type) if arguments.type else None,
        newspaper=arguments.newspaper or "",
        standings=tuple(Standing) if arguments.all else (Standing.DONE,),
    )


def _articles(assistant: Assistant, wanted: Wanted, jsonl: bool) -> Iterable[str]:
    readings: Iterable[Reading] = assistant.readings()
    if jsonl:
        return map(_json, map(article_line, readings))
    rows = [(r.page.name, r.page.newspaper, r.understood.when.value or "", r.article.title) for r in readings]
    return table(("page", "newspaper", "date", "title"), rows)


def _events(assistant: Assistant, wanted: Wanted, jsonl: bool) -> Iterable[str]:
    """A line for every telling where programs read them, a row for every event where people do."""
    if jsonl:
        return map(_json, map(event_line, assistant.events(wanted)))
    header = ("date", "standing", "who", "did", "type", "what", "where", "with", "page", "at", "also")
    deeds = assistant.deeds(wanted, Order.OLDEST, 0, ALL).deeds
    return table(header, [_event_row(deed) for deed in deeds])


def _people(assistant: Assistant, wanted: Wanted, jsonl: bool) -> Iterable[str]:
    """Those with the part asked for in name or office who take part in events that are wanted otherwise."""
    people = assistant.people(wanted.who, 0, ALL).people
    others = replace(wanted, who="")
    if others != Wanted(standings=wanted.standings):
        taking_part = {p.name for e in assistant.events(others) for p in (*e.actors, *e.participants)}
        people = tuple(p for p in people if p.name in taking_part)
    if jsonl:
        return map(_json, map(_person_line, people))
    return table(("name", "articles", "events", "offices"), [_person_row(person) for person in people])


def _network(assistant: Assistant, wanted: Wanted, jsonl: bool) -> Iterable[str]:
    """A line for each two people with a part in the same events, those of most events first."""
    network = assistant.network(wanted)
    pairs = network.around(named_in(network, wanted))
    if jsonl:
        return (_json({"names": list(pair.names), **_extent_line(pair.extent)}) for pair in pairs)
    return table(
        ("who", "with", "events", "first", "last"), [(*pair.names, *extent_cells(pair.extent)) for pair in pairs]
    )


def _places(assistant: Assistant, wanted: Wanted, jsonl: bool) -> Iterable[str]:
    """A line for each place, those of most events first."""
    places = assistant.places(wanted).places
    if jsonl:
        return (_json({"place": p.name, "people": p.people, **_extent_line(p.extent)}) for p in places)
    rows = [(p.name, *extent_cells(p.extent), str(p.people), foremost(p)) for p in places]
    return table(("place", "events", "first", "last", "people", "who most often"), rows)


def _graphml(assistant: Assistant, what: str, wanted: Wanted, path: Path) -> None:
    """Write the file, whole or not at all. SettingError where it cannot be written."""
    written = people_graphml if what == "network" else places_graphml
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(written(assistant, wanted))
        put_in_place(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise SettingError(f"{path} cannot be written ({error.strerror})", "name another file") from error


SHOWN = {"articles": _articles, "events": _events, "people": _people, "network": _network, "places": _places}


def _event_row(deed: Deed) -> Row:
    event = deed.event
    return (
        event.when.value or event.when.printed,
        event.standing.value,
        _named(event.actors),
        event.action,
        event.activity.value,
        event.target,
        "、".join(event.places),
        _named(event.participants),
        event.page,
        _extent(event.spans),
        " ".join(dict.fromkeys(again.page for again in deed.told_again)),
    )


def _person_row(person: Known) -> Row:
    offices = "；".join(f"{o.role} {_period(o)}".rstrip() for o in person.offices)
    return (person.name, str(person.articles), str(person.events), offices)


def _person_line(person: Known) -> dict[str, object]:
    offices = [{"role": o.role, "first": o.first, "last": o.last} for o in person.offices]
    return {"name": person.name, "offices": offices, "articles": person.articles, "events": person.events}


def _extent_line(extent: Extent) -> dict[str, object]:
    return {"events": extent.events, "first": extent.first or None, "last": extent.last or None}


def _period(office: Office) -> str:
    return (office.first or "") if office.first == office.last else f"{office.first}–{office.last}"


def _named(people: Iterable[Person]) -> str:
    return "、".join(f"{p.role}{p.name}" for p in people)


def _extent(spans: Sequence[Span]) -> str:
    return f"{min(s.start for s in spans)}–{max(s.end for s in spans)}" if spans else ""


def _json(line: dict[str, object]) -> str:
    return json.dumps(line, ensure_ascii=False)
