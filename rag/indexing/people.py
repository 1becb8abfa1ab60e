"""Who is in the news: the list of people, and what is known of one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rag.errors import RagError
from rag.indexing.ledger import MOST, counted, people_of, tally_where
from rag.indexing.namesakes import namesakes
from rag.indexing.store import AT_ONCE, Store
from rag.indexing.wanting import any_of, condition
from rag.listings import Known, Meant, Office, People, Post, Profile, Wanted, fullest
from rag.text import sort_key

_EVENTS = """SELECT count(DISTINCT t.deed) FROM parts p JOIN tellings t ON t.id = p.telling
    WHERE p.name = leaf.name AND t.standing = 'done'"""


def people(store: Store, part: str, offset: int, limit: int, meant: Sequence[Meant] = ()) -> People:
    """A leaf of everybody named in an article; `part` stands in an office and name printed together, or what it may mean."""
    clauses = [any_of(m, "role || name", "name") for m in meant or (Meant("who", part.strip()),) if m.typed]
    fits = " AND ".join(sql for sql, _ in clauses)
    fitting = f"WHERE name IN (SELECT name FROM people WHERE {fits})" if fits else ""
    values = tuple(value for _, own in clauses for value in own)
    (total,) = store.listed.execute(f"SELECT count(DISTINCT name) FROM people {fitting}", values).fetchone()
    leaf = f"""SELECT name, count(DISTINCT article) AS articles FROM people {fitting} GROUP BY name
        ORDER BY articles DESC, sort_key(name) LIMIT ? OFFSET ?"""
    sql = f"SELECT name, articles, ({_EVENTS}) FROM ({leaf}) AS leaf ORDER BY articles DESC, sort_key(name)"
    rows = store.listed.execute(sql, (*values, max(limit, 0), max(offset, 0))).fetchall()
    held = _offices(store, [name for name, *_ in rows])
    return People(total, tuple(Known(name, count, events, held.get(name, ())) for name, count, events in rows))


def profile(store: Store, name: str) -> Profile:
    """Offices, company and deeds of the person of exactly this name. RagError if there is none."""
    count = "SELECT count(DISTINCT article) FROM people WHERE name = ?"
    (articles,) = store.listed.execute(count, (name,)).fetchone()
    if not articles:
        raise RagError(f"nobody of the name {name} is in the index", "the list of people shows who is")
    own = condition(Wanted(person=name))
    company = people_of(store, own)
    del company[name]
    held, spread = _offices(store, [name]).get(name, ()), tally_where(store, own)
    several = namesakes(store, [name]).get(name, ())
    return Profile(name, held, counted(company)[:MOST], spread, articles, several)


def posts(store: Store, names: Sequence[str]) -> dict[str, Post]:
    """Who each of these people is."""
    held = _offices(store, names)
    several = namesakes(
        store, [name for name, offices in held.items() if len(offices) > 1]
    )  # one office is one person's
    known = {name: fullest(held.get(name, ())) for name in names}
    return {name: Post(office.role if office else "", name in several) for name, office in known.items()}


def _offices(store: Store, names: Sequence[str]) -> dict[str, tuple[Office, ...]]:
    """Each person's offices by their first date; whoever has none is missing."""
    held: defaultdict[str, list[Office]] = defaultdict(list)
    for at in range(0, len(names), AT_ONCE):
        some = names[at : at + AT_ONCE]
        sql = f"""SELECT p.name, p.role, min(a.date), max(a.date) FROM people p JOIN articles a ON a.id = p.article
            WHERE p.name IN ({",".join("?" * len(some))}) AND p.role <> '' GROUP BY p.name, p.role"""
        for name, *office in store.listed.execute(sql, tuple(some)):
            held[name].append(Office(*office))
    return {name: tuple(sorted(offices, key=_by_first)) for name, offices in held.items()}


def _by_first(office: Office) -> tuple[bool, str, bytes]:
    return office.first is None, office.first or "", sort_key(office.role)
