"""The page's fixed words in the reader's language, put in where Gradio left tokens for them.

Gradio's own translation knows whole tags only (a browser that asks for zh or zh-HK gets English) and offers no switch,
so the words are filled in on the way out, before the browser sees the page.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from typing import Any

from rag import Language
from ui.gate.account import may_edit, may_read, name_of
from ui.gate.answers import App, Message, Receive, Scope, Send
from ui.gate.headers import NONCE
from ui.gate.packing import PACKED, UNKEPT, VARIES, unpacks
from ui.language import COOKIE, chosen, language_of
from ui.laying import NOTHING, Look, laid_out
from ui.strings import say

_TOKEN = re.compile(r"%%([a-z0-9_.]+)%%")
_YEAR = 365 * 24 * 3600
"""Seconds for which a browser remembers the language it was switched to."""

PACKING = 4
"""How hard gzip tries: more takes longer than it saves on the way."""


def token(key: str) -> str:
    """What stands for a string until the language of the reader is known."""
    return f"%%{key}%%"


def filled(text: str, language: Language) -> str:
    """`text` with every token replaced; `app.other` is the language to switch to."""
    other = Language.EN if language is Language.ZH else Language.ZH
    return _TOKEN.sub(lambda m: other.value if m[1] == "app.other" else say(language, m[1]), text)


def complete(app: Any) -> None:
    """See that there are words for every token of a `gr.Blocks` before it is served, in every language.

    SettingError names the first that has none: Gradio, which calls on itself as it starts, would hide that.
    """
    for language in Language:
        for match in _TOKEN.finditer(json.dumps(app.get_config_file(), default=str)):
            filled(match[0], language)


class Localised:
    """ASGI middleware: fills in the first page, and remembers a language named in its address.

    `look` is what it is styled and moved by: Gradio would put it in only after its own scripts ran. `first` gives what is
    painted until then.
    """

    def __init__(self, app: App, look: Look = NOTHING, first: Callable[[Language], str] = lambda language: "") -> None:
        self.app = app
        self.look = look
        self.first = first

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but the first page, which waits until it is whole."""
        # a HEAD asks whether somebody is there, as Gradio itself does at its start, and will not wait for a page
        if scope["type"] != "http" or scope["path"] != "/" or scope.get("method") == "HEAD":
            await self.app(scope, receive, send)
            return
        page = _Page(scope, send, self)
        await self.app(scope, receive, page.send)


class _Page:
    """Holds the page back until it is whole, then sends it in the reader's language."""

    def __init__(self, scope: Scope, send: Send, parts: Localised) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        query = scope["query_string"].decode("latin-1")
        self.language, self.switched = language_of(headers, query), chosen(query)
        self.nonce, self.scope = scope.get(NONCE, ""), scope
        self.packs = unpacks(scope)
        self.start: Message = {}
        self.body = b""
        self.forward = send
        self.parts = parts

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if not message.get("more_body"):
            await self._release()

    async def _release(self) -> None:
        from starlette.concurrency import run_in_threadpool

        page = filled(self.body.decode("utf-8"), self.language)
        page = page.replace('lang="en"', f'lang="{self.language}"{self._holder()}', 1)
        body = await run_in_threadpool(self._whole, page)
        kept = [(n, v) for n, v in self.start["headers"] if n.lower() != b"content-length"]
        packed = [VARIES, PACKED] if self.packs else [VARIES]
        length = (b"content-length", str(len(body)).encode())
        self.start["headers"] = [*kept, UNKEPT, *packed, length, *self._cookie()]
        await self.forward(self.start)
        await self.forward({"type": "http.response.body", "body": body})

    def _whole(self, page: str) -> bytes:
        """The page with what is seen until the framework is there."""
        first = self.parts.first(self.language) if may_read(self.scope) else ""
        body = laid_out(page, self.parts.look, first, self.nonce).encode("utf-8")
        return gzip.compress(body, PACKING, mtime=0) if self.packs else body

    def _holder(self) -> str:
        """Whether the page is of somebody with an account, and of one who may only read: it shows accordingly."""
        return f"{' data-known' if name_of(self.scope) else ''}{'' if may_edit(self.scope) else ' data-reads'}"

    def _cookie(self) -> list[tuple[bytes, bytes]]:
        if self.switched is None:
            return []
        cookie = f"{COOKIE}={self.switched}; Path=/; Max-Age={_YEAR}; SameSite=Lax"
        return [(b"set-cookie", cookie.encode())]
