"""From the filters of the event table to what the tab shows, and to files of the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from rag import Activity, Deed, Language, Order, RagError, Standing, Wanted
from ui.events.table import LEAF, Leaf, Sources, events_table, page_line
from ui.handlers.days import UnreadableDayError, day_of
from ui.handlers.sent import leaf_of
from ui.network.handler import people_csv, people_graphml, people_leaf, places_csv, places_graphml, places_leaf
from ui.network.view import PINNED, VIEWS, on_one_line, pins
from ui.ports import Asked
from ui.present.counts import counts
from ui.present.nothing import Loosened, no_events, problem
from ui.present.sheet import csv_text, jsonl_text
from ui.present.timeline import timeline
from ui.problems import report
from ui.strings import say

Fields = Mapping[str, str]
"""The filters as the page sends them: every value a string, empty where nothing is asked."""
Parts = dict[str, str]
"""From the name of a part of the tab to the HTML that it now shows."""

TEXTS = ("who", "office", "where", "newspaper", "text")
"""Filters that are taken as they were typed."""
FILTERS = (*TEXTS, *PINNED, "type", "since", "until")
PEOPLE_SHOWN = 6
"""People in the counts: as many lines as there are types of events, so that the two stand level."""
STRETCH = 5000
"""Rows fetched at once for a file: each stretch sorts the table anew, and is kept in memory until it is written."""


def shown(assistant: Asked, language: Language, fields: Fields) -> Parts:
    """What the tab shows for these filters: the parts `rows` and `pins`, or where `parts` asks for the spread, `timeline`, `counts`
    and the names of `newspapers`. They are two, for the rows of a long list are there sooner than its counts.

    A day that cannot be read gives the part `wrong`, the name of its field, and says so in place of the rows.
    """
    part, show = ("timeline", _spread) if fields.get("parts") == "spread" else ("rows", _rows)
    try:
        return show(assistant, language, fields, wanted_of(fields)) | {"wrong": ""}
    except UnreadableDayError as error:
        return {part: problem(language, "events.wrong_day"), "wrong": error.field}
    except RagError as error:
        return {part: problem(language, "events.failed", str(error)), "wrong": ""}
    except Exception as error:
        report(error)
        return {part: problem(language, "problem.other"), "wrong": ""}


def exported(assistant: Asked, language: Language, fields: Fields) -> tuple[str, Iterator[str]] | None:
    """All the rows of these filters and this view as a file: its name, and its text piece by piece as the rows are read.

    None for a kind of file or a day that is none.
    """
    kind, view = fields.get("as", ""), view_of(fields)
    try:
        wanted_of(fields)
    except UnreadableDayError:
        return None
    if (view, kind) not in WRITERS:
        return None
    return f"wenzheng-{view}.{kind}", WRITERS[view, kind](assistant, language, fields)


def wanted_of(fields: Fields) -> Wanted:
    """The filters as a wish. UnreadableDayError for a day that is none; an unknown type asks for every type."""
    who, office, where, newspaper, text = (fields.get(name, "").strip() for name in TEXTS)
    since, until = (day_of(name, fields.get(name, "")) for name in ("since", "until"))
    activity = Activity(fields["type"]) if fields.get("type") in set(Activity) else None
    standings = tuple(Standing) if fields.get("all") else (Standing.DONE,)
    together, places = (names_of(fields, name) for name in PINNED)
    return Wanted(
        who, office, where, since, until, activity, newspaper, text, standings,
        together=together, places=places,
    )  # fmt: skip


def names_of(fields: Fields, name: str) -> tuple[str, ...]:
    """The whole names that such a filter holds, each once."""
    return tuple(dict.fromkeys(filter(None, fields.get(name, "").split("\n"))))


def view_of(fields: Fields) -> str:
    """What the events are shown as; themselves where nothing is asked, or what is unknown."""
    return fields["view"] if fields.get("view") in VIEWS else VIEWS[0]


def order_of(fields: Fields) -> Order:
    """The order asked for; the newest first where none is, or an unknown one."""
    return Order(fields["order"]) if fields.get("order") in set(Order) else Order.NEWEST


def _rows(assistant: Asked, language: Language, fields: Fields, wanted: Wanted) -> Parts:
    leaf = LEAVES[view_of(fields)](assistant, language, fields, wanted)
    rows = no_events(language, _loosened(assistant, fields)) if leaf is None else leaf
    return {"rows": rows, "pins": pins(language, {name: names_of(fields, name) for name in PINNED})}


def _leaf(assistant: Asked, language: Language, fields: Fields, wanted: Wanted) -> str | None:
    order, number = order_of(fields), leaf_of(fields)
    found = assistant.deeds(wanted, order, (number - 1) * LEAF, LEAF)
    if not found.total:
        return None
    if not found.deeds:  # a leaf that was there before somebody took pages away
        number = -(-found.total // LEAF)
        found = assistant.deeds(wanted, order, (number - 1) * LEAF, LEAF)
    return events_table(language, Leaf(found, order, number, _sources(assistant, found.deeds)))


def _spread(assistant: Asked, language: Language, fields: Fields, wanted: Wanted) -> Parts:
    """The timeline goes on showing the months outside the chosen period, so that another can be chosen."""
    tally = assistant.tally(wanted)
    bounded = wanted.since or wanted.until
    months = assistant.tally(replace(wanted, since=None, until=None)).months if bounded else tally.months
    types = [(say(language, f"activity.{c.name}"), c) for c in tally.activities]
    people = [(c.name, c) for c in tally.people[:PEOPLE_SHOWN]]
    chosen_type = wanted.activity.value if wanted.activity else ""
    return {
        "timeline": timeline(language, months, wanted.since or "", wanted.until or ""),
        "counts": counts(language, "counts.people", "who", people, wanted.who)
        + counts(language, "counts.types", "type", types, chosen_type),
        "newspapers": "\n".join(c.name for c in tally.newspapers),
    }


def _every(assistant: Asked, wanted: Wanted, order: Order) -> Iterator[Deed]:
    stretch = assistant.deeds(wanted, order, 0, STRETCH).deeds
    offset = len(stretch)
    while stretch:
        yield from stretch
        if len(stretch) < STRETCH:
            return
        stretch = assistant.deeds(wanted, order, offset, STRETCH).deeds
        offset += len(stretch)


LEAVES: Mapping[str, Callable[[Asked, Language, Fields, Wanted], str | None]] = {
    "events": _leaf,
    "people": people_leaf,
    "places": places_leaf,
}
"""What fills the part `rows` in each view; None where there are no events."""


def _table_csv(assistant: Asked, language: Language, fields: Fields) -> Iterator[str]:
    return csv_text(language, _every(assistant, wanted_of(fields), order_of(fields)))


def _table_jsonl(assistant: Asked, language: Language, fields: Fields) -> Iterator[str]:
    return jsonl_text(language, _every(assistant, wanted_of(fields), order_of(fields)))


WRITERS: Mapping[tuple[str, str], Callable[[Asked, Language, Fields], Iterator[str]]] = {
    ("events", "csv"): _table_csv,
    ("events", "jsonl"): _table_jsonl,
    ("people", "csv"): lambda asked, language, fields: people_csv(asked, language, wanted_of(fields)),
    ("people", "graphml"): lambda asked, language, fields: people_graphml(asked, wanted_of(fields)),
    ("places", "csv"): lambda asked, language, fields: places_csv(asked, language, wanted_of(fields)),
    ("places", "graphml"): lambda asked, language, fields: places_graphml(asked, wanted_of(fields)),
}
"""The files of each view."""


def _loosened(assistant: Asked, fields: Fields) -> list[Loosened]:
    """Each filter that is set, and how many events there would be without it alone."""
    given = [name for name in FILTERS if fields.get(name, "").strip()]
    without = ((name, wanted_of({**fields, name: ""})) for name in given)
    return [Loosened(name, on_one_line(fields[name]), assistant.deeds(w, limit=0).total) for name, w in without]


def _sources(assistant: Asked, deeds: Iterable[Deed]) -> Sources:
    """By what names readers know the pages on which events are told again."""
    places = {event.page: event.article for deed in deeds for event in deed.told_again}
    pages = (assistant.reading(page, article).page for page, article in places.items())
    return {page.name: page_line(page) for page in pages}
