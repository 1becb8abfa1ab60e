"""What answering asks of the store besides passages and readings: where passages stand, names, frequencies, extent."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rag.indexing.lexical import WordIndex
from rag.indexing.store import AT_ONCE, Store
from rag.indexing.wholes import keys_of
from rag.records import Person, Searched


def homes(store: Store, ids: Sequence[int]) -> dict[int, tuple[str, int]]:
    """(page, article) of each passage; ids that are no longer there are missing."""
    found: dict[int, tuple[str, int]] = {}
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        sql = f"SELECT id, article FROM passages WHERE id IN ({','.join('?' * len(some))})"
        articles = dict(store.db.execute(sql, tuple(some)))
        keys = keys_of(store.db, list(set(articles.values())))
        found.update((i, keys[article]) for i, article in articles.items())
    return found


def articles_of_people(store: Store, names: Sequence[str], most: int) -> list[tuple[str, int]]:
    """(page, article) of at most `most` articles that name any of these people, those with a date first, by date."""
    if not names:
        return []
    sql = f"""SELECT DISTINCT g.name, a.number FROM people p JOIN articles a ON a.id = p.article
        JOIN pages g ON g.id = a.page WHERE p.name IN ({",".join("?" * len(names))})
        ORDER BY a.date IS NULL, a.date, g.name, a.number LIMIT ?"""
    return [(str(page), int(number)) for page, number in store.db.execute(sql, (*names, most))]


def people_names(store: Store) -> list[str]:
    """Everybody named in any article, each once."""
    return [str(row[0]) for row in store.db.execute("SELECT DISTINCT name FROM people")]


def of_family(store: Store, family: str) -> list[Person]:
    """Everybody whose name begins with `family` (one character or two), each office once."""
    last = family[:-1] + chr(ord(family[-1]) + 1)
    sql = "SELECT DISTINCT name, role FROM people WHERE name >= ? AND name < ?"
    return [Person(str(name), str(role)) for name, role in store.db.execute(sql, (family, last))]


def place_names(store: Store) -> list[str]:
    """Names that are kept whole when text is cut and are nobody's: places and bodies."""
    return [str(row[0]) for row in store.db.execute("SELECT name FROM names EXCEPT SELECT name FROM people")]


def searched(store: Store) -> Searched:
    """How much there is to answer from."""
    papers = {p for (p,) in store.db.execute("SELECT DISTINCT json_extract(record, '$.newspaper') FROM pages") if p}
    first, last = store.db.execute("SELECT min(date), max(date) FROM articles").fetchone()
    return Searched(store.count("pages"), store.count("articles"), tuple(sorted(papers)), first, last)


def frequency(db: sqlite3.Connection, word: str) -> int:
    """Number of passages in whose text or heading the word stands, as the lexical index counts words."""
    return WordIndex(lambda: db).frequency(word)


def printing(store: Store, text: str, most: int) -> list[str]:
    """At most so many passages that print the text; reads them all, so it is meant for the few names nobody knows."""
    sql = "SELECT text FROM passages WHERE instr(text, ?) LIMIT ?"
    return [str(found) for (found,) in store.db.execute(sql, (text, most))]
