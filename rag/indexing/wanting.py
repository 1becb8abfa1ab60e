"""What is wanted of the events, as an SQL condition on a table of tellings, with the values it takes.

Text is compared with `instr`, never with LIKE: to it, % and _ are characters like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.errors import SettingError
from rag.indexing.entries import days
from rag.listings import Wanted
from rag.text import fold

Clause = tuple[str, tuple[object, ...]]

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds for a telling: SQL with `{t}` for the table's name, and a query for the ids of all it can be among.

    The query is over the long texts, so a statement asks it once, whatever else it asks twice.
    """

    where: str
    values: tuple[object, ...] = ()
    among: str = "SELECT id FROM tellings"
    among_values: tuple[object, ...] = ()


def condition(wanted: Wanted) -> Condition:
    """All of what is asked for. SettingError for a bound that is no date."""
    clauses, texts = list(_clauses(wanted)), list(_texts(wanted))
    where = " AND ".join(sql for sql, _ in clauses)
    values = tuple(value for _, own in clauses for value in own)
    if not texts:
        return Condition(where, values)
    among = " INTERSECT ".join(sql for sql, _ in texts)
    return Condition(
        f"{where} AND {{t}}.id IN (SELECT id FROM among)", values, among, tuple(v for _, own in texts for v in own)
    )


def select(given: Condition, columns: str, *, tail: str = "", every: bool = False) -> tuple[str, tuple[object, ...]]:
    """A statement over the tellings `t`, with its values but those of the tail: the first telling that the condition
    holds for of each deed, or with `every` all tellings of all such deeds."""
    mine, other = given.where.format(t="t"), given.where.format(t="o")
    if every:
        where, values = f"t.deed IN (SELECT o.deed FROM tellings o WHERE {other})", given.values
    else:
        earlier = f"SELECT 1 FROM tellings o WHERE o.deed = t.deed AND o.id < t.id AND {other}"
        where, values = f"{mine} AND (t.id = t.deed OR NOT EXISTS ({earlier}))", (*given.values, *given.values)
    statement = f"WITH among(id) AS MATERIALIZED ({given.among}) SELECT {columns} WHERE {where} {tail}"
    return statement, (*given.among_values, *values)


def _clauses(wanted: Wanted) -> Iterator[Clause]:
    standings = tuple(s.value for s in wanted.standings)
    yield f"{{t}}.standing IN ({','.join('?' * len(standings)) or 'NULL'})", standings
    if wanted.activity:
        yield "{t}.activity = ?", (wanted.activity.value,)
    if wanted.pages:
        yield f"{{t}}.article IN ({_of_pages(wanted)})", wanted.pages
    for name in wanted.together:
        theirs = "SELECT d.deed FROM tellings d JOIN parts p ON p.telling = d.id WHERE p.name = ?"
        yield f"{{t}}.deed IN ({theirs})", (name,)
    if wanted.since:
        yield "{t}.last >= ?", (_days(wanted.since)[0],)
    if wanted.until:
        yield "{t}.first <= ?", (_days(wanted.until)[1],)


def _texts(wanted: Wanted) -> Iterator[Clause]:
    texts = [(column, part) for column, part in _parts(wanted) if part]
    if texts:
        holds = " AND ".join(f"instr({column}, ?) > 0" for column, _ in texts)
        there = ""
        if wanted.pages:  # the texts of a few pages are found faster than all are read
            there = f"telling IN (SELECT o.id FROM tellings o WHERE o.article IN ({_of_pages(wanted)})) AND "
        yield f"SELECT telling FROM texts WHERE {there}{holds}", (*wanted.pages, *(part for _, part in texts))
    if wanted.person:
        yield "SELECT telling FROM parts WHERE name = ?", (wanted.person,)
    if wanted.who.strip() and wanted.office.strip():
        one = "SELECT telling FROM parts WHERE instr(role, ?) > 0 AND instr(called, ?) > 0"
        yield one, (_folded(wanted.office), _folded(wanted.who))


def _parts(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """(column of the texts, or what is made of one, and what must stand in it)."""
    yield "newspaper", _folded(wanted.newspaper)
    yield "people", _folded(wanted.who)
    yield "offices", _folded(wanted.office)
    yield "places", _folded(wanted.where)
    for word in wanted.text.split():
        yield "said", _folded(word)
    for place in wanted.places:
        # places stand a line each before what the event was about, which no line end follows
        yield "'\n' || places", f"\n{fold(place)}\n"


def _of_pages(wanted: Wanted) -> str:
    marks = ",".join("?" * len(wanted.pages))
    return f"SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE g.name IN ({marks})"


def _days(date: str) -> tuple[str, str]:
    if not _DATE.fullmatch(date):
        raise SettingError(f"{date!r} is no date", "write YYYY-MM-DD, YYYY-MM or YYYY")
    return days(date)


def _folded(part: str) -> str:
    return fold(part.strip())
