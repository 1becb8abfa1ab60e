"""An index that holds another several times over is one that nothing is wrong with."""

from __future__ import annotations

from pathlib import Path

from rag.config import Config
from rag.indexing import check_index
from tests.engines.conftest import built, seen
from tests.engines.pages import page
from tests.fakes import write_pages
from tests.load.scaled import scaled


def test_every_copy_is_whole_and_found(tmp_path: Path) -> None:
    built(Config(index=tmp_path / "one"), write_pages(tmp_path / "pages", {f"{k}.txt": page(k) for k in range(3)}))
    first = seen(Config(index=tmp_path / "one"))
    config = Config(index=tmp_path / "many")
    assert scaled(tmp_path / "one", config.index, 3) == 3 * first.store.count("passages")
    assert check_index(config).faults == ()
    many = seen(config)
    assert list(many.store.digests()) == sorted(f"{copy}{k}.txt" for copy in ("", "1/", "2/") for k in range(3))
    found = [i for i, _ in many.lexical.search(["水泥"], 100)]
    assert sorted(many.store.passages(found)[i].page for i in found) == sorted(many.store.digests())
    (ids, vectors), *_ = first.store.vectors()
    near = many.dense.search(vectors[0], 3)
    assert [many.store.passages([i])[i].text for i, _ in near] == [first.store.passages(ids)[ids[0]].text] * 3
    assert near[0][0] == ids[0]
    assert near[0][1] > near[1][1]
