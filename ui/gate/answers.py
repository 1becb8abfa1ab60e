"""Short answers of the gate itself, and what it passes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from http import HTTPStatus
from ipaddress import IPv6Address, ip_address
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


def peer_of(scope: Scope) -> str:
    """Whom an address is counted for: itself, or of IPv6 its network, since who has one address there has all of that."""
    address = address_of(scope)
    if ":" not in address:
        return address
    known = ip_address(address.partition("%")[0])
    if isinstance(known, IPv6Address) and known.ipv4_mapped is None:
        return str(IPv6Address(int(known) >> 64 << 64))
    return str(known)
