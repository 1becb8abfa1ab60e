"""Articles skimmed: their sentences and vectors without the records, for looking at many and reading few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rag.indexing.store import AT_ONCE, Store

if TYPE_CHECKING:
    from rag.ports import Vectors

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Skimmed:
    """An article's headlines and sentences in order, their vectors of shape (n, dim), and where it was printed."""

    key: Key
    passages: tuple[int, ...]
    texts: tuple[str, ...]
    vectors: Vectors
    setting: str


def skim(store: Store, keys: Iterable[Key]) -> list[Skimmed]:
    """Each article that is there and has a sentence, in the order of `keys`."""
    wanted = list(dict.fromkeys(keys))
    found = {s.key: s for s in _skimmed(store, _articles(store, wanted))}
    return [found[key] for key in wanted if key in found]


def _articles(store: Store, keys: Sequence[Key]) -> dict[int, tuple[Key, str]]:
    """Article id -> (key, its city and newspaper)."""
    found: dict[int, tuple[Key, str]] = {}
    for page, number in keys:
        row = store.db.execute(_ARTICLE, (page, number)).fetchone()
        if row:
            found[row[0]] = (page, number), f"{row[1] or ''} {row[2] or ''}"
    return found


_ARTICLE = """
SELECT a.id, json_extract(a.told, '$.city'), json_extract(g.record, '$.newspaper')
FROM pages g JOIN articles a ON a.page = g.id WHERE g.name = ? AND a.number = ?
"""


def _skimmed(store: Store, articles: dict[int, tuple[Key, str]]) -> Iterable[Skimmed]:
    import numpy as np

    rows: dict[int, list[tuple[int, str, bytes]]] = defaultdict(list)
    ids = iter(articles)
    while some := tuple(islice(ids, AT_ONCE)):
        sql = f"""SELECT p.article, p.id, p.text, v.vector FROM passages p JOIN vectors v ON v.passage = p.id
            WHERE p.article IN ({",".join("?" * len(some))}) ORDER BY p.article, p.number"""
        for article, *row in store.db.execute(sql, some):
            rows[article].append(tuple(row))
    for article, own in rows.items():
        passages, texts, vectors = zip(*own, strict=True)
        block = np.frombuffer(b"".join(vectors), np.float32).reshape(len(own), -1)
        yield Skimmed(articles[article][0], passages, texts, block, articles[article][1])
