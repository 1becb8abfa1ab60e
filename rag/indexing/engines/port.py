"""What the store and both indexes need of the place where an index is kept, whatever keeps it.

There is one SQL for all engines, SQLite's in the part that others share: `?` for values, `ON CONFLICT`, `RETURNING`,
`json_extract` and `instr` as functions. An engine that speaks otherwise translates. What differs beyond SQL are methods.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rag.indexing.store import Store
    from rag.ports import DenseIndex, Vectors


class Rows(Protocol):
    """What a statement gives, in its order; each row is a tuple."""

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def fetchmany(self, size: int, /) -> list[Any]: ...

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """One thread's way to the index. Outside `Engine.transaction` each statement is a transaction of its own."""

    @property
    def in_transaction(self) -> bool: ...

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Rows: ...

    def executemany(self, sql: str, values: Iterable[Sequence[Any]], /) -> object: ...


class Nearest(Protocol):
    """How an engine finds passages by their vectors, which the store holds; `store` is one over that engine."""

    def enter(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Take in passages of the transaction that is going on; they go with the passages' rows."""
        ...

    def opened(self, store: Store) -> DenseIndex:
        """The index to be asked, made good first if it is behind and nobody is building."""
        ...

    def reopened(self, store: Store) -> DenseIndex:
        """The same as it is in the snapshot that the calling thread has begun; nothing is written."""
        ...

    def behind(self, store: Store) -> bool:
        """Whether it shows another generation than the store's."""
        ...

    def renew(self, store: Store) -> None:
        """Let it show the store's generation; belongs at the end of every change."""
        ...

    def whole(self, store: Store) -> bool:
        """Whether it holds every passage of the store, and nothing else, for certain."""
        ...


class Engine(Protocol):
    """One place that keeps one index. Any number of threads may use it: each has a connection of its own.

    What it cannot do for reasons of its own (a full disk, a server that is gone) is an IndexUnusableError to whoever is
    inside `explained`.
    """

    @property
    def where(self) -> str:
        """The place as messages name it, without a password."""
        ...

    @property
    def home(self) -> str:
        """The place as an index remembers it: whoever finds another there is a copy."""
        ...

    @property
    def nearest(self) -> Nearest: ...

    def there(self) -> bool:
        """Whether something is kept there at all; nothing is made by asking."""
        ...

    def empty(self) -> bool:
        """Whether there is room for a new index: no table of anybody's."""
        ...

    def version(self) -> int:
        """Steps of `rag.indexing.schema` that the tables have taken; 0 where there are none of this program."""
        ...

    def lay(self, taken: int) -> None:
        """Bring the tables from those `taken` steps to the newest, inside a transaction."""
        ...

    def connection(self) -> Connection:
        """The calling thread's, opened on first use."""
        ...

    def transaction(self) -> AbstractContextManager[Connection]:
        """All of what is written inside, or nothing; one at a time, whoever writes."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """What is read inside is the index at one moment, whatever others write meanwhile; snapshots may be nested."""
        ...

    def done(self) -> AbstractContextManager[None]:
        """Close the calling thread's connection at the end."""
        ...

    def close(self) -> None:
        """Close the calling thread's connection."""
        ...

    def building(self, *, alone: bool = True) -> AbstractContextManager[None]:
        """The right to change the index. IndexUnusableError at once where somebody else has it.

        Whoever only puts pages in or takes some out need not be `alone` where the engine has several writers.
        """
        ...

    def explained(self) -> AbstractContextManager[None]:
        """The engine's own errors as IndexUnusableError: what is wrong and what to do."""
        ...

    def beside(self) -> AbstractContextManager[Engine]:
        """An empty place; what it holds at the end takes the place of this index, whole or not at all."""
        ...

    def highest(self) -> int:
        """The highest id that a passage ever had."""
        ...

    def go_on_from(self, highest: int) -> None:
        """Give passages ids behind this one, inside a transaction or outside."""
        ...

    def rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        """All rows of a statement without values, however many, some at a time; belongs in a snapshot."""
        ...

    def copy_to(self, file: Path) -> None:
        """Write the index as it is at one moment into a SQLite file that is not there yet."""
        ...

    def fill_from(self, file: Path) -> None:
        """Hold what a SQLite file holds; belongs to a place that is empty."""
        ...

    def faults(self, most: int) -> Iterator[str]:
        """At most so many things that the engine itself finds wrong."""
        ...

    def swept(self) -> None:
        """Let nothing of what was deleted stay behind, as far as the engine can tell."""
        ...
