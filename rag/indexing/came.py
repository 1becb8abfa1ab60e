"""Which pages came into the index, or were drawn anew, behind a point that a caller remembers.

Ids of passages only ever go up, over an index that is built anew too, so the highest one seen is such a point.
"""

from __future__ import annotations

from rag.indexing import kept
from rag.indexing.store import Store
from rag.listings import Came

_CAME = """SELECT g.name, max(p.id) AS last FROM passages p JOIN articles a ON a.id = p.article JOIN pages g ON g.id = a.page
GROUP BY g.name HAVING max(p.id) > ? ORDER BY last LIMIT ?"""


def came_since(store: Store, cursor: int, most: int) -> Came:
    """At most so many pages, the earliest first."""
    rows = store.db.execute(_CAME, (cursor, most + 1)).fetchall()
    last = dict(rows[:most])
    pages = sorted((page for page in kept.pages(store) if page.name in last), key=lambda page: last[page.name])
    digests = store.digests()
    return Came(
        tuple(pages),
        {page.name: digests[page.name] for page in pages},
        max(last.values(), default=cursor),
        len(rows) > most,
    )
