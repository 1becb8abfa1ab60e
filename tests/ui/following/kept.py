"""An index with deterministic vectors whose folder is followed, as `serve --watch` does it but without a page in a browser.

`python -m tests.ui.following.kept FOLDER INDEX GRACE` follows until it is killed, and reads what arrives in between.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from rag import Config, IndexUnusableError, Kept, Reading, Report
from rag.indexing import build, delete, kept
from rag.indexing.opening import open_store
from tests.fakes import HashingEncoder
from ui.following.diary import Diary
from ui.following.follower import Follower
from ui.following.watcher import Watcher
from ui.keeping.folder import arrived
from ui.keeping.job import Indexing

STILL = 0.05
"""Seconds that files must hold still: short, so that much happens in a second."""


class Looked:
    """Tells of an index what following asks, without a model."""

    def __init__(self, config: Config) -> None:
        self.config = config

    def digests(self) -> Mapping[str, str]:
        return self._of(lambda store: store.digests()) or {}

    def pages(self) -> tuple[Kept, ...]:
        return self._of(kept.pages) or ()

    def reading(self, page: str, article: int) -> Reading:
        return self._of(lambda store: store.reading(page, article))

    def texts(self) -> dict[str, str]:
        return self._of(lambda store: {n: page.text for n in store.digests() if (page := store.page(n))}) or {}

    def _of(self, told: Any) -> Any:
        try:
            store = open_store(self.config)
        except IndexUnusableError:
            return None
        with store.engine.done():
            return told(store)


def reading(config: Config, paths: Any, *others: Any, **how: Any) -> Report:
    return build(config, list(paths), *others, encoder=HashingEncoder(), load_names=lambda: None, **how)


deleting = partial(delete, encoder=HashingEncoder(), load_names=lambda: None)


def followed(folder: Path, index: Path, grace: float = 0.0, still: float = 0.0) -> tuple[Follower, Indexing]:
    """One who follows the folder, and what changes the index."""
    config = Config(index=index)
    index.mkdir(exist_ok=True)
    indexing = Indexing(config, folder, reading, deleting)
    return Follower(indexing, Looked(config), indexing.notes, Diary(index), grace, still), indexing


def settled(follower: Follower, indexing: Indexing, looks: int = 12) -> int:
    """Look until there is nothing to do; how many looks that took."""
    for look in range(looks):
        seen = follower.look()
        if seen is None:
            return look
        indexing.follow(partial(follower.carry_out, seen))
    raise AssertionError(f"after {looks} looks there was still {seen.todo}")


def main() -> None:
    folder, index, grace = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    follower, indexing = followed(folder, index, grace, STILL)
    watcher = Watcher(follower, indexing, often=0.05, share=0)
    watcher.start()
    Thread(target=_receives, args=(indexing,), daemon=True).start()
    while True:
        time.sleep(60)


def _receives(indexing: Indexing) -> None:
    """As the browser does it: what arrived is read."""
    while True:
        time.sleep(0.1)
        if arrived(indexing.folder):
            indexing.begin()


if __name__ == "__main__":
    main()
