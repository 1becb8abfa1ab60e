"""BM25 over words, in the FTS5 table of the index's own SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from rag.ports import Scored

TEXT_WEIGHT, HEADING_WEIGHT = 1.0, 0.4
"""A word of the sentence itself says more than one of the headline above it."""

TABLE = """
CREATE VIRTUAL TABLE words USING fts5(text, heading, tokenize = "unicode61 remove_diacritics 0")
"""
"""Words stand joined by spaces: left to itself the tokenizer takes a whole Chinese clause for one word."""


class Fts5Index:
    """The port LexicalIndex over a connection; `connect` gives the connection of the calling thread."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect

    def add(self, rows: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Rows of (id, words of the text, words of what it stands under); an id that is there is replaced."""
        joined = ((i, " ".join(text), " ".join(heading)) for i, text, heading in rows)
        self._connect().executemany("INSERT OR REPLACE INTO words(rowid, text, heading) VALUES (?, ?, ?)", joined)

    def remove(self, ids: Sequence[int]) -> None:
        """Ids that are not there are passed over."""
        self._connect().executemany("DELETE FROM words WHERE rowid = ?", ((i,) for i in ids))

    def search(self, words: Sequence[str], k: int) -> list[Scored]:
        """Passages holding any of the words, best first; no words, no passages."""
        query = " OR ".join(_quoted(w) for w in dict.fromkeys(words) if any(c.isalnum() for c in w))
        if not query or k < 1:
            return []
        found = self._connect().execute(
            "SELECT rowid, -bm25(words, ?, ?) AS score FROM words WHERE words MATCH ? ORDER BY score DESC, rowid LIMIT ?",
            (TEXT_WEIGHT, HEADING_WEIGHT, query, k),
        )
        return [(int(i), float(score)) for i, score in found]


def _quoted(word: str) -> str:
    """As FTS5 wants a string (https://sqlite.org/fts5.html#full_text_query_syntax): NOT, * and quotes mean nothing."""
    return '"' + word.replace("\0", "").replace('"', '""') + '"'
