"""Where the browser fetches the file that a page was read of: as it lies in the folder of pages, and nothing else that lies
there.

It is always a download, PDF too: web pages, mails and documents of others must not run under this page's address.
"""

from __future__ import annotations

import os
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from urllib.parse import parse_qs, urlencode

from rag import RagError
from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched
from ui.keeping.original import original_path
from ui.language import reader_of
from ui.ports import Asked
from ui.present.reasons import detail
from ui.problems import one_line
from ui.strings import say

PATH = "/pages/file"
MEDIA = "application/octet-stream"
"""Of every file: what a browser is to take for a page or a picture is none of ours."""


def original_link(page: str) -> str:
    """The address of a page's file."""
    return f"{PATH.removeprefix('/')}?{urlencode({'page': page})}"


def originals(app: App, assistant: Asked, folder: Path) -> App:
    """ASGI middleware: `GET /pages/file?page=NAME`, the file under its own name. 404 with a line for what is no page of the
    index, or has no file in the folder, or one that cannot be opened."""

    async def made(scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import FileResponse, PlainTextResponse

        language = reader_of(Headers(scope=scope))
        page = parse_qs(scope["query_string"].decode("latin-1")).get("page", [""])[0]
        unkept = {"cache-control": "no-store"}
        try:
            found = await run_in_threadpool(file_of, assistant, folder, page)
        except RagError as error:
            return PlainTextResponse(detail(language, one_line(error)), HTTPStatus.NOT_FOUND, unkept)
        if found is None:
            return PlainTextResponse(say(language, "original.gone"), HTTPStatus.NOT_FOUND, unkept)
        path, stat = found
        name = PurePosixPath(page).name
        return FileResponse(path, headers=unkept, media_type=MEDIA, filename=name, stat_result=stat)

    return Fetched(app, PATH, made)


def file_of(assistant: Asked, folder: Path, page: str) -> tuple[Path, os.stat_result] | None:
    """Where the file of a page of the index lies and what it is like, once it could be opened; None where it could not."""
    path = original_path(folder, page)
    if path is None or page not in assistant.files([page]):
        return None
    try:
        with path.open("rb") as file:
            stat = os.fstat(file.fileno())
    except OSError:
        return None
    return (path, stat) if S_ISREG(stat.st_mode) else None
