"""Every engine that can be had here: each test of this folder runs over all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rag.config import Config
from rag.indexing import Indexes, Store, build, open_indexes
from rag.indexing.engines.chosen import engine_of
from rag.indexing.schema import migrate
from rag.records import Report
from tests.engines.postgres import Server
from tests.fakes import HashingEncoder

Place = Callable[[], Config]
"""Gives the settings of an index that is not there yet, another one each time."""


def folders(request: pytest.FixtureRequest) -> Iterator[Place]:
    root: Path = request.getfixturevalue("tmp_path_factory").mktemp("folders")
    number = count()
    yield lambda: Config(index=root / f"{next(number)}")


def databases(request: pytest.FixtureRequest) -> Iterator[Place]:
    server: Server = request.getfixturevalue("server")
    root: Path = request.getfixturevalue("tmp_path_factory").mktemp("beside")
    yield lambda: Config(index=root, store=server.fresh())


ENGINES = {"sqlite": folders, "postgres": databases}


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """In a folder that others may look into: as root, it runs as somebody else."""
    with TemporaryDirectory() as folder:
        running = Server(Path(folder) / "data")
        yield running
        running.stop()


@pytest.fixture(scope="module", params=ENGINES)
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    yield from ENGINES[request.param](request)


@pytest.fixture
def config(place: Place) -> Config:
    return place()


def made(config: Config) -> Store:
    """An empty store, ready to be written to."""
    store = Store(engine_of(config))
    with store.engine.building():
        migrate(store.engine)
    return store


def built(config: Config, *paths: Path, **options: object) -> Report:
    """Build with the hashing encoder and without the name model."""
    return build(config, list(paths), **{"encoder": HashingEncoder(), "load_names": lambda: None, **options})


def seen(config: Config) -> Indexes:
    """The index as somebody sees it who comes now: through connections of his own."""
    return open_indexes(config, HashingEncoder())
