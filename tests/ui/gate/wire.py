"""Parts of the gate behind a real server, and raw requests to it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from ui.gate.answers import App
from ui.gate.server import serve


async def nothing(scope: Any, receive: Any, send: Any) -> None:
    """The page, if all it did were to say that a request reached it."""
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"reached"})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(app: App, **bounds: float) -> Iterator[str]:
    """The address of a server of this application."""
    port = free_port()
    page = serve(app, "127.0.0.1", port, **bounds)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        page.close()


def connected(address: str, peer: str = "", patience: float = 20.0) -> socket.socket:
    """A connection to a server, from another address of this machine if one is given; without such the test is skipped."""
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    try:
        return socket.create_connection((host, int(port)), patience, (peer, 0) if peer else None)
    except OSError:
        if not peer:
            raise
        pytest.skip(f"this machine has no address {peer}")


@contextmanager
def held(address: str, count: int, *pieces: bytes, peer: str = "") -> Iterator[list[socket.socket]]:
    """So many connections on which these bytes were sent and nothing more is."""
    with ExitStack() as stack:
        lines = []
        for _ in range(count):
            lines.append(stack.enter_context(connected(address, peer)))
            for piece in pieces:
                lines[-1].sendall(piece)
        yield lines


def raw(address: str, *pieces: bytes, patience: float = 20.0, peer: str = "") -> bytes:
    """What comes back for bytes that are sent as they are, until the server closes the connection."""
    with connected(address, peer, patience) as line:
        for piece in pieces:
            line.sendall(piece)
        return rest(line)


def rest(line: socket.socket) -> bytes:
    """What comes on a connection until the server closes it."""
    found = b""
    while more := line.recv(1 << 16):
        found += more
    return found


def status(response: bytes) -> int:
    """0 where the connection was closed without a word."""
    return int(response.split(b" ", 2)[1]) if response else 0
