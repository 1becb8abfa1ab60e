"""Pages that print no day, read once more where other pages of the index tell more of their time than when they were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rag.indexing.drawn import Understander, drawn_again
from rag.indexing.store import Store
from rag.indexing.storing import Draft
from rag.understanding import Series, Value, as_of, hints, numbers, offices

_PEOPLE = """SELECT DISTINCT g.name, json_extract(g.record, '$.issued'), json_extract(a.told, '$.city'), p.name, p.role
FROM people p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
WHERE p.role LIKE '%长' OR p.role LIKE '%书记' OR p.role LIKE '%长、%' OR p.role LIKE '%书记、%'"""
_TEXTS = """SELECT g.name, json_extract(g.record, '$.issued'), coalesce(json_extract(g.record, '$.newspaper'), ''), g.text,
(SELECT json_extract(a.told, '$.city') FROM articles a WHERE a.page = g.id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)
FROM pages g WHERE g.text LIKE '%届%第%次%' OR g.text LIKE '%总第%'"""


def redrafts(store: Store, understander: Understander) -> Iterator[Draft]:
    """The pages to be put in place of what is stored of them."""
    if not (undated := store.undated()):
        return
    known, printed = _told(store)
    for name, hinted in undated.items():
        told = hints(printed.get(name, ()), known)
        page = store.page(name) if told or hinted else None
        if page is None or told == page.hints:
            continue
        fresh = replace(page, hints=told)
        if as_of(fresh) != as_of(page):
            yield drawn_again(store, fresh, understander)


def _told(store: Store) -> tuple[Series, dict[str, list[Value]]]:
    """The series of all pages whose day is known, and what each other page prints of any."""
    known: defaultdict[str, dict[str, tuple[date, date]]] = defaultdict(dict)
    printed: defaultdict[str, list[Value]] = defaultdict(list)
    for name, issued, value in _values(store):
        if issued is None:
            printed[name].append(value)
            continue
        day = date.fromisoformat(issued)
        first, last = known[value.series].get(value.value, (day, day))
        known[value.series][value.value] = min(first, day), max(last, day)
    return known, printed


def _values(store: Store) -> Iterator[tuple[str, str | None, Value]]:
    """(page, its day, value) of every value of a series that a page prints."""
    for page, issued, city, name, role in store.db.execute(_PEOPLE):
        yield from ((page, issued, value) for value in offices(city or "", [(name, role)]))
    for page, issued, newspaper, text, city in store.db.execute(_TEXTS):
        yield from ((page, issued, value) for value in numbers(city or "", newspaper, text))
