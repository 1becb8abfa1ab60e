"""Which pages came into the index, or were drawn anew, behind a point that a caller remembers.

Ids of passages only ever go up, over an index that is built anew too, so the highest one seen is such a point. What is behind
it is walked id by id, so that a look costs what is new, however large the index is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rag.indexing import kept
from rag.indexing.store import Store
from rag.listings import Came

STEP = 2000
"""Passages that are walked over at a time."""

_BEHIND = (
    """SELECT p.id, a.page FROM passages p JOIN articles a ON a.id = p.article WHERE p.id > ? ORDER BY p.id LIMIT ?"""
)
_LAST = """SELECT g.name, max(p.id) FROM pages g JOIN articles a ON a.page = g.id JOIN passages p ON p.article = a.id
WHERE g.id = ? GROUP BY g.name"""


def came_since(store: Store, cursor: int, most: int) -> Came:
    """At most so many pages, the earliest first."""
    found = list(islice(_ends(store, cursor), most + 1))
    last = dict(found[:most])
    pages = sorted(kept.pages(store, tuple(last)), key=lambda page: last[page.name])
    digests = {page.name: store.digest(page.name) or "" for page in pages}
    return Came(tuple(pages), digests, max(last.values(), default=cursor), len(found) > most)


def _ends(store: Store, cursor: int) -> Iterator[tuple[str, int]]:
    """Each page with the last id of its passages, in the order of these; those of a page stand together, unless several
    programs read pages into one index at once."""
    before = None
    while rows := store.db.execute(_BEHIND, (cursor, STEP)).fetchall():
        for passage, page in rows:
            if before is not None and page != before:
                yield from _end(store, before, cursor)
            cursor, before = passage, page
    if before is not None:
        yield from _end(store, before, cursor)


def _end(store: Store, page: int, passage: int) -> Iterator[tuple[str, int]]:
    name, last = store.db.execute(_LAST, (page,)).fetchone()
    if last == passage:
        yield name, last
