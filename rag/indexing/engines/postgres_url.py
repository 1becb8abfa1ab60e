"""The URL of a PostgreSQL server, taken apart: postgresql://user:password@host:port/database?sslmode=verify-full."""

from __future__ import annotations

import os
import socket
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit, urlunsplit

from rag.errors import IndexUnusableError, SettingError

PATIENCE = 10.0
"""Seconds that a server has to answer at all."""
PORT = 5432
MODES = ("disable", "require", "verify-full")
"""What may be asked of the way to the server: as it is, encrypted, or encrypted and known by its certificate."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and who asks. `folder` is that of a socket on this machine, in place of a host."""

    user: str
    password: str | None
    host: str
    port: int
    database: str
    folder: str
    mode: str
    shown: str

    @classmethod
    def of(cls, url: str) -> Address:
        """SettingError for what is no such URL."""
        parts, shown = urlsplit(url), named(url)
        asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        mode = asked.pop("sslmode", MODES[0])
        folder = asked.pop("host", "")
        try:
            port = parts.port or PORT
        except ValueError:
            raise _wrong(shown, "its port is no number") from None
        if asked or mode not in MODES:
            raise _wrong(shown, f"of options there are host=FOLDER and sslmode={'|'.join(MODES)}")
        if not parts.path.strip("/"):
            raise _wrong(shown, "it names no database")
        user = unquote(parts.username or os.environ.get("PGUSER") or os.environ.get("USER") or "postgres")
        password = unquote(parts.password or "") or os.environ.get("PGPASSWORD")
        return cls(user, password, parts.hostname or "localhost", port, unquote(parts.path[1:]), folder, mode, shown)

    def reached(self) -> dict[str, Any]:
        """What a connection is made with. IndexUnusableError where nobody answers."""
        common = {"user": self.user, "password": self.password, "database": self.database}
        if self.folder:
            return {**common, "unix_sock": f"{self.folder}/.s.PGSQL.{self.port}"}
        try:
            socket.create_connection((self.host, self.port), PATIENCE).close()
        except OSError as error:
            fact = f"the server of the index {self.shown} does not answer ({error})"
            raise IndexUnusableError(fact, "start it, or name another with --store") from error
        return {**common, "host": self.host, "port": self.port, "ssl_context": self._secured()}

    def _secured(self) -> ssl.SSLContext | None:
        if self.mode == "disable":
            return None
        context = ssl.create_default_context()
        if self.mode == "require":
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return context


def named(url: str) -> str:
    """A URL as it may be shown: without the password, and without what stands behind it."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}", query=""))


def _wrong(shown: str, why: str) -> SettingError:
    return SettingError(f"{shown} cannot be used: {why}", "write postgresql://user@host:5432/database")
