"""Which answers were liked: kept in the index for whoever tunes it, through every change of the pages.

An answer is kept with the words it quotes, so deleting a page takes along the ratings of answers that cite it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime

from rag.answered import Answer
from rag.indexing.engines.port import Connection
from rag.indexing.store import Store

TABLE = """CREATE TABLE ratings(
    question TEXT NOT NULL, answer TEXT NOT NULL, verdict TEXT NOT NULL, pages TEXT NOT NULL, liked INTEGER NOT NULL,
    rated TEXT NOT NULL, PRIMARY KEY(question, answer)) WITHOUT ROWID"""
"""`pages` is a JSON array of names, `rated` a moment in UTC."""


def rate(store: Store, question: str, answer: Answer, liked: bool | None) -> None:
    """Keep the opinion of this answer to the question, in place of an earlier one; None takes it back."""
    pages = json.dumps(sorted({c.page for c in answer.citations}), ensure_ascii=False)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with store.engine.transaction() as db:
        db.execute("DELETE FROM ratings WHERE question = ? AND answer = ?", (question, answer.text))
        if liked is not None:
            row = (question, answer.text, answer.verdict.value, pages, int(liked), now)
            db.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?)", row)


def forget_ratings(db: Connection, pages: Iterable[str]) -> None:
    """Drop the ratings of answers that cite one of the pages. Belongs inside a transaction."""
    sql = "DELETE FROM ratings WHERE EXISTS (SELECT 1 FROM json_each(ratings.pages) WHERE value = ?)"
    db.executemany(sql, ((page,) for page in pages))


def copy_ratings(one: Connection, other: Connection) -> None:
    """Take all ratings over into another store."""
    sql = "INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    other.executemany(sql, one.execute("SELECT * FROM ratings"))
