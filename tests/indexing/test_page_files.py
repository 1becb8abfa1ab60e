"""Which file a page was read of is known by the digest of its bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from rag import Config
from rag.indexing import open_indexes
from rag.indexing.store import AT_ONCE
from tests.fakes import HashingEncoder
from tests.indexing.conftest import Build


def test_the_index_knows_which_file_a_page_was_read_of(built: Build, config: Config, folder: Path) -> None:
    built(folder)
    names = sorted(path.name for path in folder.iterdir())
    store = open_indexes(config, HashingEncoder()).store
    found = store.files([*names, "none.txt", *(f"{n}.txt" for n in range(AT_ONCE))])
    kept = {page.name: page.file for page in store.pages()}
    assert found == {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    assert kept == found
