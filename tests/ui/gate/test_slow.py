"""Whoever does not take an answer holds nothing for long, and nobody up."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tests.ui.gate.wire import nothing, raw, running, status

STALLED = 1.0
LARGE = 32 << 20
"""Bytes that fit into no buffer of the system."""

GET = b"GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


class Page:
    """Sends a large answer, at once or in pieces, and knows when it was done with it."""

    def __init__(self) -> None:
        self.ended = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan" or scope["path"] == "/small":
            await nothing(scope, receive, send)
            return
        pieces = 1 if scope["path"] == "/at-once" else 64
        await send({"type": "http.response.start", "status": 200, "headers": []})
        try:
            for _ in range(pieces):
                await send({"type": "http.response.body", "body": b"x" * (LARGE // pieces), "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            self.ended = True


@contextmanager
def asking(address: str, path: bytes, room: int) -> Iterator[socket.socket]:
    """A client that asks, and has room for so many bytes that it has not taken."""
    host, _, port = address.removeprefix("http://").rstrip("/").partition(":")
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        line.connect((host, int(port)))
        line.sendall(GET % path)
        yield line


@pytest.mark.parametrize("path", [b"/at-once", b"/in-pieces"])
def test_an_answer_that_is_not_taken_is_given_up(path: bytes) -> None:
    page = Page()
    with running(page, stalled=STALLED) as address, asking(address, path, 1 << 10):
        assert status(raw(address, GET % b"/small")) == 299
        until = time.monotonic() + 10 * STALLED
        while not page.ended and time.monotonic() < until:
            time.sleep(0.05)
        assert page.ended


@pytest.mark.parametrize("path", [b"/at-once", b"/in-pieces"])
def test_one_who_takes_it_slowly_gets_the_whole(path: bytes) -> None:
    page, taken = Page(), 0
    with running(page, stalled=STALLED) as address, asking(address, path, 1 << 18) as line:
        began = time.monotonic()
        while piece := line.recv(1 << 18):
            taken += len(piece)
            time.sleep(0.02 if time.monotonic() - began < 2.5 * STALLED else 0)
    assert taken > LARGE
