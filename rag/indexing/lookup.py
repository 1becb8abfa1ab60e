"""What answering asks of the store besides passages and readings: where passages stand, names, frequencies, extent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.answered import Searched
from rag.indexing.engines.port import Connection
from rag.indexing.lexical import WordIndex
from rag.indexing.postings import Postings, placed
from rag.indexing.store import AT_ONCE, Store
from rag.indexing.wholes import POSTINGS as PAIRS
from rag.indexing.wholes import pairs
from rag.indexing.within import ONE_OF, as_list
from rag.records import Person


def homes(store: Store, ids: Sequence[int]) -> dict[int, int]:
    """The article of each passage, all by id; ids that are no longer there are missing."""
    found: dict[int, int] = {}
    for at in range(0, len(ids), AT_ONCE):
        some = ids[at : at + AT_ONCE]
        sql = f"SELECT id, article FROM passages WHERE id IN ({','.join('?' * len(some))})"
        found.update(store.db.execute(sql, tuple(some)))
    return found


def articles_at(store: Store, keys: Iterable[tuple[str, int]]) -> list[int]:
    """The id of the article of each (page, number); those that are not there are left out."""
    sql = "SELECT a.id FROM articles a JOIN pages g ON g.id = a.page WHERE g.name = ? AND a.number = ?"
    return [article for key in keys for (article,) in store.db.execute(sql, key)]


def articles_of_people(store: Store, names: Sequence[str], most: int, among: Iterable[int] | None = None) -> list[int]:
    """Ids of at most `most` articles that name any of these people, those with a date first, by date; of `among` alone
    where that is given."""
    if not names:
        return []
    within, bounds = ("", ()) if among is None else (f" AND {ONE_OF.format('a.id')}", (as_list(among),))
    sql = f"""SELECT a.id FROM people p JOIN articles a ON a.id = p.article
        JOIN pages g ON g.id = a.page WHERE p.name IN ({",".join("?" * len(names))}){within}
        GROUP BY a.id, g.name ORDER BY a.date IS NULL, a.date, g.name, a.number LIMIT ?"""
    return [article for (article,) in store.db.execute(sql, (*names, *bounds, most))]


def people_names(store: Store) -> list[str]:
    """Everybody named in any article, each once."""
    return [str(row[0]) for row in store.db.execute("SELECT DISTINCT name FROM people")]


def of_family(store: Store, family: str) -> list[Person]:
    """Everybody whose name begins with `family`, each office once."""
    last = family[:-1] + chr(ord(family[-1]) + 1)
    sql = "SELECT DISTINCT name, role FROM people WHERE name >= ? AND name < ?"
    return [Person(str(name), str(role)) for name, role in store.db.execute(sql, (family, last))]


def place_names(store: Store) -> list[str]:
    """Names that are kept whole when text is cut and are nobody's: places and bodies."""
    return [str(row[0]) for row in store.db.execute("SELECT name FROM names EXCEPT SELECT name FROM people")]


def searched(store: Store) -> Searched:
    """How much there is to answer from."""
    papers = {p for (p,) in store.listed.execute("SELECT DISTINCT json_extract(record, '$.newspaper') FROM pages") if p}
    first, last = store.listed.execute("SELECT min(date), max(date) FROM articles").fetchone()
    return Searched(store.count("pages"), store.count("articles"), tuple(sorted(papers)), first, last)


def newest(store: Store) -> str:
    """The newest day that a page was printed on, or that an article of a page without one is of; empty where no day is
    known. What a page tells of may be years ahead of it."""
    sql = """SELECT max(coalesce(json_extract(g.record, '$.issued'), a.date)) FROM articles a JOIN pages g ON g.id = a.page
        WHERE length(coalesce(json_extract(g.record, '$.issued'), a.date)) = 10"""
    return str(store.listed.execute(sql).fetchone()[0] or "")


def frequency(db: Connection, word: str) -> int:
    """Number of passages in whose text or heading the word stands, as the lexical index counts words."""
    return WordIndex(lambda: db).frequency(word)


def prints(store: Store, text: str) -> bool:
    """Whether anything that was read has these words: a sentence, a headline, a byline, a masthead, a name.

    The words of the lexical index are looked at first, whole pages last, for what stands outside the articles. A name printed
    across the end of a line is in its sentence.
    """
    if frequency(store.db, text) or printing(store, text, 1):
        return True
    sql = """SELECT EXISTS (SELECT 1 FROM people WHERE name = ?)
        OR EXISTS (SELECT 1 FROM pages WHERE instr(text, ?) > 0)"""
    return bool(store.db.execute(sql, (text, text)).fetchone()[0])


def printing(store: Store, text: str, most: int) -> list[str]:
    """At most so many passages that print the text, by id; read are those of the articles that hold each pair of its characters."""
    holding = _holding(store, text)
    within, bounds = ("", ()) if holding is None else (f" AND {ONE_OF.format('article')}", (as_list(holding),))
    sql = f"SELECT text FROM passages WHERE instr(text, ?) > 0{within} ORDER BY id LIMIT ?"
    return [str(found) for (found,) in store.db.execute(sql, (text, *bounds, most))]


def _holding(store: Store, text: str) -> list[int] | None:
    """The ids of the articles in which every pair of its characters stands; None for a text without a pair."""
    if not (held := pairs(text)):
        return None
    found = Postings(lambda: store.db, PAIRS).of(held)
    return sorted(set.intersection(*(placed(found.get(pair, [])) for pair in held)))
