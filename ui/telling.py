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
from ui.handlers.ask import Asking, asking_of, told
from ui.language import reader_of
from ui.localised import Receive, Scope, Send
from ui.ports import Asked
from ui.problems import report

PATH = "/conversation/asking"
LARGEST = 1 << 20
"""Bytes of a request: a question and those before it, as long as they may be."""


class Telling:
    """ASGI middleware: `POST /conversation/asking` with a question as JSON; its answer is JSON, an object a line.

    At most `at_once` questions are answered at a time; the others wait.
    """

    def __init__(self, app: Any, assistant: Asked, at_once: int) -> None:
        self.app, self.assistant = app, assistant
        self.room = asyncio.Semaphore(at_once)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a question, pass on everything else."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self.app(scope, receive, send)
            return
        from starlette.requests import Request
        from starlette.responses import Response, StreamingResponse

        request = Request(scope, receive)
        sent = await _sent(request) if scope["method"] == "POST" else None
        if sent is None:
            await Response(status_code=HTTPStatus.BAD_REQUEST)(scope, receive, send)
            return
        async with self.room:
            lines = _lines(self.assistant, reader_of(request.headers), asking_of(sent))
            await StreamingResponse(lines, media_type="application/x-ndjson")(scope, receive, send)


async def _sent(request: Any) -> dict[str, Any] | None:
    """The object that is the request's body; None for a body that is none, or too large."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    try:
        sent = json.loads(body)
    except ValueError:
        return None
    return sent if isinstance(sent, dict) else None


def _lines(assistant: Asked, language: Language, asking: Asking) -> Iterator[bytes]:
    try:
        for line in told(assistant, language, asking):
            yield json.dumps(line, ensure_ascii=False).encode() + b"\n"
    except Exception as error:  # what was told stands
        report(error)
