"""Nearest passages by pgvector: a table of the server, written with the passages and gone with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rag.indexing.engines.port import Connection, Engine
    from rag.indexing.store import Store
    from rag.ports import Scored, Vectors

_INDEX = "CREATE INDEX nearest_by_vector ON nearest USING hnsw (vector vector_ip_ops)"
_INTO = "INSERT INTO nearest(passage, vector) VALUES (?, CAST(? AS vector))"


class VectorTable:
    """The port Nearest: nothing is ever behind but what readers keep in memory, which they renew when this tells them to."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def enter(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Write them; the first ones say how many components a vector has."""
        if not len(ids):
            return
        db = self._engine.connection()
        if not _made(db):
            make(db, vectors.shape[1])
            db.execute(_INDEX)
        db.executemany(_INTO, zip(ids, map(literal, vectors), strict=True))

    def opened(self, store: Store) -> PgvectorIndex:
        """The table, made good where it lacks what the store has."""
        db = store.db
        if _made(db) and store.count("nearest") != store.count("passages"):
            with self._engine.building(alone=False), self._engine.transaction():
                self._enter_missing(store)
        return PgvectorIndex(self._engine)

    def reopened(self, store: Store) -> PgvectorIndex:
        """The table."""
        return PgvectorIndex(self._engine)

    def behind(self, store: Store) -> bool:
        """Whether readers have not been told of the store's generation."""
        return store.copied() != store.generation()

    def renew(self, store: Store) -> None:
        """Tell them."""
        with self._engine.transaction():
            store.set_meta(vectors_generation=store.generation())

    def whole(self, store: Store) -> bool:
        """Whether every passage has its vector here; that no other has is the server's to see to."""
        return not store.count("passages") or (_made(store.db) and not _missing(store.db))

    def _enter_missing(self, store: Store) -> None:
        missing = _missing(store.db)
        for ids, vectors in store.vectors():
            places = [place for place, i in enumerate(ids) if i in missing]
            self.enter([ids[place] for place in places], vectors[places])


class PgvectorIndex:
    """The port DenseIndex over the table, by a graph of neighbours (HNSW); what is found is in the order of whole vectors."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._made = _made(engine.connection())

    def __len__(self) -> int:
        db = self._engine.connection()
        return int(db.execute("SELECT count(*) FROM nearest").fetchone()[0]) if self._made else 0

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Take them in, in place of those of the same ids."""
        self.remove(ids)
        self._engine.nearest.enter(ids, vectors)
        self._made = True

    def remove(self, ids: Sequence[int]) -> None:
        """Ids that are not there are passed over."""
        if self._made:
            self._engine.connection().executemany("DELETE FROM nearest WHERE passage = ?", [(i,) for i in ids])

    def search(self, vector: Vectors, k: int) -> list[Scored]:
        """Best first; equal scores by id."""
        if k < 1 or not self._made:
            return []
        given = literal(vector)
        sql = f"""SELECT passage, -(vector <#> CAST(? AS vector)) FROM nearest
            ORDER BY vector <#> CAST(? AS vector) LIMIT {int(k)}"""
        found = self._engine.connection().execute(sql, (given, given)).fetchall()
        return sorted(found, key=lambda hit: (-hit[1], hit[0]))


def make(db: Connection, dim: int) -> None:
    """The table, without its index."""
    db.execute(f"""CREATE TABLE nearest(
        passage BIGINT PRIMARY KEY REFERENCES passages(id) ON DELETE CASCADE, vector vector({int(dim)}) NOT NULL)""")


def fill(db: Connection, dim: int, rows: Iterable[tuple[int, Vectors]]) -> None:
    """The table with all its rows, and then its index, which is much faster than the other way round."""
    make(db, dim)
    written: Iterator[tuple[int, str]] = ((i, literal(vector)) for i, vector in rows)
    while some := list(islice(written, 1000)):
        db.executemany(_INTO, some)
    db.execute(_INDEX)


def literal(vector: Vectors) -> str:
    """A vector as pgvector reads it, to the bit."""
    return "[" + ",".join(map(repr, vector.tolist())) + "]"


def _made(db: Connection) -> bool:
    return bool(db.execute("SELECT to_regclass('nearest') IS NOT NULL").fetchone()[0])


def _missing(db: Connection) -> set[int]:
    """Passages without a vector."""
    return {i for (i,) in db.execute("SELECT id FROM passages EXCEPT SELECT passage FROM nearest")}
