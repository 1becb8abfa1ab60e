"""What is indexed, page by page."""

from __future__ import annotations

from pathlib import Path

from rag.indexing.store import Store
from rag.listings import Kept

_PAGES = """
WITH told AS (SELECT article, count(*) AS n FROM tellings WHERE standing = 'done' GROUP BY article),
cut AS (SELECT article, count(*) AS n FROM passages GROUP BY article)
SELECT g.name, coalesce(json_extract(g.record, '$.newspaper'), ''), json_extract(g.record, '$.issued'), count(a.id),
    coalesce(sum(told.n), 0), coalesce(sum(cut.n), 0), coalesce(json_extract(g.record, '$.edition'), ''),
    coalesce(min(a.number), 1)
FROM pages g LEFT JOIN articles a ON a.page = g.id LEFT JOIN told ON told.article = a.id
LEFT JOIN cut ON cut.article = a.id GROUP BY g.id ORDER BY g.name
"""


def folder(store: Store) -> Path | None:
    """The folder that was read last, if it is still there."""
    told = store.meta("folder")
    return Path(told) if told and Path(told).is_dir() else None


def own_folder(store: Store) -> bool:
    """Whether this index read that folder from where it lies now; a copy remembers the folder of the one it was made of."""
    return store.meta("home") == store.engine.home


def pages(store: Store) -> tuple[Kept, ...]:
    """Every page by name, with how much was drawn from it; only events that were done are counted."""
    return tuple(Kept(*row) for row in store.db.execute(_PAGES))
