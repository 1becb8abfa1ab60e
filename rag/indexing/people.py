"""Who is in the news: the list of people, and what is known of one of them."""

from __future__ import annotations

from rag.errors import RagError
from rag.indexing.ledger import MOST, counted, people_of, tally_where
from rag.indexing.store import Store
from rag.indexing.wanting import taking_part
from rag.listings import Known, Office, People, Profile
from rag.text import sort_key

_EVENTS = """SELECT count(DISTINCT t.deed) FROM parts p JOIN tellings t ON t.id = p.telling
    WHERE p.name = leaf.name AND t.standing = 'done'"""


def people(store: Store, part: str, offset: int, limit: int) -> People:
    """A leaf of everybody named in an article; `part` stands in an office and name printed together."""
    fitting = "WHERE name IN (SELECT name FROM people WHERE instr(role || name, ?))" if part.strip() else ""
    values = (part.strip(),) if part.strip() else ()
    (total,) = store.db.execute(f"SELECT count(DISTINCT name) FROM people {fitting}", values).fetchone()
    leaf = f"""SELECT name, count(DISTINCT article) AS articles FROM people {fitting} GROUP BY name
        ORDER BY articles DESC, sort_key(name) LIMIT ? OFFSET ?"""
    sql = f"SELECT name, articles, ({_EVENTS}) FROM ({leaf}) AS leaf ORDER BY articles DESC, sort_key(name)"
    rows = store.db.execute(sql, (*values, max(limit, 0), max(offset, 0))).fetchall()
    return People(total, tuple(Known(*row) for row in rows))


def profile(store: Store, name: str) -> Profile:
    """Offices, company and deeds of the person of exactly this name. RagError if there is none."""
    count = "SELECT count(DISTINCT article) FROM people WHERE name = ?"
    (articles,) = store.db.execute(count, (name,)).fetchone()
    if not articles:
        raise RagError(f"nobody of the name {name} is in the index", "the list of people shows who is")
    own = taking_part(name)
    company = people_of(store, own)
    del company[name]
    return Profile(name, _offices(store, name), counted(company)[:MOST], tally_where(store, own), articles)


def _offices(store: Store, name: str) -> tuple[Office, ...]:
    sql = """SELECT p.role, min(a.date), max(a.date) FROM people p JOIN articles a ON a.id = p.article
        WHERE p.name = ? AND p.role <> '' GROUP BY p.role"""
    offices = [Office(*row) for row in store.db.execute(sql, (name,))]
    return tuple(sorted(offices, key=lambda o: (o.first is None, o.first or "", sort_key(o.role))))
