"""Where the browser fetches the picture that a page was read off: out of the index, like the page's words."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs, urlencode

from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched
from ui.ports import Asked

PATH = "/pages/picture"
FIGURES = 3
"""Of the number of a sheet, at most."""


def picture_link(page: str, place: int, digest: str) -> str:
    """The address of one of a page's pictures; another one where the page was replaced by another."""
    return f"{PATH.removeprefix('/')}?{urlencode({'page': page, 'sheet': place, 'of': digest})}"


def pictures(app: App, assistant: Asked) -> App:
    """ASGI middleware: `GET /pages/picture?page=NAME&sheet=N`, a JPEG; 404 where there is none. Nothing keeps it, so that it is
    gone when the page is."""

    async def made(scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.responses import Response

        jpeg = await run_in_threadpool(_jpeg, assistant, scope["query_string"].decode("latin-1"))
        status = HTTPStatus.OK if jpeg else HTTPStatus.NOT_FOUND
        headers = {"cache-control": "no-store"}
        return Response(jpeg or b"", status.value, headers, media_type="image/jpeg" if jpeg else "text/plain")

    return Fetched(app, PATH, made)


def _jpeg(assistant: Asked, query: str) -> bytes | None:
    fields = {key: values[0] for key, values in parse_qs(query).items()}
    page, sheet = fields.get("page", ""), fields.get("sheet", "")
    if not (page and sheet.isascii() and sheet.isdigit() and len(sheet) <= FIGURES):
        return None
    return assistant.picture(page, int(sheet))
