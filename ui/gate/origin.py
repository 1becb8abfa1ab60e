"""Who may press the page's buttons: the page itself and programs, not another site that the browser has open."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from ui.gate.answers import App, Receive, Scope, Send, answer

READING = frozenset(("GET", "HEAD"))
"""Methods that change nothing."""


class OwnPages:
    """ASGI middleware: 403 for whatever another site asks a browser to send here.

    Without it any page open in a reader's browser could have pages of the index deleted: the server listens where the
    browser runs, and a request from there looks like the reader's own.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what reads, what the page sends, and what no browser sends."""
        if scope["type"] != "http" or scope["method"] in READING or own(scope):
            await self.app(scope, receive, send)
            return
        await answer(send, HTTPStatus.FORBIDDEN)


def own(scope: Scope) -> bool:
    """Whether the request comes from the page itself, or from no page at all.

    Browsers of today say which in Sec-Fetch-Site; where they do not (an older one, an address without TLS), the Origin
    they name must be the host they call.
    """
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    if site := headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
