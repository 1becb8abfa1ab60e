"""Where the browser fetches files of the event table: written while they are sent, so that none is held whole."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import parse_qsl

from rag import piece_by_piece
from ui.events.handler import exported
from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched
from ui.handlers.sent import fields_of
from ui.language import reader_of
from ui.ports import Asked
from ui.problems import report

PATH = "/events/file"
LONGEST = 120.0
"""Seconds of the processor for all of a file."""


def downloads(app: App, assistant: Asked) -> App:
    """ASGI middleware: `GET /events/file?as=csv` or `as=jsonl`, with the filters and the order of the table; 400 for a kind
    of file or a day that is none."""

    async def made(scope: Scope) -> App:
        from starlette.datastructures import Headers
        from starlette.responses import Response, StreamingResponse

        fields = fields_of(dict(parse_qsl(scope["query_string"].decode("latin-1"))))
        file = exported(assistant, reader_of(Headers(scope=scope)), fields)
        if file is None:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        name, pieces = file
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return StreamingResponse(whole(pieces), headers=headers, media_type="text/plain")

    return Fetched(app, PATH, made)


def whole(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces, as long as they may take; what goes wrong under way is reported, and breaks the download off so that it is
    not taken for whole."""
    try:
        yield from piece_by_piece(pieces, LONGEST)
    except Exception as error:
        report(error)
        raise ConnectionAbortedError from None
