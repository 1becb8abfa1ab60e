"""An index that holds another several times over, for trying sizes that no corpus here has.

Every copy of a page is a page of its own: its texts, events and words are those of the first, its name and all its ids are
not, and its vectors lie a little beside, as those of a story that another paper tells. So real text decides how long
words take, and no copy is found for free by another's vector.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np

from rag.indexing import seals
from rag.indexing.engines.faiss_copy import FaissCopy
from rag.indexing.engines.files import FILE
from rag.indexing.engines.rows import tables
from rag.indexing.engines.sqlite import SqliteEngine
from rag.indexing.postings import BLOCK
from rag.indexing.store import Store

BESIDE = 0.3
"""How far a copy's vector lies beside the first one's, relative to its length."""

_COUNTED = {
    "id": "",
    "page": "pages",
    "article": "articles",
    "passage": "passages",
    "telling": "tellings",
    "deed": "tellings",
}
"""Columns that hold an id, and the table that gave it; `id` is of the own table."""
_POSTINGS = {"word_postings": "passages", "pair_postings": "articles"}
"""What the ids are of that a table of postings holds in its blocks."""
_LEFT_OUT = {"meta", "names", "ratings", "scans", "pictures", "skims", "page_seals", "article_seals"}
"""What an index has once however much it holds, and what is written here by itself."""


def scaled(base: Path, folder: Path, times: int) -> int:
    """Make in an empty `folder` an index that holds the one in `base` so many times; how many passages that are."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        closing(sqlite3.connect(f"{(base / FILE).resolve().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(folder / FILE, isolation_level=None)) as db,
    ):
        source.backup(db)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        steps = {table: _step(db, table) for table in ("pages", "articles", "passages", "tellings")}
        for copy in range(1, times):
            _add_copy(db, {table: step * copy for table, step in steps.items()}, copy, steps)
        db.execute("UPDATE meta SET value = ? WHERE key = 'deeds'", (seals.of_deeds(db).hex(),))
        db.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
        db.execute("COMMIT")
    engine = SqliteEngine(folder)
    with engine.building(), engine.done():
        FaissCopy(folder).renew(Store(engine))
        return Store(engine).count("passages")


def _step(db: sqlite3.Connection, table: str) -> int:
    """How far the ids of one copy lie behind those of the one before: whole blocks of postings."""
    highest: int = db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0
    return (highest // BLOCK + 1) * BLOCK


def _add_copy(db: sqlite3.Connection, moved: dict[str, int], copy: int, steps: dict[str, int]) -> None:
    """Everything of the first, with ids behind those of the copies that are there."""
    for table, columns in tables().items():
        if table in _LEFT_OUT:
            continue
        read = ", ".join(_read(table, column, moved, copy) for column in columns)
        first = _of_the_first(table, columns, steps)
        db.execute(f"INSERT INTO {table}({', '.join(columns)}) SELECT {read} FROM {table} WHERE {first}")
    _add_skims(db, moved, copy, steps)
    pages = db.execute("SELECT id FROM pages WHERE id > ? ORDER BY id", (moved["pages"],)).fetchall()
    for (page,) in pages:
        articles = db.execute("SELECT id FROM articles WHERE page = ? ORDER BY id", (page,))
        seals.seal(db, page, [article for (article,) in articles])


def _read(table: str, column: str, moved: dict[str, int], copy: int) -> str:
    if table == "pages" and column == "name":
        return f"'{copy}/' || name"
    if table in _POSTINGS:
        return f"block + {moved[_POSTINGS[table]] // BLOCK}" if column == "block" else column
    of = _COUNTED.get(column)
    return column if of is None else f"{column} + {moved[of or table]}"


def _of_the_first(table: str, columns: tuple[str, ...], steps: dict[str, int]) -> str:
    if table in _POSTINGS:
        return f"block < {steps[_POSTINGS[table]] // BLOCK}"
    column = next(c for c in columns if c in _COUNTED)
    return f"{column} < {steps[_COUNTED[column] or table]}"


def _add_skims(db: sqlite3.Connection, moved: dict[str, int], copy: int, steps: dict[str, int]) -> None:
    dice = np.random.default_rng(copy)
    dim = int(db.execute("SELECT value FROM meta WHERE key = 'dim'").fetchone()[0])
    sql = "SELECT article, setting, passages, texts, vectors FROM skims WHERE article < ? ORDER BY article"
    for article, setting, ids, texts, held in db.execute(sql, (steps["articles"],)).fetchall():
        first = np.frombuffer(held, np.float32).reshape(-1, dim)
        raw = first + BESIDE / np.sqrt(dim) * dice.standard_normal(first.shape, np.float32)
        beside = (raw / np.linalg.norm(raw, axis=1, keepdims=True)).astype(np.float32)
        own = json.dumps([i + moved["passages"] for i in json.loads(ids)])
        row = (article + moved["articles"], setting, own, texts, beside.tobytes())
        db.execute("INSERT INTO skims(article, setting, passages, texts, vectors) VALUES (?, ?, ?, ?, ?)", row)
