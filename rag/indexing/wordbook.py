"""A dictionary of words in a file, of which only what begins with the characters of a text is read.

Whole, the dictionary that text is cut by takes most of a second to load, and some eighty megabytes; a question needs some
thousands of its half a million entries. Whoever cuts a text looks up parts of it alone, so nothing is cut otherwise.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from threading import Lock, get_ident
from typing import Any

Parsed = tuple[Mapping[str, int], int]
"""Every word with how often it was met, every beginning of a word that is none with 0; and the sum of all."""

_LAST = chr(0x10FFFF)
_TABLES = (
    "CREATE TABLE words(word TEXT PRIMARY KEY, met INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE facts(total INTEGER NOT NULL)",  # written last: a file that has it is whole
)


class Wordbook:
    """`parse` reads the dictionary itself, once, into the file; into memory where the file cannot be written.

    Any number of threads may look things up.
    """

    def __init__(self, path: Path, parse: Callable[[], Parsed]) -> None:
        self._lock = Lock()
        self._db = _opened(path) or _made(path, parse)
        self.total = int(self._rows("SELECT total FROM facts")[0][0])
        self.under = cache(self._under)

    def met(self, word: str) -> int:
        """How often the dictionary has met a word; 0 for one that it does not hold."""
        return self.under(word[:1]).get(word, 0)

    def holding(self, words: Iterable[str]) -> set[str]:
        """Those that are words of the dictionary."""
        listed = json.dumps([word for word in words if _is_text(word)])
        sql = "SELECT word FROM words WHERE met > 0 AND word IN (SELECT value FROM json_each(?))"
        return {word for (word,) in self._rows(sql, listed)}

    def all(self) -> Iterator[tuple[str, int]]:
        """Every word with how often it was met."""
        yield from self._rows("SELECT word, met FROM words WHERE met > 0")

    def _under(self, first: str) -> Mapping[str, int]:
        """All entries that begin with a character; none of them changes."""
        if not first or not _is_text(first):
            return {}
        rows = self._rows("SELECT word, met FROM words WHERE word BETWEEN ? AND ?", first, first + _LAST)
        return dict(rows)

    def _rows(self, sql: str, *values: str) -> list[Any]:
        with self._lock:
            return self._db.execute(sql, values).fetchall()


def _is_text(word: str) -> bool:
    """Halves of characters, which damaged files may hold, are no text."""
    return not any("\ud800" <= char <= "\udfff" for char in word)


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file, if it is there and whole."""
    if not path.is_file():
        return None
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    with suppress(sqlite3.Error):
        if db.execute("SELECT total FROM facts").fetchone():
            return db
    db.close()
    return None


def _made(path: Path, parse: Callable[[], Parsed]) -> sqlite3.Connection:
    """Write the file aside, then give it its name: nobody sees half of it."""
    parsed = parse()
    aside = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(aside)) as db:
            _fill(db, parsed)
        os.replace(aside, path)
        if made := _opened(path):
            return made
    except (OSError, sqlite3.Error):  # a folder that cannot be written, or a file that another process has open
        pass
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(memory, parsed)
    return memory


def _fill(db: sqlite3.Connection, parsed: Parsed) -> None:
    words, total = parsed
    with db:
        for statement in _TABLES:
            db.execute(statement)
        db.executemany("INSERT INTO words VALUES (?, ?)", sorted(words.items()))
        db.execute("INSERT INTO facts VALUES (?)", (total,))
