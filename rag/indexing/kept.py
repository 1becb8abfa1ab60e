"""What is indexed, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rag.indexing.store import AT_ONCE, Store
from rag.listings import Kept

_PAGES = """
WITH told AS (SELECT article, count(*) AS n FROM tellings WHERE standing = 'done' {among} GROUP BY article),
cut AS (SELECT article, count(*) AS n FROM passages WHERE 1 = 1 {among} GROUP BY article)
SELECT g.name, coalesce(json_extract(g.record, '$.newspaper'), ''), json_extract(g.record, '$.issued'), count(a.id),
    coalesce(sum(told.n), 0), coalesce(sum(cut.n), 0), coalesce(json_extract(g.record, '$.edition'), ''),
    coalesce(min(a.number), 1)
FROM pages g LEFT JOIN articles a ON a.page = g.id LEFT JOIN told ON told.article = a.id
LEFT JOIN cut ON cut.article = a.id {where} GROUP BY g.id ORDER BY g.name
"""
_OF_PAGES = "AND article IN (SELECT b.id FROM articles b JOIN pages h ON h.id = b.page WHERE h.name IN ({marks}))"


def folder(store: Store) -> Path | None:
    """The folder that was read last, if it is still there."""
    told = store.meta("folder")
    return Path(told) if told and Path(told).is_dir() else None


def own_folder(store: Store) -> bool:
    """Whether this index read that folder from where it lies now; a copy remembers the folder of the one it was made of."""
    return store.meta("home") == store.engine.home


def pages(store: Store, names: Sequence[str] | None = None) -> tuple[Kept, ...]:
    """Every page by name, or those of these names, with how much was drawn from it; only events that were done are counted."""
    if names is None:
        return tuple(Kept(*row) for row in store.listed.execute(_PAGES.format(among="", where="")))
    found: list[Kept] = []
    for at in range(0, len(names), AT_ONCE):
        some = tuple(names[at : at + AT_ONCE])
        marks = ",".join("?" * len(some))
        sql = _PAGES.format(among=_OF_PAGES.format(marks=marks), where=f"WHERE g.name IN ({marks})")
        found += (Kept(*row) for row in store.listed.execute(sql, some * 3))
    return tuple(found)
