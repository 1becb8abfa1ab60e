"""The table of events: filtered, sorted, paged and counted by the store itself, however many there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rag.codec import from_json
from rag.corrections import concerning, event_in_words
from rag.indexing.entries import NOTHING, titles
from rag.indexing.store import AT_ONCE, Store
from rag.indexing.wanting import Condition, condition, select
from rag.listings import Counted, Deed, Deeds, Order, Tally, Wanted
from rag.records import Activity, Event, Standing
from rag.text import from_key, sort_key

MOST = 20
"""People named in a tally, and companions of a person: a list to look at, not to search."""

_NEWEST = "t.last DESC, t.id"
_KIND = " ".join(f"WHEN '{kind}' THEN {k}" for k, kind in enumerate(Activity))
_ORDERS = {
    Order.NEWEST: _NEWEST,
    Order.OLDEST: "t.first, t.id",
    Order.WHO: f"t.who_key, {_NEWEST}",
    Order.PLACE: f"t.place_key, {_NEWEST}",
    Order.TYPE: f"CASE t.activity {_KIND} END, {_NEWEST}",
    Order.NEWSPAPER: f"t.newspaper_key, {_NEWEST}",
}
_TOLD = """
SELECT t.id, t.deed, g.name, a.number, e.number, e.record, json_extract(g.record, '$.newspaper'), a.record,
coalesce(json_extract(g.record, '$.rulings'), '') FROM tellings t JOIN events e ON e.article = t.article AND e.number = t.number
JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page
"""
_MATCHING = """
SELECT g.name, a.number, e.number, e.record
FROM tellings t JOIN events e ON e.article = t.article AND e.number = t.number
JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page
"""


def events(store: Store, wanted: Wanted | None) -> list[Event]:
    """Every telling that is wanted, by page, article and number; None wants all of them, of any standing."""
    given = condition(wanted or Wanted(standings=tuple(Standing)))
    sql = f"""WITH among(id) AS MATERIALIZED ({given.among}) {_MATCHING} WHERE {given.where.format(t="t")}
        ORDER BY g.name, a.number, e.number"""
    rows = store.listed.execute(sql, (*given.among_values, *given.values)).fetchall()
    return [_event(row) for row in rows]


def deeds(store: Store, wanted: Wanted, order: Order, offset: int, limit: int) -> Deeds:
    """A leaf of the deeds of which some telling is wanted; the first such telling stands for the deed."""
    given, room = condition(wanted), (max(limit, 0), max(offset, 0))
    tail = f"ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?"
    sql, values = select(given, "t.id, t.deed, count(*) OVER () FROM tellings t", tail=tail)
    found = store.listed.execute(sql, (*values, *room)).fetchall()
    total = found[0][2] if found else _total(store, given)
    return Deeds(total, _deeds(store, [(telling, deed) for telling, deed, _ in found]))


def tally(store: Store, wanted: Wanted) -> Tally:
    """How the deeds that are wanted are spread."""
    return tally_where(store, condition(wanted))


def tally_where(store: Store, given: Condition) -> Tally:
    """The same for any condition on the tellings."""
    columns = "t.activity, substr(t.first, 1, 7) AS a, substr(t.last, 1, 7) AS z, count(*) FROM tellings t"
    rows = store.listed.execute(*select(given, columns, tail="GROUP BY t.activity, a, z")).fetchall()
    kinds, months = Counter[str](), Counter[str]()
    for kind, first, last, count in rows:
        kinds[kind] += count
        months[first if first == last else ""] += count
    del months[""]
    return Tally(
        sum(kinds.values()),
        counted(people_of(store, given))[:MOST],
        counted(kinds),
        tuple(Counted(month, count) for month, count in sorted(months.items())),
        counted(_newspapers(store, given)),
    )


def counted(counts: Counter[str]) -> tuple[Counted, ...]:
    """Most frequent first, equals by sound."""
    return tuple(Counted(n, c) for n, c in sorted(counts.items(), key=lambda i: (-i[1], sort_key(i[0]))))


def people_of(store: Store, given: Condition) -> Counter[str]:
    """In how many of the deeds that a condition holds for everybody has a part, by whichever telling."""
    columns = "p.name, count(DISTINCT t.deed) FROM tellings t JOIN parts p ON p.telling = t.id"
    return Counter(dict(store.listed.execute(*select(given, columns, tail="GROUP BY p.name", every=True)).fetchall()))


def _newspapers(store: Store, given: Condition) -> Counter[str]:
    columns = "t.newspaper_key, count(DISTINCT t.deed) FROM tellings t"
    rows = store.listed.execute(*select(given, columns, tail="GROUP BY t.newspaper_key", every=True)).fetchall()
    return Counter({from_key(key): count for key, count in rows if key != NOTHING})


def _total(store: Store, given: Condition) -> int:
    return int(store.listed.execute(*select(given, "count(*) FROM tellings t")).fetchone()[0])


def _deeds(store: Store, found: Sequence[tuple[int, int]]) -> tuple[Deed, ...]:
    """(telling that stands for it, deed) to deeds, in the order given."""
    told: defaultdict[int, dict[int, Deed]] = defaultdict(dict)
    ruled_on: set[int] = set()
    for at in range(0, len(found), AT_ONCE):
        some = [deed for _, deed in found[at : at + AT_ONCE]]
        sql = f"{_TOLD} WHERE t.deed IN ({','.join('?' * len(some))}) ORDER BY t.id"
        rows = store.listed.execute(sql, some).fetchall()
        for telling, deed, *row, newspaper, article, rulings in rows:
            told[deed][telling] = Deed(_event(row), newspaper or "", titles(article))
            if rulings:
                ruled_on.add(telling)
    deeds = (
        replace(told[deed][first], told_again=tuple(one.event for i, one in told[deed].items() if i != first))
        for first, deed in found
    )
    return tuple(
        _with_corrections(store, deed) if first in ruled_on else deed
        for (first, _), deed in zip(found, deeds, strict=True)
    )


def _with_corrections(store: Store, deed: Deed) -> Deed:
    """The deed with what was corrected of it; only pages that somebody ruled on are looked at for that."""
    spans, reading = deed.event.spans, store.reading(deed.event.page, deed.event.article)
    if reading is None:
        return deed
    quote = "".join(reading.page.text[s.start : s.end] for s in spans)
    told = f"{quote} {event_in_words(deed.event)}"  # a name that was corrected may stand there as 他
    return replace(deed, corrected=concerning(reading.understood.ruled, spans, told))


def _event(row: Iterable[object]) -> Event:
    page, article, number, record = row
    return from_json(Event, str(record), page=page, article=article, number=number)
