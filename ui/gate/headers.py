"""What every response tells the browser: nothing comes from, or goes to, another host, and no script stands in the text."""

from __future__ import annotations

import secrets

from ui.gate.answers import App, Message, Receive, Scope, Send

NONCE = "wenzheng.nonce"
"""Where the request holds the word by which the page's own scripts are known; another one for each request."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'nonce-{nonce}' 'unsafe-eval'",  # the framework compiles its templates in the browser
        "style-src 'self' 'unsafe-inline'",  # and sets styles on elements
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""The browser enforces this even against markup that slipped through every other precaution."""

HEADERS = (
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
)
OF_OTHERS = b"access-control-"
"""What would let another site's page read the answer; the framework sets it for every page of this machine."""


class Guarded:
    """ASGI middleware that adds these headers, and takes away what lets other sites in."""

    def __init__(self, app: App, secure: bool = False) -> None:
        self.app = app
        only_tls = ((b"strict-transport-security", b"max-age=31536000"),)
        self.headers = (*HEADERS, *(only_tls if secure else ()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the headers join the response as it starts."""
        scope[NONCE] = nonce = secrets.token_urlsafe(16)
        policy = (b"content-security-policy", POLICY.format(nonce=nonce).encode())

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(n, v) for n, v in message["headers"] if not n.lower().startswith(OF_OTHERS)]
                message["headers"] = [*kept, policy, *self.headers]
            await send(message)

        await self.app(scope, receive, guarded if scope["type"] == "http" else send)
