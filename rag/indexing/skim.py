"""Articles skimmed: sentences and vectors without the records, a row an article, for looking at many and reading few."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rag.indexing.store import AT_ONCE, Store

if TYPE_CHECKING:
    from rag.ports import Vectors

Key = tuple[str, int]

HALF = AT_ONCE // 2
"""Keys in one statement: each is two values."""

TABLE = """CREATE TABLE skims(
    article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE, setting TEXT NOT NULL,
    passages TEXT NOT NULL, texts TEXT NOT NULL, vectors BLOB NOT NULL)"""
"""Ids and texts as JSON; the vectors of the passages one behind the other, float32. This is where vectors are kept."""

_ENTER = """INSERT INTO skims
SELECT a.id, coalesce(json_extract(a.told, '$.city'), '') || ' ' || coalesce(json_extract(g.record, '$.newspaper'), ''),
    ?, ?, ? FROM articles a JOIN pages g ON g.id = a.page WHERE a.id = ?
"""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """An article's headlines and sentences in order, their vectors of shape (n, dim), and where it was printed."""

    key: Key
    passages: tuple[int, ...]
    texts: tuple[str, ...]
    vectors: Vectors
    setting: str


def enter_skim(db: sqlite3.Connection, article: int, passages: Sequence[tuple[int, str, bytes]]) -> None:
    """Write the row of an article that is stored; `passages` are (id, text, vector), at least one."""
    ids, texts, vectors = zip(*passages, strict=True)
    db.execute(_ENTER, (json.dumps(ids), json.dumps(texts, ensure_ascii=False), b"".join(vectors), article))


def skim(store: Store, keys: Iterable[Key]) -> list[Skimmed]:
    """Each article that is there and has a sentence, in the order of `keys`."""
    wanted = list(dict.fromkeys(keys))
    found = {s.key: s for at in range(0, len(wanted), HALF) for s in _skimmed(store, wanted[at : at + HALF])}
    return [found[key] for key in wanted if key in found]


def _skimmed(store: Store, keys: Sequence[Key]) -> Iterator[Skimmed]:
    import numpy as np

    sql = f"""WITH wanted(page, number) AS (VALUES {",".join(["(?, ?)"] * len(keys))})
        SELECT w.page, w.number, s.passages, s.texts, s.vectors, s.setting FROM wanted w
        JOIN pages g ON g.name = w.page JOIN articles a ON a.page = g.id AND a.number = w.number
        JOIN skims s ON s.article = a.id"""
    for page, number, ids, texts, vectors, setting in store.db.execute(sql, [part for key in keys for part in key]):
        passages = tuple(json.loads(ids))
        block = np.frombuffer(vectors, np.float32).reshape(len(passages), -1)
        yield Skimmed((page, number), passages, tuple(json.loads(texts)), block, setting)
