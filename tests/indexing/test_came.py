"""Which pages came or were drawn anew behind a point."""

from __future__ import annotations

from pathlib import Path

from rag.config import Config
from rag.indexing.came import came_since
from rag.indexing.opening import open_store
from rag.listings import Came
from tests.fakes import write_pages
from tests.indexing.conftest import BRIDGE, PAGES, Build


def came(config: Config, cursor: int, most: int = 50) -> Came:
    store = open_store(config)
    with store.engine.done():
        return came_since(store, cursor, most)


def names(told: Came) -> list[str]:
    return [page.name for page in told.pages]


def test_what_came_is_told_once_and_in_parts(built: Build, config: Config, folder: Path) -> None:
    built(folder)
    first = came(config, 0, 1)
    second = came(config, first.cursor, 1)
    assert (names(first), first.more, names(second), second.more) == (["a.txt"], True, ["b.txt"], False)
    assert set(first.digests) == {"a.txt"}
    assert came(config, second.cursor) == Came(cursor=second.cursor)
    write_pages(folder, {"a.txt": BRIDGE.replace("检查", "察看"), "c.txt": PAGES["b.txt"].replace("李文斌", "周明")})
    built(folder)
    assert sorted(names(came(config, second.cursor))) == ["a.txt", "c.txt"]


def test_an_index_built_anew_gives_all_its_pages_again(built: Build, config: Config, folder: Path) -> None:
    built(folder)
    cursor = came(config, 0).cursor
    built(folder, rebuild=True)
    assert sorted(names(came(config, cursor))) == ["a.txt", "b.txt"]
