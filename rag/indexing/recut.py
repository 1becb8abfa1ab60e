"""Keep the words of all passages cut with the same names, as pages bring names and take them away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from rag.indexing.lexical import Fts5Index
from rag.indexing.store import Store
from rag.indexing.words import Words
from rag.records import Passage
from rag.text import fold

LEAD = 2
"""Characters by which names are looked up while a text is walked through; no name is shorter."""


def add_words(lexical: Fts5Index, words: Words, found: Iterable[tuple[int, Passage]]) -> None:
    """Cut passages, with the ids they got, into the lexical index; one that is there is cut anew."""
    headings: dict[str, list[str]] = {}

    def rows() -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
        for i, p in found:
            if p.heading not in headings:
                headings[p.heading] = words.cut(p.heading)
            yield i, words.cut(p.text), headings[p.heading]

    lexical.add(rows())


def settle(store: Store, lexical: Fts5Index, words: Words) -> None:
    """Cut again what was cut before its names were known. Belongs inside a transaction, at the end of a build."""
    new = [row[0] for row in store.db.execute("SELECT name FROM names WHERE NOT settled")]
    _recut(store, lexical, words, new)
    store.db.execute("UPDATE names SET settled = 1 WHERE NOT settled")


def forget(store: Store, lexical: Fts5Index, words: Words) -> Words:
    """Drop the names that no page gives any more, and cut what still holds them without; how words are cut now."""
    gone = "name NOT IN (SELECT name FROM named)"
    dropped = [row[0] for row in store.db.execute(f"SELECT name FROM names WHERE {gone}")]
    if not dropped:
        return words
    store.db.execute(f"DELETE FROM names WHERE {gone}")
    left = Words(store.names())
    _recut(store, lexical, left, dropped)
    return left


def _recut(store: Store, lexical: Fts5Index, words: Words, names: Collection[str]) -> None:
    leads = _by_lead(names)
    if leads:
        touched = (p for p in store.all_passages() if _holds(p.text, leads) or _holds(p.heading, leads))
        add_words(lexical, words, ((p.id, p) for p in touched))


def _by_lead(names: Iterable[str]) -> dict[str, list[str]]:
    leads: dict[str, list[str]] = defaultdict(list)
    for name in map(fold, names):
        if len(name) >= LEAD:
            leads[name[:LEAD]].append(name)
    return dict(leads)


def _holds(text: str, leads: dict[str, list[str]]) -> bool:
    folded = fold(text)
    starts = (i for i in range(len(folded) - LEAD + 1) if folded[i : i + LEAD] in leads)
    return any(folded.startswith(name, i) for i in starts for name in leads[folded[i : i + LEAD]])
