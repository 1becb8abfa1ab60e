"""A disk that is full, broken or read-only at some write while the folder is followed: a line, and nothing is lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.fakes import write_pages
from tests.faults.disk import Disk, Failing, failing, layer
from tests.indexing.conftest import BRIDGE, SCHOOL
from tests.ui.following.churn import page
from tests.ui.following.kept import Looked, followed, settled
from ui.keeping.folder import landed, new_part

WRITES = (1, 2, 3, 5, 8, 13, 21, 34, 55)
"""At which of its writes the disk fails."""
HOWS = (Failing.FULL, Failing.BROKEN, Failing.READ_ONLY)


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("at", WRITES)
def test_a_disk_that_fails_loses_nothing(
    tmp_path: Path, at: int, lasting: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    if layer() is None:
        pytest.skip("no file system can be laid over this Python's SQLite")
    folder = write_pages(tmp_path / "pages", {"a.txt": BRIDGE, "b.txt": SCHOOL})
    follower, indexing = followed(folder, tmp_path / "index")
    settled(follower, indexing)
    part = new_part(folder, "dropdrop")
    part.write_text(page(9), encoding="utf-8", newline="")
    landed(part, "mine.txt")
    indexing.begin()
    indexing.wait(60)
    write_pages(folder, {"a.txt": page(1), "c.txt": page(2), "mine.txt": page(3)})
    (folder / "b.txt").unlink()
    with failing(Disk(HOWS[at % len(HOWS)], at, lasting)) as disk:
        for _ in range(2):
            if seen := follower.look():
                indexing.follow(partial(follower.carry_out, seen))
    assert disk.writes >= at, "there were fewer writes: nothing failed"
    told = capsys.readouterr().err.splitlines()
    assert all(line.startswith("wenzheng: ") for line in told), told
    assert len(told) == len(set(told)), "a trouble that lasts is told once"
    settled(follower, indexing)
    texts = Looked(indexing.config).texts()
    assert texts == {"a.txt": page(1), "c.txt": page(2), "mine.txt": page(3)}
    aside = {path.read_text(encoding="utf-8") for path in (folder / ".deleted").iterdir()}
    assert page(9) in aside, "what was brought in the browser is gone"
