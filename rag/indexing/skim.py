"""Articles skimmed: sentences and vectors without the records, a row an article, for looking at many and reading few."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.indexing.engines.port import Connection
from rag.indexing.store import AT_ONCE, Store

if TYPE_CHECKING:
    from rag.ports import Vectors

Key = tuple[str, int]

TABLE = """CREATE TABLE skims(
    article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, setting TEXT NOT NULL,
    passages TEXT NOT NULL, texts TEXT NOT NULL, vectors BLOB NOT NULL)"""
"""Ids and texts as JSON; the vectors of the passages one behind the other, float32. This is where vectors are kept."""

_ENTER = """INSERT INTO skims
SELECT a.id, coalesce(json_extract(a.told, '$.city'), '') || ' ' || coalesce(json_extract(g.record, '$.newspaper'), ''),
    ?, ?, CAST(? AS BLOB) FROM articles a JOIN pages g ON g.id = a.page WHERE a.id = ?
"""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """An article's headlines and sentences in order, their vectors of shape (n, dim), and where it was printed.

    `article` is its id, `key` its page and its number on it.
    """

    article: int
    key: Key
    passages: tuple[int, ...]
    texts: tuple[str, ...]
    vectors: Vectors
    setting: str


def enter_skim(db: Connection, article: int, passages: Sequence[tuple[int, str, bytes]]) -> None:
    """Write the row of an article that is stored; `passages` are (id, text, vector), at least one."""
    ids, texts, vectors = zip(*passages, strict=True)
    db.execute(_ENTER, (json.dumps(ids), json.dumps(texts, ensure_ascii=False), b"".join(vectors), article))


def skim(store: Store, articles: Iterable[int]) -> list[Skimmed]:
    """Each article that is there and has a sentence, in the order of the ids."""
    wanted = list(dict.fromkeys(articles))
    some = (wanted[at : at + AT_ONCE] for at in range(0, len(wanted), AT_ONCE))
    found = {s.article: s for ids in some for s in _skimmed(store, ids)}
    return [found[article] for article in wanted if article in found]


def _skimmed(store: Store, articles: Sequence[int]) -> Iterator[Skimmed]:
    import numpy as np

    sql = f"""SELECT s.article, g.name, a.number, s.passages, s.texts, s.vectors, s.setting FROM skims s
        JOIN articles a ON a.id = s.article JOIN pages g ON g.id = a.page
        WHERE s.article IN ({",".join("?" * len(articles))})"""
    for article, page, number, ids, texts, vectors, setting in store.db.execute(sql, articles):
        passages = tuple(json.loads(ids))
        block = np.frombuffer(vectors, np.float32).reshape(len(passages), -1)
        yield Skimmed(article, (page, number), passages, tuple(json.loads(texts)), block, setting)
