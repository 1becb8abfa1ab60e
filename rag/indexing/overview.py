"""The table of events seen as a whole: which articles tell of somebody's deeds in a time, who and what place has most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.indexing.store import Store
from rag.indexing.within import ONE_OF, as_list
from rag.listings import Counted
from rag.records import Activity, Period
from rag.text import fold

Clause = tuple[str, tuple[object, ...]]

_VISITED = "JOIN events e ON e.article = t.article AND e.number = t.number, json_each(e.record, '$.places') AS place"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which deeds that were done: those of any of these people, of any of these kinds, in any of these periods,
    at this place, told with all of these words, in any of the articles of these ids.

    What is empty or None asks for nothing. A deed without a day of its own is of the day of its article.
    """

    people: tuple[str, ...] = ()
    activities: tuple[Activity, ...] = ()
    periods: tuple[Period, ...] = ()
    place: str = ""
    words: tuple[str, ...] = ()
    among: tuple[int, ...] | None = None


def articles_telling(store: Store, selection: Selection, most: int) -> list[tuple[str, int]]:
    """(page, number) of at most so many articles that tell such a deed, by date, those without one last."""
    where, values = _where(selection)
    sql = f"""SELECT g.name, a.number FROM tellings t JOIN articles a ON a.id = t.article JOIN pages g ON g.id = a.page
        WHERE {where} GROUP BY a.id, g.name ORDER BY a.date IS NULL, a.date, g.name, a.number LIMIT ?"""
    return list(store.listed.execute(sql, (*values, most)))


def articles_dated(
    store: Store, periods: Sequence[Period], most: int, among: Sequence[int] | None = None
) -> list[tuple[str, int]]:
    """The same for articles whose own date lies in one of the periods, whatever they tell."""
    sql, values = _any(_of_day(p, "a.date", "a.date") for p in periods)
    if among is not None:
        sql, values = f"{sql} AND {ONE_OF.format('a.id')}", (*values, as_list(among))
    sql = f"""SELECT g.name, a.number FROM articles a JOIN pages g ON g.id = a.page
        WHERE {sql} ORDER BY a.date, g.name, a.number LIMIT ?"""
    return list(store.listed.execute(sql, (*values, most)))


def busiest_people(store: Store, selection: Selection, most: int) -> list[Counted]:
    """People with the number of times they had a part in such deeds, most first; what one article tells of one day is
    one time, however many articles tell it again."""
    where, values = _where(selection)
    sql = f"""SELECT p.name, count(DISTINCT d.article || '@' || d.first) AS times FROM tellings t
        JOIN articles a ON a.id = t.article JOIN tellings d ON d.id = t.deed JOIN parts p ON p.telling = t.id
        WHERE {where} AND p.name IN (SELECT name FROM people)
        GROUP BY p.name ORDER BY times DESC, p.name LIMIT ?"""
    return [Counted(name, times) for name, times in store.listed.execute(sql, (*values, most))]


def busiest_places(store: Store, selection: Selection, most: int) -> list[Counted]:
    """The same for places; a town that some article is of is where all its news is from, and none of them."""
    where, values = _where(selection)
    sql = f"""SELECT place.value, count(DISTINCT d.article || '@' || d.first) AS times FROM tellings t
        JOIN articles a ON a.id = t.article JOIN tellings d ON d.id = t.deed {_VISITED}
        WHERE {where} AND place.value NOT IN (SELECT DISTINCT coalesce(json_extract(told, '$.city'), '') FROM articles)
        GROUP BY place.value ORDER BY times DESC, place.value LIMIT ?"""
    return [Counted(name, times) for name, times in store.listed.execute(sql, (*values, most))]


def _where(selection: Selection) -> Clause:
    clauses = list(_clauses(selection))
    return " AND ".join(f"({sql})" for sql, _ in clauses), tuple(v for _, own in clauses for v in own)


def _clauses(selection: Selection) -> Iterator[Clause]:
    yield "t.standing = 'done'", ()
    if selection.people:
        marks = ",".join("?" * len(selection.people))
        yield f"t.id IN (SELECT telling FROM parts WHERE name IN ({marks}))", selection.people
    for word in selection.words:
        yield "t.id IN (SELECT telling FROM texts WHERE instr(said, ?) > 0)", (fold(word),)
    if selection.place:
        yield "t.id IN (SELECT telling FROM texts WHERE instr(places, ?) > 0)", (fold(selection.place),)
    if selection.activities:
        marks = ",".join("?" * len(selection.activities))
        yield f"t.activity IN ({marks})", tuple(a.value for a in selection.activities)
    if selection.among is not None:
        yield ONE_OF.format("a.id"), (as_list(selection.among),)
    if selection.periods:
        own, own_values = _any(_of_day(p, "t.first", "t.last") for p in selection.periods)
        whole, whole_values = _any(_of_day(p, "a.date", "a.date") for p in selection.periods)
        yield f"{own} OR (t.last = '' AND {whole})", (*own_values, *whole_values)


def _any(clauses: Iterator[Clause]) -> Clause:
    given = list(clauses)
    return "(" + " OR ".join(sql for sql, _ in given) + ")", tuple(v for _, own in given for v in own)


def _of_day(period: Period, first: str, last: str) -> Clause:
    """What lies in the period, if need be in part; one without a year (--05-06) is of any year."""
    if period.first.startswith("--"):
        return f"substr({first}, 5) <= ? AND substr({last}, 5) >= ?", (period.last[1:], period.first[1:])
    return f"{first} <= ? AND {last} >= ?", (period.last, period.first)
