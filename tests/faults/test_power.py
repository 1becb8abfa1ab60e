"""What was told is there after a power cut: pages, files that arrived, accounts, backups."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rag.config import Config
from rag.corrections import Entry, ledger_of
from rag.indexing import back_up, restore
from rag.ruled import Ruling, Thing
from tests.fakes import write_pages
from tests.faults.acts import ACTS, BASE, Act, built, state
from tests.faults.disk import failing, layer
from tests.faults.power import POLICIES, Cut, Recording, held, lay, power_cuts
from ui.gate.account import Role
from ui.keeping.folder import arrived, landed, new_part

IN_CI = 5

pytestmark = [
    pytest.mark.skipif(layer() is None, reason="Python's SQLite is not a library that a file system can be laid over"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what is written out is known by /proc"),
]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_pages(act: Act, tmp_path: Path) -> None:
    assert power_cuts(act, tmp_path, IN_CI) >= IN_CI


def test_a_disk_that_only_says_it_writes_out_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="a page that was told is not there"):
        power_cuts(ACTS[1], tmp_path, IN_CI, lies=True)


@pytest.fixture(params=POLICIES)
def cut(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Callable[[], object]], None]:
    """Does something in a folder, and leaves of it what a power cut right after would."""

    def after(do: Callable[[], object]) -> None:
        before = held(tmp_path)
        disk = Recording()
        with failing(disk):
            do()
        for path in tmp_path.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        lay(Cut(disk.acts, before), request.param, random.Random(1))

    return after


def test_a_file_that_arrived(tmp_path: Path, cut: Callable[[Callable[[], object]], None]) -> None:
    def arrives() -> None:
        part = new_part(tmp_path, "drop12345")
        part.write_text(BASE["a.txt"], encoding="utf-8")
        landed(part, "a.txt")

    cut(arrives)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in arrived(tmp_path)] == [("a.txt", BASE["a.txt"])]


def test_accounts(tmp_path: Path, cut: Callable[[Callable[[], object]], None]) -> None:
    pytest.importorskip("argon2", reason="what keeps passwords is not installed")
    from ui.gate.accounts import Accounts

    cut(lambda: Accounts(tmp_path / "accounts.json").put("wang", "a long password", Role.EDITOR))
    cut(lambda: Accounts(tmp_path / "accounts.json").put("li", "another password", Role.READER))
    assert [account.name for account in Accounts(tmp_path / "accounts.json").all()] == ["li", "wang"]


def test_a_backup(tmp_path: Path, cut: Callable[[Callable[[], object]], None]) -> None:
    config = Config(index=tmp_path / "index")
    built(config, [write_pages(tmp_path / "pages", BASE)])
    known = state(config)
    ledger_of(config).add(Entry(Thing.PERSON, Ruling.CONFIRM, "a.txt", "0" * 64, was=("陈志远",)))
    cut(lambda: back_up(config, tmp_path / "copy"))
    ruled = ledger_of(config).path
    shutil.rmtree(tmp_path / "index")
    shutil.rmtree(ruled.parent)
    restore(config, tmp_path / "copy")
    assert state(config) == known
    assert [e.was for e in ledger_of(config).entries()] == [("陈志远",)]
