"""What is wanted of the events, as an SQL condition on a table of tellings, with the values it takes.

Text is compared with `instr`, never with LIKE: to it, % and _ are characters like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.errors import SettingError
from rag.indexing.entries import days
from rag.indexing.within import as_list
from rag.listings import Meant, Wanted
from rag.text import fold

Clause = tuple[str, tuple[object, ...]]

_COLUMNS = {"newspaper": "newspaper", "who": "people", "office": "offices", "where": "places", "text": "said"}
"""The column of the texts that each filter looks into."""
_LIST = "SELECT {0}.value FROM json_each(?) AS {0}"
_PLACED = f"""SELECT t.id FROM named n JOIN tellings t ON t.article = n.article JOIN texts x ON x.telling = t.id
    WHERE n.name IN ({_LIST.format("w")}) AND instr(x.{{0}}, n.name) > 0"""
"""By the articles that have the name: many places sound alike, and no text is read for all of them."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


_OF_PAGES = f"SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE g.name IN ({_LIST.format('sheet')})"
"""The articles of a list of pages, however long it is."""


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
        yield f"{{t}}.article IN ({_OF_PAGES})", (as_list(wanted.pages),)
    for name in wanted.together:
        theirs = "SELECT d.deed FROM tellings d JOIN parts p ON p.telling = d.id WHERE p.name = ?"
        yield f"{{t}}.deed IN ({theirs})", (name,)
    if wanted.since:
        yield "{t}.last >= ?", (_days(wanted.since)[0],)
    if wanted.until:
        yield "{t}.first <= ?", (_days(wanted.until)[1],)


def _texts(wanted: Wanted) -> Iterator[Clause]:
    read = {m.field for m in wanted.meant}
    texts: list[Clause] = [
        (f"instr({column}, ?) > 0", (part,)) for field, column, part in _parts(wanted) if part and field not in read
    ]
    texts += [any_of(_folded_too(meant), _COLUMNS[meant.field]) for meant in wanted.meant]
    if texts:
        holds = " AND ".join(sql for sql, _ in texts)
        there = ""
        if wanted.pages:  # the texts of a few pages are found faster than all are read
            there = f"telling IN (SELECT o.id FROM tellings o WHERE o.article IN ({_OF_PAGES})) AND "
        pages = (as_list(wanted.pages),) if wanted.pages else ()
        yield f"SELECT telling FROM texts WHERE {there}{holds}", (*pages, *(v for _, own in texts for v in own))
    if wanted.person:
        yield "SELECT telling FROM parts WHERE name = ?", (wanted.person,)
    if wanted.who.strip() and wanted.office.strip():
        yield _one_person(wanted)


def _one_person(wanted: Wanted) -> Clause:
    """One person fits both the name and the office that are given."""
    given = (("office", "role", wanted.office), ("who", "called", wanted.who))
    clauses = []
    for field, column, typed in given:
        meant = [m for m in wanted.meant if m.field == field] or [Meant(field, typed)]
        clauses += [any_of(_folded_too(m), column, "name") for m in meant]
    holds = " AND ".join(sql for sql, _ in clauses)
    return f"SELECT telling FROM parts WHERE {holds}", tuple(v for _, own in clauses for v in own)


def any_of(meant: Meant, column: str, name: str = "") -> Clause:
    """That what is typed stands in a column, or anything that it may mean; `name` is the column of whole names, where the
    table has one."""
    ways: list[Clause] = [(f"instr({column}, ?) > 0", (word,)) for word in (meant.typed, *meant.words)]
    if meant.names:
        theirs = f"SELECT p.telling FROM parts p WHERE p.name IN ({_LIST.format('n')})"
        named = f"{name} IN ({_LIST.format('n')})" if name else f"telling IN ({theirs})"
        ways.append((named, (as_list(meant.names),)))
    if meant.places:
        ways.append((f"telling IN ({_PLACED.format(column)})", (as_list(meant.places),)))
    if meant.kinds:
        of_kinds = f"SELECT k.id FROM tellings k WHERE k.activity IN ({_LIST.format('a')})"
        ways.append((f"telling IN ({of_kinds})", (as_list(meant.kinds),)))
    return f"({' OR '.join(sql for sql, _ in ways)})", tuple(v for _, own in ways for v in own)


def _folded_too(meant: Meant) -> Meant:
    return replace(meant, typed=_folded(meant.typed), words=tuple(map(_folded, meant.words)))


def _parts(wanted: Wanted) -> Iterator[tuple[str, str, str]]:
    """(the filter, the column of the texts, or what is made of one, what must stand in it)."""
    for field in ("newspaper", "who", "office", "where"):
        yield field, _COLUMNS[field], _folded(getattr(wanted, field))
    for word in wanted.text.split():
        yield "text", _COLUMNS["text"], _folded(word)
    for place in wanted.places:
        # places stand a line each before what the event was about, which no line end follows
        yield "places", "'\n' || places", f"\n{fold(place)}\n"


def _days(date: str) -> tuple[str, str]:
    if not _DATE.fullmatch(date):
        raise SettingError(f"{date!r} is no date", "write YYYY-MM-DD, YYYY-MM or YYYY")
    return days(date)


def _folded(part: str) -> str:
    return fold(part.strip())
