"""Where the browser asks: one request a question, answered line by line while the answer is found.

Gradio's queue takes two requests for the same and tells the whole conversation anew each time.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from ui.ask.handler import Line, asking_of, told
from ui.gate.account import may_edit, may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.gate.crowd import refused
from ui.gate.working import Room
from ui.language import reader_of
from ui.ports import Asked
from ui.problems import report

PATH = "/conversation/asking"
WAITING = 60
"""Questions that may wait for those being answered: some seconds' work, and longer than anybody looks at a page."""

Lines = asyncio.Queue[bytes | None]
"""Of an answer, as they are worked out; None after the last."""


class Telling:
    """ASGI middleware: `POST /conversation/asking` with a question as JSON; its answer is JSON, an object a line.

    At most `at_once` questions are answered at a time; some wait, and more are told to come again. The files of the pages lie
    in `folder`.
    """

    def __init__(
        self, app: App, assistant: Asked, at_once: int, waiting: int = WAITING, folder: Path | None = None
    ) -> None:
        self.app, self.assistant, self.folder = app, assistant, folder
        self.room = Room(at_once, waiting)

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
        if self.room.places.full():
            await refused(send)
            return
        with self.room.places.take():
            await self._answered(sent, request, send)

    async def _answered(self, sent: dict[str, Any], request: Any, send: Send) -> None:
        from starlette.responses import StreamingResponse

        lines: Lines = asyncio.Queue()
        work = asyncio.create_task(self._worked_out(sent, request, lines))
        try:
            response = StreamingResponse(_each(lines), media_type="application/x-ndjson")
            await response(request.scope, request.receive, send)
        finally:
            work.cancel()
            await asyncio.wait([work])

    async def _worked_out(self, sent: dict[str, Any], request: Any, lines: Lines) -> None:
        """Put the lines of the answer there; whoever takes them slowly keeps nobody else waiting."""
        from starlette.concurrency import iterate_in_threadpool

        async with self.room.turn:
            language, correctable = reader_of(request.headers), may_edit(request.scope)
            answering = _lines(told(self.assistant, language, asking_of(sent), correctable, self.folder))
            async for line in iterate_in_threadpool(answering):
                lines.put_nowait(line)
        lines.put_nowait(None)


async def _sent(request: Any) -> dict[str, Any] | None:
    """The object that is the request's body; None for a body that is none."""
    try:
        sent = json.loads(await request.body())
    except ValueError:
        return None
    return sent if isinstance(sent, dict) else None


async def _each(lines: Lines) -> AsyncIterator[bytes]:
    while (line := await lines.get()) is not None:
        yield line


def _lines(answering: Iterator[Line]) -> Iterator[bytes]:
    try:
        for line in answering:
            yield json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    except Exception as error:  # what was told stands
        report(error)
