"""Who was with whom, and where, out of the table of events: read in one pass each of events, people and places."""

from __future__ import annotations

from collections import defaultdict

from rag.indexing.store import Store
from rag.indexing.wanting import Condition, condition, select
from rag.listings import Wanted
from rag.network import Network, Places, network, places, told

_TOLD = "t.deed, t.first, t.last, g.name, a.number FROM tellings t JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page"
_PEOPLE = """DISTINCT t.deed, p.name FROM tellings t JOIN parts p ON p.telling = t.id
JOIN (SELECT DISTINCT name FROM people) known ON known.name = p.name"""
_PLACES = """SELECT DISTINCT t.deed, place.value FROM tellings t
JOIN events e ON e.article = t.article AND e.number = t.number, json_each(e.record, '$.places') AS place"""


def network_of(store: Store, wanted: Wanted) -> Network:
    """Who had a part in the events that are wanted, and who with whom: people, not bodies, by whichever telling, as in a
    `Profile`."""
    given = condition(wanted)
    return network(_days(store, given), _people(store, given))


def places_of(store: Store, wanted: Wanted) -> Places:
    """Where the events that are wanted were, by the tellings that are wanted."""
    given = condition(wanted)
    return places(_days(store, given), _people(store, given), _places(store, given))


def told_at(store: Store, wanted: Wanted) -> dict[int, tuple[str, str, int]]:
    """The day, empty where it is not known, the page and the article of the telling that stands for each of these events, by
    the event's number."""
    rows = store.listed.execute(*select(condition(wanted), _TOLD)).fetchall()
    return {deed: (told(first, last) if last else "", page, article) for deed, first, last, page, article in rows}


def _days(store: Store, given: Condition) -> dict[int, tuple[str, str]]:
    sql, values = select(given, "t.deed, t.first, t.last FROM tellings t", tail="ORDER BY t.first, t.id")
    return {deed: (first, last) for deed, first, last in store.listed.execute(sql, values).fetchall()}


def _people(store: Store, given: Condition) -> defaultdict[int, list[str]]:
    """The people of each deed of which some telling is wanted."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for deed, name in store.listed.execute(*select(given, _PEOPLE, every=True)).fetchall():
        found[deed].append(name)
    return found


def _places(store: Store, given: Condition) -> defaultdict[int, list[str]]:
    """The places of each deed, by its tellings that are wanted."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    sql = f"WITH among(id) AS MATERIALIZED ({given.among}) {_PLACES} WHERE {given.where.format(t='t')}"
    for deed, place in store.listed.execute(sql, (*given.among_values, *given.values)).fetchall():
        found[deed].append(place)
    return found
