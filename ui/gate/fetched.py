"""What the browser fetches by an address of its own: a file, a picture. Who asks is looked at here, once for all."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.gate.doors import READ

Made = Callable[[Scope], Awaitable[App]]
"""From a request to the response that is sent, which is an application too."""


class Fetched:
    """ASGI middleware: `GET` of one path is answered by what `made` makes of it, `HEAD` by its heads alone (the server sends
    no body then), all else is passed on. 403 for whoever may not read."""

    def __init__(self, app: App, path: str, made: Made) -> None:
        self.app, self.path, self.made = app, path, made

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is fetched, or pass the request on."""
        if scope["type"] != "http" or scope["path"] != self.path or scope["method"] not in READ:
            await self.app(scope, receive, send)
        elif not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        else:
            await (await self.made(scope))(scope, receive, send)
