"""Short answers of the gate itself, and what it passes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
"""An ASGI application."""

Header = tuple[bytes, bytes]


async def answer(send: Send, status: HTTPStatus, line: str = "", headers: Iterable[Header] = ()) -> None:
    """A response of one line of plain text; what was not read of the request is not waited for."""
    fixed = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status.value, "headers": [*fixed, *headers]})
    await send({"type": "http.response.body", "body": line.encode()})


def header(scope: Scope, name: bytes) -> str:
    """The first header of that name, in small letters; empty where there is none."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def address_of(scope: Scope) -> str:
    """The address that the connection comes from; behind a proxy that is the proxy's."""
    client = scope.get("client")
    return str(client[0]) if client else ""
