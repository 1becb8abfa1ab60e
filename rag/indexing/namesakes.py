"""Names that several people of the index have."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from rag.indexing.store import AT_ONCE, Store
from rag.understanding import Held, apart

_POSTS = """SELECT p.role, a.date, coalesce(json_extract(a.told, '$.city'), ''), json_extract(a.told, '$.places')
FROM people p JOIN articles a ON a.id = p.article WHERE p.name = ? AND p.role <> '' ORDER BY a.date NULLS FIRST, a.id LIMIT ?"""


def namesakes(store: Store, names: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Of the names those that more than one person has, each with the offices of one after the other."""
    found = {}
    for name in dict.fromkeys(names):
        rows = store.listed.execute(_POSTS, (name, AT_ONCE)).fetchall()
        posts = [Held(role, day, city if city in json.loads(places) else "") for role, day, city, places in rows]
        if groups := apart(posts):
            found[name] = groups
    return found
