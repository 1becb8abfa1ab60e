"""Where the browser asks: one request a question, answered line by line while the answer is found.

Gradio's queue takes two requests for the same and tells the whole conversation anew each time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from rag import Language
from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.gate.crowd import Places
from ui.handlers.ask import Asking, asking_of, told
from ui.language import reader_of
from ui.ports import Asked
from ui.problems import report

PATH = "/conversation/asking"
WAITING = 60
"""Questions that may wait for those being answered: some seconds' work, and longer than anybody looks at a page."""


class Telling:
    """ASGI middleware: `POST /conversation/asking` with a question as JSON; its answer is JSON, an object a line.

    At most `at_once` questions are answered at a time; some wait, and more are told to come again.
    """

    def __init__(self, app: App, assistant: Asked, at_once: int, waiting: int = WAITING) -> None:
        self.app, self.assistant = app, assistant
        self.room = asyncio.Semaphore(at_once)
        self.places = Places(at_once + waiting)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question, pass on everything else."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self.app(scope, receive, send)
            return
        if not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
            return
        from starlette.requests import Request
        from starlette.responses import Response

        request = Request(scope, receive)
        sent = await _sent(request) if scope["method"] == "POST" else None
        if sent is None:
            await Response(status_code=HTTPStatus.BAD_REQUEST)(scope, receive, send)
            return
        await self.places.admit(send, lambda: self._answered(sent, request, send))

    async def _answered(self, sent: dict[str, Any], request: Any, send: Send) -> None:
        from starlette.responses import StreamingResponse

        async with self.room:
            lines = _lines(self.assistant, reader_of(request.headers), asking_of(sent))
            response = StreamingResponse(lines, media_type="application/x-ndjson")
            await response(request.scope, request.receive, send)


async def _sent(request: Any) -> dict[str, Any] | None:
    """The object that is the request's body; None for a body that is none."""
    try:
        sent = json.loads(await request.body())
    except ValueError:
        return None
    return sent if isinstance(sent, dict) else None


def _lines(assistant: Asked, language: Language, asking: Asking) -> Iterator[bytes]:
    try:
        for line in told(assistant, language, asking):
            yield json.dumps(line, ensure_ascii=False).encode() + b"\n"
    except Exception as error:  # what was told stands
        report(error)
