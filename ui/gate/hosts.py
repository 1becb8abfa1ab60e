"""By which names the page may be called: a site whose name is made to point at this machine is not one of them."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from http import HTTPStatus
from ipaddress import ip_address

from ui.gate.answers import App, Receive, Scope, Send, answer

_HOST = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[0-9a-z._-]{1,253})(?::\d{1,5})?", re.ASCII | re.IGNORECASE)
OWN = ("localhost",)
"""Names that every machine has for itself."""


class Hosts:
    """ASGI middleware: 421 for a request to another host than this one.

    A browser sends a page's requests to whatever address the name of its site has at the moment. So a stranger's site may
    become this server as far as the browser knows, and read and change what it likes; but the name stays the stranger's.
    A bare address is nobody's name, and always let in.
    """

    def __init__(self, app: App, names: Iterable[str]) -> None:
        self.app, self.names = app, frozenset(name.lower().strip("[]") for name in (*OWN, *names))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is meant for this host."""
        if scope["type"] == "http" and not self._is_ours(scope):
            line = "This is not the host you called. Whoever serves the page can allow its name: --allow-host NAME\n"
            await answer(send, HTTPStatus.MISDIRECTED_REQUEST, line)
            return
        await self.app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        given = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        found = _HOST.fullmatch(given[0]) if len(given) == 1 else None
        return found is not None and self._known(found[1].lower().strip("[]").removesuffix("."))

    def _known(self, name: str) -> bool:
        return name in self.names or _is_address(name)


def own_names(host: str) -> tuple[str, ...]:
    """What a server that listens there is called: the host it was given, and this machine's name where that is open."""
    return (host, socket.gethostname(), socket.getfqdn()) if not is_loopback(host) else (host,)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    return host == "localhost" or (_is_address(host) and ip_address(host.strip("[]")).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
