"""Which ways lead to the page. The framework under it has some seventy more, for uploads, histories, editors and monitors;
new ones come with its releases. So what is open is listed, and all else is closed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus

from ui.gate.answers import App, Receive, Scope, Send, answer

READ, ASK, BOTH, PUT = ("GET", "HEAD"), ("POST",), ("GET", "HEAD", "POST"), ("PUT",)
_FILE = r"(?!.*\.\.)[\w@+-][\w.@+-]*(?:/[\w@+-][\w.@+-]*)*"
_ID = r"[\w-]{1,64}"
_ASKED = "(?:ask|search|list_events|read_article|person|changes_since)"


@dataclass(frozen=True, slots=True)
class Door:
    """A way in: its path (a pattern of the whole), the methods it takes, what it is for."""

    path: str
    methods: tuple[str, ...]
    purpose: str


DOORS = (
    Door("/", READ, "the page"),
    Door("/login", BOTH, "name and password, where they are asked for"),
    Door("/logout", ASK, "leaving"),
    Door("/config", READ, "how the page is put together"),
    Door(r"/own/[0-9a-f]{16}\.(?:css|js)", READ, "the page's own scripts and styles"),
    Door(f"/assets/{_FILE}", READ, "the framework's scripts and styles"),
    Door(f"/static/{_FILE}", READ, "the framework's pictures and fonts"),
    Door("/favicon.ico", READ, "the page's icon"),
    Door("/theme.css", READ, "the page's colours"),
    Door("/events/file", READ, "the table of events as a file"),
    Door("/taken", READ, "an answer, a person or a period as a file"),
    Door("/watch/(?:feed|file)", READ, "what a watch found, as a feed and as a file"),
    Door("/watch/names", ASK, "where the names of a list are printed"),
    Door("/conversation/asking", ASK, "a question"),
    Door("/pages/arriving", PUT, "a dropped file"),
    Door("/pages/file", READ, "the file that a page was read of"),
    Door("/pages/picture", READ, "the picture that a page was read off"),
    Door("/pages/sheet", READ, "a sheet of the PDF that a page was read of"),
    Door("/gradio_api/component_server/?", ASK, "what a tab asks of its handlers"),
    Door("/gradio_api/info", READ, "what other programs may ask"),
    Door("/gradio_api/queue/join", ASK, "a call of another program"),
    Door("/gradio_api/queue/data", READ, "its answer"),
    Door(f"/gradio_api/call/{_ASKED}", ASK, "a call without a client library"),
    Door(f"/gradio_api/call/{_ASKED}/{_ID}", READ, "its answer"),
)

FOR_MODELS = (Door("/gradio_api/mcp/?", ASK, "tools for language models"),)
"""Open only where they were asked for. Each call is whole in itself: no stream is kept open, and no session."""


class Doors:
    """ASGI middleware: 404 for every path that is not listed, 405 for a method that its door does not take."""

    def __init__(self, app: App, mcp: bool = False) -> None:
        doors = (*DOORS, *(FOR_MODELS if mcp else ()))
        self.app, self.doors = app, [(re.compile(door.path, re.ASCII), door.methods) for door in doors]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is listed; nothing but HTTP is."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http" and (status := self._refusal(scope["path"], scope["method"])):
            await answer(send, status)
        elif scope["type"] == "http":
            await self.app(scope, receive, send)

    def _refusal(self, path: str, method: str) -> HTTPStatus | None:
        methods = next((methods for pattern, methods in self.doors if pattern.fullmatch(path)), None)
        if methods is None:
            return HTTPStatus.NOT_FOUND
        return None if method in methods else HTTPStatus.METHOD_NOT_ALLOWED
