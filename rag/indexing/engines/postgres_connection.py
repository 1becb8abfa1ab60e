"""One thread's connection to a PostgreSQL server. The only module that imports pg8000, which the extra [server] brings."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import Any

from rag.errors import IndexUnusableError
from rag.indexing.engines import postgres_text as text
from rag.indexing.engines.dialect import marked, together
from rag.indexing.engines.postgres_errors import told
from rag.indexing.engines.postgres_url import Address, named

OLDEST = 15
"""The first release of PostgreSQL that this is meant for; tested on 18."""
IDLE = 600_000
"""Milliseconds after which the server ends a transaction whose process says nothing more, so that nobody waits for it."""
CANDIDATES = 400
"""Vectors that the server looks at for a question: of 20,000 sentences of news the ten nearest were among 200 for 0.986."""
AT_ONCE = 500
"""Rows that are fetched together where all of a table is read."""
ROWS = 64
"""Rows that one statement writes: each statement is a round trip."""
PREPARED = 200
"""Statements that the server keeps ready for a connection."""

_TEXT, _SUM = 25, 1700
"""The server's numbers of the types text and numeric."""
_WRITES = re.compile(r"INSERT INTO ")


class Fetched:
    """The port Rows over what a statement gave."""

    def __init__(self, rows: Sequence[Sequence[Any]] | None) -> None:
        self._left = iter([tuple(row) for row in rows or ()])

    def fetchone(self) -> Any:
        """The next one, or None."""
        return next(self._left, None)

    def fetchall(self) -> list[Any]:
        """All that are left."""
        return list(self._left)

    def fetchmany(self, size: int, /) -> list[Any]:
        """So many of them."""
        return list(islice(self._left, size))

    def __iter__(self) -> Iterator[Any]:
        return self._left


class Joined:
    """The port Connection. IndexUnusableError for whatever the server, or the way to it, reports."""

    def __init__(self, url: str, schema: str) -> None:
        pg8000 = _pg8000()
        self._where = named(url)
        self._errors = (pg8000.Error, OSError)
        self._ready: OrderedDict[str, Any] = OrderedDict()
        self.in_transaction = False
        self.lost = False
        try:
            self._open = _connection(pg8000)(**Address.of(url).reached(), application_name="wenzheng")
        except self._errors as error:
            raise told(self._where, error) from error
        self._open.register_in_adapter(_TEXT, text.received)
        self._open.register_in_adapter(_SUM, int)
        self._open.register_out_adapter(str, text.sent)
        self._begin_with(schema)

    def _begin_with(self, schema: str) -> None:
        release = int(self.execute("SHOW server_version_num").fetchone()[0]) // 10_000
        if release < OLDEST:
            self.close()
            fact = f"the server of {self._where} is PostgreSQL {release}"
            raise IndexUnusableError(fact, f"use one of release {OLDEST} or newer")
        self.begin(
            f"SET search_path = {schema}, public; SET idle_in_transaction_session_timeout = {IDLE};"
            f"SET client_min_messages = warning; SET hnsw.ef_search = {CANDIDATES}"
        )
        self.in_transaction = False

    def execute(self, sql: str, values: Sequence[Any] = (), /) -> Fetched:
        """One statement."""
        return Fetched(self._run(marked(sql), values))

    def executemany(self, sql: str, values: Iterable[Sequence[Any]], /) -> object:
        """One statement with each of the values; rows are written many at a time."""
        given = [tuple(value) for value in values]
        if _WRITES.match(sql):
            several = marked(together(sql, ROWS))
            while len(given) >= ROWS:
                self._run(several, tuple(chain.from_iterable(given[:ROWS])))
                del given[:ROWS]
        for value in given:
            self._run(marked(sql), value)
        return None

    def begin(self, statements: str) -> None:
        """Begin a transaction, with whatever belongs at its beginning; one round trip."""
        with self._noticing():
            self._open.run(statements)
        self.in_transaction = True

    def commit(self) -> None:
        """Make it last."""
        with self._noticing():
            self._open.run("COMMIT")
        self.in_transaction = False

    def undo(self) -> None:
        """Roll back what was begun, unless the connection went with it."""
        if self.in_transaction and not self.lost:
            with suppress(IndexUnusableError), self._noticing():
                self._open.run("ROLLBACK")
        self.in_transaction = False

    def stream(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """All rows of a statement, some at a time; belongs in a transaction."""
        self._at_once(f"DECLARE streamed CURSOR FOR {sql}")
        while some := self._at_once(f"FETCH {AT_ONCE} FROM streamed"):
            yield from map(tuple, some)
        self._at_once("CLOSE streamed")

    def load(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Many rows into a table; belongs in a transaction."""
        with self._noticing():
            self._open.run(f"COPY {table} ({', '.join(columns)}) FROM STDIN", stream=map(text.copied, rows))

    def close(self) -> None:
        """Hang up."""
        with suppress(*self._errors):
            self._open.close()
        self.lost = True

    def _at_once(self, sql: str) -> Any:
        """A statement that is not kept ready: what a cursor gives has other columns each time."""
        with self._noticing():
            return self._open.run(sql)

    def _run(self, sql: str, values: Sequence[Any]) -> Any:
        with self._noticing():
            if not (ready := self._ready.get(sql)):
                ready = self._ready[sql] = self._open.prepare(sql)
                if len(self._ready) > PREPARED:
                    self._ready.popitem(last=False)[1].close()
            self._ready.move_to_end(sql)
            return ready.run(**{f"p{n}": value for n, value in enumerate(values)})

    def _noticing(self) -> _Noticing:
        return _Noticing(self, self._where, self._errors)


class _Noticing:
    """Tells what goes wrong inside, and whether the connection is gone with it. A class, since each statement needs one."""

    def __init__(self, joined: Joined, where: str, errors: tuple[type[Exception], ...]) -> None:
        self._joined, self._where, self._errors = joined, where, errors

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, self._errors):
            facts = error.args[0] if error.args else ""
            self._joined.lost |= not isinstance(facts, dict) or facts.get("V") == "FATAL"
            raise told(self._where, error) from error


def _connection(pg8000: Any) -> Any:
    """pg8000's connection, which says why the server hung up, and not only that it did."""

    class Connection(pg8000.native.Connection):  # type: ignore[misc]
        def handle_ERROR_RESPONSE(self, data: bytes, context: Any) -> None:  # noqa: N802
            super().handle_ERROR_RESPONSE(data, context)
            if context.error.args[0].get("V") == "FATAL":
                raise context.error

    return Connection


def _pg8000() -> Any:
    try:
        import pg8000
        import pg8000.native
    except ImportError as error:
        remedy = 'install what a server needs: pip install "wenzheng[server]"'
        raise IndexUnusableError(f"PostgreSQL cannot be reached without pg8000 ({error})", remedy) from error
    return pg8000
