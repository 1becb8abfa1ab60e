"""The engine for several machines: PostgreSQL with pgvector holds pages, events, people, words and vectors.

Pages are written one transaction at a time, whoever writes, so any number of indexers may run; each is answered for by the
server's log, and seen by whoever asks next. What is read for one answer is one state. All tables lie in a schema of the
index's own, so that a new index can grow beside it and take its name.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import local
from typing import Any

from rag.errors import IndexUnusableError
from rag.indexing.engines import dialect, rows
from rag.indexing.engines.pgvector import VectorTable
from rag.indexing.engines.port import Connection, Nearest
from rag.indexing.engines.postgres_connection import Joined
from rag.indexing.engines.postgres_url import named
from rag.indexing.schema import STEPS, newest

SCHEMA, FRESH = "wenzheng", "wenzheng_anew"
"""Where the tables lie, and those of an index that grows beside them."""
BUILDING, WRITING = 0x77656E31, 0x77656E32
"""The server's advisory locks: of whoever changes the index, shared by those who put pages in; and of one transaction."""


class PostgresEngine:
    """The port Engine over a PostgreSQL database, given by URL."""

    def __init__(self, url: str, schema: str = SCHEMA) -> None:
        self._url, self._schema = url, schema
        self.nearest: Nearest = VectorTable(self)
        self._mine = local()

    @property
    def where(self) -> str:
        """The URL without the password."""
        return named(self._url)

    @property
    def home(self) -> str:
        """The same."""
        return named(self._url)

    def there(self) -> bool:
        """Whether there is a schema of the index's name. IndexUnusableError where there is no server."""
        with self.explained():
            sql = "SELECT 1 FROM pg_namespace WHERE nspname = ?"
            return self.connection().execute(sql, (self._schema,)).fetchone() is not None

    def empty(self) -> bool:
        """Whether the schema has no table."""
        sql = "SELECT 1 FROM pg_tables WHERE schemaname = ?"
        return self.connection().execute(sql, (self._schema,)).fetchone() is None

    def version(self) -> int:
        """As it stands among the facts of the index."""
        if not self.connection().execute("SELECT to_regclass('meta') IS NOT NULL").fetchone()[0]:
            return 0
        row = self.connection().execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        return int(row[0]) if row else 0

    def lay(self, taken: int) -> None:
        """Make all tables; later steps are SQL that this engine reads too."""
        db = self.connection()
        if taken:
            for step in STEPS[taken:]:
                step(db)  # type: ignore[arg-type]
            return
        db.execute("CREATE EXTENSION IF NOT EXISTS vector SCHEMA public")
        db.execute(f"CREATE SCHEMA IF NOT EXISTS {self._schema}")
        for statement in (*dialect.FUNCTIONS, *newest()):
            db.execute(statement)
        for name in ("word_postings", "pair_postings"):
            # read whole at every question: unpacking them would take longer than reading
            db.execute(f"ALTER TABLE {name} ALTER COLUMN held SET STORAGE EXTERNAL")

    def connection(self) -> Connection:
        """The calling thread's; a new one where the server has hung up since."""
        return self.joined()

    def joined(self) -> Joined:
        """The same, with what only this engine's rooms use."""
        mine: Joined | None = getattr(self._mine, "open", None)
        if mine is None or mine.lost:
            mine = self._mine.open = Joined(self._url, self._schema)
        return mine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All of what is written inside, or nothing; others wait for it."""
        mine = self.joined()
        mine.begin("BEGIN")
        try:
            mine.execute("SELECT pg_advisory_xact_lock(?)", (WRITING,))
            yield mine
            mine.commit()
        except BaseException:
            mine.undo()
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One state for all statements. The lock keeps the tables from being replaced meanwhile."""
        mine = self.joined()
        if mine.in_transaction:
            yield
            return
        mine = self._at_one_moment(mine)
        try:
            yield
        finally:
            mine.undo()

    def _at_one_moment(self, mine: Joined) -> Joined:
        begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; LOCK TABLE meta IN ACCESS SHARE MODE"
        try:
            mine.begin(begin)
        except IndexUnusableError:  # a server that was started anew since: asking once more is enough
            mine.undo()
            mine = self.joined()
            mine.begin(begin)
        return mine

    @contextmanager
    def done(self) -> Iterator[None]:
        """Close the calling thread's connection at the end."""
        try:
            yield
        finally:
            self.close()

    def close(self) -> None:
        """Close the calling thread's connection."""
        mine: Joined | None = getattr(self._mine, "open", None)
        if mine is not None:
            mine.close()
            self._mine.open = None

    @contextmanager
    def building(self, *, alone: bool = True) -> Iterator[None]:
        """The right to change the index, held by a connection of its own: it goes when the process goes."""
        with self.explained():
            lock = Joined(self._url, self._schema)
        try:
            kind = "" if alone else "_shared"
            if not lock.execute(f"SELECT pg_try_advisory_lock{kind}(?)", (BUILDING,)).fetchone()[0]:
                fact = f"another process is changing the index {self.where}"
                raise IndexUnusableError(fact, "wait until it is done, then try again")
            yield
        finally:
            lock.close()

    def explained(self) -> AbstractContextManager[None]:
        """Nothing more: its connections explain what goes wrong with them."""
        return nullcontext()

    @contextmanager
    def beside(self) -> Iterator[PostgresEngine]:
        """A schema beside this one, which takes its name at the end."""
        fresh = PostgresEngine(self._url, FRESH)
        gone = f"DROP SCHEMA IF EXISTS {FRESH} CASCADE"
        self.connection().execute(gone)
        try:
            with fresh.done():
                yield fresh
            with self.transaction() as db:
                if self.there() and not self.empty():
                    db.execute("LOCK TABLE meta IN ACCESS EXCLUSIVE MODE")  # nobody is in the middle of an answer
                db.execute(f"DROP SCHEMA IF EXISTS {self._schema} CASCADE")
                db.execute(f"ALTER SCHEMA {FRESH} RENAME TO {self._schema}")
        finally:
            with suppress(Exception):
                self.connection().execute(gone)

    def highest(self) -> int:
        """As the server counts them."""
        sql = "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('passages', 'id')::regclass), 0)"
        return int(self.connection().execute(sql).fetchone()[0])

    def go_on_from(self, highest: int) -> None:
        """Set the server's counters, of all tables that count, behind every id that is there."""
        db = self.connection()
        for table in rows.COUNTED:
            floor = highest if table == "passages" else 0
            sequence = f"pg_get_serial_sequence('{table}', 'id')"
            sql = f"""SELECT greatest((SELECT coalesce(max(id), 0) FROM {table}),
                coalesce(pg_sequence_last_value({sequence}::regclass), 0))"""
            reached = max(floor, db.execute(sql).fetchone()[0])
            db.execute(f"SELECT setval({sequence}, ?, ?)", (max(reached, 1), reached > 0))

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """Through a cursor that the server keeps."""
        return self.joined().stream(sql)

    def copy_to(self, file: Path) -> None:
        """Row by row, as the tables are at one moment."""
        rows.copy_out(self, file)

    def fill_from(self, file: Path) -> None:
        """Row by row, vectors too."""
        rows.copy_in(self, file)

    def faults(self, most: int) -> Iterator[str]:
        """None: a server that stumbles over its own pages says so when they are read."""
        yield from ()

    def swept(self) -> None:
        """Nothing by hand: the server's own vacuum takes away what was deleted."""
