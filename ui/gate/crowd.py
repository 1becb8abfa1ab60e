"""How many requests are worked on at a time: past that one is told when to come again, rather than left to wait."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from ui.gate.answers import App, Receive, Scope, Send, answer

MOST = 200
"""Requests at a time. Fifty readers who all press a key at once have as many."""

AGAIN = 3
"""Seconds after which it is worth coming again."""

STAYING = "/gradio_api/heartbeat/"
"""Each open page keeps one such request open, which costs nothing but its connection."""


class Places:
    """So many at a time and no more."""

    def __init__(self, most: int) -> None:
        self.most, self.taken = most, 0

    async def admit(self, send: Send, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work where there is a place for it, else say when to come again."""
        if self.taken >= self.most:
            await refused(send)
            return
        self.taken += 1
        try:
            await work()
        finally:
            self.taken -= 1


class Crowd:
    """ASGI middleware: 503 with Retry-After where `most` requests are being worked on already."""

    def __init__(self, app: App, most: int = MOST) -> None:
        self.app, self.places = app, Places(most)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what there is room for."""
        if scope["type"] != "http" or scope["path"].startswith(STAYING):
            await self.app(scope, receive, send)
            return
        await self.places.admit(send, lambda: self.app(scope, receive, send))


async def refused(send: Send) -> None:
    """Say that there are too many at the moment, and when to come again."""
    line = f"Too many are asking at the moment. Please try again in {AGAIN} seconds.\n"
    await answer(send, HTTPStatus.SERVICE_UNAVAILABLE, line, [(b"retry-after", str(AGAIN).encode())])
