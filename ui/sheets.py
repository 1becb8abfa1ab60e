"""Where the browser fetches a sheet of the PDF that a page was read of, drawn out of the file as it lies in the folder of pages."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from rag import Drawn, RagError, sheet_drawn
from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched
from ui.keeping.original import is_printed
from ui.language import reader_of
from ui.originals import file_of
from ui.ports import Asked
from ui.present.reasons import file_detail
from ui.problems import one_line
from ui.strings import say

PATH = "/pages/sheet"
FIGURES = 3
"""Of the number of a sheet, at most."""


def sheet_link(page: str, number: int) -> str:
    """The address of one of the sheets of a page's file, counted from 0."""
    return f"{PATH.removeprefix('/')}?{urlencode({'page': page, 'sheet': number})}"


def sheets(app: App, assistant: Asked, folder: Path) -> App:
    """ASGI middleware: `GET /pages/sheet?page=NAME&sheet=N`, a PNG or JPEG. 404 with a line for what is no page of the index,
    has no PDF in the folder, or one that cannot be drawn. Nothing keeps it, so that it is gone when the file is."""

    async def made(scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import PlainTextResponse, Response

        language = reader_of(Headers(scope=scope))
        unkept = {"cache-control": "no-store"}
        query = scope["query_string"].decode("latin-1")
        try:
            found = await run_in_threadpool(_drawn, assistant, folder, query)
        except RagError as error:
            return PlainTextResponse(file_detail(language, one_line(error)), HTTPStatus.NOT_FOUND, unkept)
        if found is None:
            return PlainTextResponse(say(language, "original.gone"), HTTPStatus.NOT_FOUND, unkept)
        return Response(found.image, headers=unkept, media_type=found.media)

    return Fetched(app, PATH, made)


def _drawn(assistant: Asked, folder: Path, query: str) -> Drawn | None:
    """The sheet that is asked for; None where there is no such page, file or number."""
    fields = {key: values[0] for key, values in parse_qs(query).items()}
    page, sheet = fields.get("page", ""), fields.get("sheet", "")
    if not (is_printed(page) and sheet.isascii() and sheet.isdigit() and len(sheet) <= FIGURES):
        return None
    found = file_of(assistant, folder, page)
    return sheet_drawn(found[0], page, int(sheet)) if found else None
