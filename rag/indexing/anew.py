"""Build an index anew beside the old one, which goes on being asked until the new one takes its place whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing.engines.port import Engine
from rag.indexing.store import Store
from rag.indexing.storing import prepare


@contextmanager
def anew(engine: Engine, config: Config) -> Iterator[Engine]:
    """An empty index of these settings to be filled; it takes the place of the one `engine` keeps when all went well."""
    with engine.beside() as fresh:
        store = Store(fresh)
        with fresh.done():
            prepare(store, config)
            continued(store, engine)
        yield fresh


def continued(store: Store, earlier: Engine) -> None:
    """Let ids and generations of a new store go on from those of the old one, so that no copy somebody holds in memory
    can be taken for a new one."""
    generation, highest = _reached(earlier)
    store.set_meta(generation=max(store.generation(), generation) + 1)
    store.engine.go_on_from(highest)


def _reached(engine: Engine) -> tuple[int, int]:
    """(generation, highest id of a passage) of the old index; zeros where there is none that can be read."""
    try:
        with engine.explained(), engine.done():
            return Store(engine).generation(), engine.highest()
    except IndexUnusableError:
        return 0, 0
