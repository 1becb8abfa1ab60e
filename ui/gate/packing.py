"""What goes over the wire small, and what need go over it once."""

from __future__ import annotations

import re

from ui.gate.answers import App, Header, Message, Receive, Scope, Send, header

PACKED: Header = (b"content-encoding", b"gzip")
VARIES: Header = (b"vary", b"accept-encoding")

KEPT: Header = (b"cache-control", b"private, max-age=31536000, immutable")
"""For a year, by the reader's own browser alone: others may need to log in first."""

UNKEPT: Header = (b"cache-control", b"no-store")
"""For what is of one reader at one time."""

_NAMED = re.compile(r"/(?:assets|own)/[^?]+")
"""Files whose names tell their content: another content has another name."""


def unpacks(scope: Scope) -> bool:
    """Whether who asks reads gzip."""
    given = header(scope, b"accept-encoding").replace(" ", "").lower().split(",")
    return any(one == "gzip" or (one.startswith("gzip;") and not one.endswith(";q=0")) for one in given)


class Kept:
    """ASGI middleware: the browser is told to keep files whose names tell their content, and asks for none of them again."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the header joins a response that is such a file."""

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"] = [*message["headers"], KEPT]
            await send(message)

        named = scope["type"] == "http" and _NAMED.fullmatch(scope["path"])
        await self.app(scope, receive, kept if named else send)
