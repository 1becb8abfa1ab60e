"""A server whose disk is full says so in one line, keeps what was acknowledged, and goes on once there is room."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from os import statvfs
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from rag.config import Config
from rag.errors import IndexUnusableError
from rag.indexing import check_index
from rag.records import OutcomeKind
from tests.engines.conftest import built, seen
from tests.engines.pages import page
from tests.engines.postgres import Server
from tests.fakes import write_pages

SMALL = 32 << 20
"""Bytes: room for an empty database and a few pages."""
LEAST = 8 << 10
"""Bytes in which no page fits: the server takes as many at a time."""


@contextmanager
def small_disk(server: Server) -> Iterator[Path]:
    """A disk of that size that is the server's own, where this process may make one."""
    with TemporaryDirectory() as folder:
        owner = Path(f"/proc/{server.process}").stat().st_uid
        options = f"size={SMALL},uid={owner},mode=700"
        made = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False
        )
        if made.returncode:
            pytest.skip("only an administrator of Linux can make a small disk")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk: Path) -> Path:
    """The file that takes up what room there is."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        left = statvfs(disk)
        with suppress(OSError):
            for _ in range(left.f_bavail * left.f_frsize // LEAST + 1):
                file.write(bytes(LEAST))
    return ballast


def test_a_full_disk(server: Server, tmp_path: Path) -> None:
    told: list[str] = []

    def put(names: Sequence[int]) -> None:
        folder = write_pages(tmp_path / f"{names[0]}", {f"{k:03}.txt": page(k) for k in names})
        built(config, folder, tell=lambda o: told.append(o.name) if o.kind is OutcomeKind.ADDED else None)

    with small_disk(server) as disk:
        server.run(f"CREATE TABLESPACE small LOCATION '{disk}'")
        server.run("CREATE DATABASE small TABLESPACE small")
        config = Config(store=server.url("small"))
        put([1])
        ballast = fill(disk)
        with pytest.raises(IndexUnusableError) as error:
            put(range(100, 160))
        assert "\n" not in str(error.value)
        assert "No space left on device" in str(error.value)
        assert str(error.value).endswith("make room on the server's disk")
        assert list(seen(config).store.digests()) == told
        ballast.unlink()
        put(range(100, 160))
        assert list(seen(config).store.digests()) == told == ["001.txt", *(f"{k}.txt" for k in range(100, 160))]
        assert check_index(config).faults == ()
        server.run("DROP DATABASE small WITH (FORCE)")
        server.run("DROP TABLESPACE small")
