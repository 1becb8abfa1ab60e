"""Which engine keeps the index of a configuration."""

from __future__ import annotations

from rag.config import Config
from rag.errors import SettingError
from rag.indexing.engines.port import Engine
from rag.indexing.engines.sqlite import SqliteEngine

SERVERS = ("postgresql://", "postgres://")
"""How the URL of a server begins."""


def engine_of(config: Config) -> Engine:
    """The engine that keeps the index of `config`; nothing is opened yet. SettingError for another server."""
    if not config.store:
        return SqliteEngine(config.index)
    if not config.store.startswith(SERVERS):
        raise SettingError(f"{config.store.partition(':')[0]} is no server that keeps an index", "name postgresql://…")
    from rag.indexing.engines.postgres import PostgresEngine

    return PostgresEngine(config.store)
