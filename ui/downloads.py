"""Where the browser fetches files of the event table: written while they are sent, so that none is held whole."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import parse_qsl

from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer
from ui.handlers.events import exported
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.ports import Asked
from ui.problems import report

PATH = "/events/file"


class Downloads:
    """ASGI middleware: `GET /events/file?as=csv` or `as=jsonl`, with the filters and the order of the table."""

    def __init__(self, app: App, assistant: Asked) -> None:
        self.app, self.assistant = app, assistant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, pass on everything else; 400 for a kind of file or a day that is none."""
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
            return
        from starlette.datastructures import Headers
        from starlette.responses import Response, StreamingResponse

        fields = fields_of(dict(parse_qsl(scope["query_string"].decode("latin-1"))))
        file = exported(self.assistant, reader_of(Headers(scope=scope)), fields)
        if file is None:
            await Response(status_code=HTTPStatus.BAD_REQUEST)(scope, receive, send)
            return
        name, pieces = file
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        await StreamingResponse(_told(pieces), headers=headers, media_type="text/plain")(scope, receive, send)


def _told(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces; what goes wrong under way is reported, and breaks the download off so that it is not taken for whole."""
    try:
        yield from pieces
    except Exception as error:
        report(error)
        raise ConnectionAbortedError from None
