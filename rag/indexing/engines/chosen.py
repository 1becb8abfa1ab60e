"""Which engine keeps the index of a configuration."""

from __future__ import annotations

from rag.config import Config
from rag.indexing.engines.port import Engine
from rag.indexing.engines.sqlite import SqliteEngine


def engine_of(config: Config) -> Engine:
    """The engine that keeps the index of `config`; nothing is opened yet."""
    return SqliteEngine(config.index)
