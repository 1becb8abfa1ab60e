"""Which texts hold a term and how often, as rows of the index's own tables.

A row is what one term has in one block of ids, four bytes a text: a search reads a few rows a term, as arrays. What is
written is seen with the transaction it belongs to, so there is no copy to keep up to date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from rag.indexing.engines.port import Connection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCK = 1 << 14
"""Ids in a block: fewer make more rows to read, more make larger rows to write again when a text is added."""

MOST = (1 << 16) - 1
"""The greatest count and length that are told apart."""

LENGTHS = ""
"""Stands in the place of a term for how long each text is."""

AT_ONCE = 500
"""Terms in one statement: SQLite allows 999 bound values in the builds that allow fewest."""

Held = tuple[int, Mapping[str, int], int]
"""A text: its id, how often it holds each term, and its length."""

Row = tuple[int, bytes]
"""A block, and its postings: four bytes each, the place in the block before the count."""

T = TypeVar("T")


def table(name: str) -> str:
    """The statement that makes the table of this name."""
    return f"CREATE TABLE {name}(term TEXT, block INTEGER, held BLOB NOT NULL, PRIMARY KEY(term, block)) WITHOUT ROWID"


class Postings:
    """One table of postings; `connect` gives the connection of the calling thread. Writing belongs in a transaction."""

    def __init__(self, connect: Callable[[], Connection], name: str) -> None:
        self._connect = connect
        self._name = name

    def add(self, texts: Iterable[Held]) -> None:
        """Texts with ids that are not there yet."""
        sql = f"""INSERT INTO {self._name} VALUES (?, ?, ?)
            ON CONFLICT(term, block) DO UPDATE SET held = CAST({self._name}.held || excluded.held AS BLOB)"""
        for some in in_parts(texts):
            self._connect().executemany(sql, rows_of(some))

    def remove(self, texts: Mapping[int, Iterable[str]]) -> None:
        """Texts by id with all of the terms they hold; what is not there is passed over."""
        gone: dict[tuple[str, int], list[int]] = defaultdict(list)
        for i, terms in texts.items():
            for term in (LENGTHS, *terms):
                gone[term, i // BLOCK].append(i % BLOCK)
        for (term, block), places in gone.items():
            self._take_out(term, block, places)

    def of(self, terms: Sequence[str]) -> dict[str, list[Row]]:
        """The rows of each term that any text holds, in the order of `terms`, blocks in theirs."""
        found: dict[str, list[Row]] = {term: [] for term in terms}
        for at in range(0, len(terms), AT_ONCE):
            some = terms[at : at + AT_ONCE]
            sql = f"""SELECT term, block, held FROM {self._name} WHERE term IN ({",".join("?" * len(some))})
                ORDER BY term, block"""
            for term, block, held in self._connect().execute(sql, some):
                found[term].append((block, held))
        return {term: rows for term, rows in found.items() if rows}

    def lengths(self) -> list[Row]:
        """How long each text is."""
        return self.of([LENGTHS]).get(LENGTHS, [])

    def ids(self) -> set[int]:
        """Every text that is there."""
        return placed(self.lengths())

    def _take_out(self, term: str, block: int, places: Collection[int]) -> None:
        import numpy as np

        db, key = self._connect(), (term, block)
        row = db.execute(f"SELECT held FROM {self._name} WHERE term = ? AND block = ?", key).fetchone()
        if row is None:
            return
        left = np.frombuffer(row[0], "<u4")[~np.isin(unpacked(row[0])[0], list(places))].tobytes()
        if left:
            db.execute(f"UPDATE {self._name} SET held = ? WHERE term = ? AND block = ?", (left, *key))
        else:
            db.execute(f"DELETE FROM {self._name} WHERE term = ? AND block = ?", key)


def placed(rows: Iterable[Row]) -> set[int]:
    """The ids of the texts in these rows."""
    return {block * BLOCK + place for block, held in rows for place in unpacked(held)[0].tolist()}


def unpacked(held: bytes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The places in their block of a row's postings, and their counts."""
    import numpy as np

    postings = np.frombuffer(held, "<u4").astype(np.intp)
    return postings >> 16, postings & MOST


def in_parts(texts: Iterable[T]) -> Iterator[list[T]]:
    """As many at a time as there may be in a block: so much is held in memory at most."""
    rest = iter(texts)
    while some := list(islice(rest, BLOCK)):
        yield some


def rows_of(texts: Sequence[Held]) -> Iterator[tuple[str, int, bytes]]:
    """What the texts make: (term, block, postings), in the order of the table."""
    import numpy as np

    new: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, counts, length in texts:
        block, place = i // BLOCK, i % BLOCK << 16
        new[LENGTHS, block].append(place | min(length, MOST))
        for term, count in counts.items():
            new[term, block].append(place | min(count, MOST))
    for key in sorted(new):
        yield *key, np.array(new[key], "<u4").tobytes()
