"""Who may press the page's buttons, and have it work: the page itself and programs, not another site that the browser has open."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from ui.gate.answers import App, Receive, Scope, Send, answer, header

READING = frozenset(("GET", "HEAD"))
"""Methods that change nothing."""

OPENED = ("navigate", "document")
"""How a browser says that a link is opened in a window of its own, and is no picture, script or frame of another page."""


class OwnPages:
    """ASGI middleware: 403 for whatever another site asks a browser to send here.

    Without it any page open in a reader's browser could have pages of the index deleted: the server listens where the
    browser runs, and a request from there looks like the reader's own. Of what reads, links may be opened from anywhere;
    whatever else another site's page fetches it could not show, but it would have the server work.
    """

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what the page sends, links that are opened, and what no browser sends."""
        if scope["type"] != "http" or own(scope) or (scope["method"] in READING and opened(scope)):
            await self.app(scope, receive, send)
            return
        await answer(send, HTTPStatus.FORBIDDEN)


def own(scope: Scope) -> bool:
    """Whether the request comes from the page itself, or from no page at all.

    Browsers of today say which in Sec-Fetch-Site; where they do not (an older one, an address without TLS), the Origin
    they name must be the host they call.
    """
    if site := header(scope, b"sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = header(scope, b"origin")
    return not origin or urlsplit(origin).netloc == header(scope, b"host")


def opened(scope: Scope) -> bool:
    """Whether a browser opens this in a window of its own, or does not say what it does with it."""
    mode, kind = header(scope, b"sec-fetch-mode"), header(scope, b"sec-fetch-dest")
    return not mode or (mode, kind or OPENED[1]) == OPENED
