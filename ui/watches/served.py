"""Where a browser, a spreadsheet and a reader of feeds fetch what watches found, and a list of names is looked up."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from rag import Language, OverdueError, RagError
from ui.events.served import whole
from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send, answer, header
from ui.gate.fetched import Fetched
from ui.language import reader_of
from ui.ports import Asked
from ui.present.reasons import detail
from ui.problems import one_line
from ui.strings import say
from ui.watches.feed import ENTRIES, MEDIA, feed
from ui.watches.names import names_of
from ui.watches.records import Watch
from ui.watches.running import bring_up
from ui.watches.sheets import hits_csv, names_csv
from ui.watches.showing import shown
from ui.watches.store import Watches

FEED, FILE, NAMES = "/watch/feed", "/watch/file", "/watch/names"
_CSV = "text/csv; charset=utf-8"


def watched(app: App, assistant: Asked, watches: Watches) -> App:
    """ASGI middleware: `GET /watch/feed?id=…` is the Atom feed of a watch, `GET /watch/file?id=…` all that it found as CSV; 404
    where there is no such watch. `POST /watch/names` with `{"names": text}` is a CSV of where they are printed; 400 and a
    line for what is no list."""
    serving = _Serving(assistant, watches)
    return _Names(Fetched(Fetched(app, FEED, serving.feed), FILE, serving.file), assistant)


class _Serving:
    """A reader of feeds may come every second: that nothing is new is told from two numbers, without a look at any page."""

    def __init__(self, assistant: Asked, watches: Watches) -> None:
        self._assistant, self._watches = assistant, watches

    async def feed(self, scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import Response

        language = reader_of(Headers(scope=scope))
        base = f"{scope.get('scheme', 'http')}://{header(scope, b'host')}/"
        tag, content = await run_in_threadpool(self._feed, scope, language, base, header(scope, b"if-none-match"))
        if not tag:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        headers = {"etag": tag, "cache-control": "no-cache", "vary": "accept-language, cookie"}
        if content is None:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Response(content, headers=headers, media_type=MEDIA)

    def _feed(self, scope: Scope, language: Language, base: str, known: str) -> tuple[str, bytes | None]:
        """The tag of the feed, empty where there is none, and the feed if it is not the one that is known."""
        watch = self._watch(scope)
        if watch is None:
            return "", None
        bring_up(self._watches, self._assistant)
        tag = f'"{watch.id}-{self._assistant.generation()}-{self._watches.changes()}-{language}"'
        if tag in known.replace("W/", "").replace(" ", "").split(","):
            return tag, None
        hits = self._watches.finds.latest(watch.id, ENTRIES)
        return tag, feed(language, watch, list(shown(self._assistant, hits)), base)

    async def file(self, scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import Response, StreamingResponse

        watch = await run_in_threadpool(self._watch, scope)
        if watch is None:
            return Response(status_code=HTTPStatus.NOT_FOUND)
        await run_in_threadpool(bring_up, self._watches, self._assistant)
        hits = await run_in_threadpool(self._watches.finds.standing, watch.id)
        found = shown(self._assistant, hits)
        headers = {"content-disposition": 'attachment; filename="wenzheng-watch.csv"'}
        return StreamingResponse(
            whole(hits_csv(reader_of(Headers(scope=scope)), found)), headers=headers, media_type=_CSV
        )

    def _watch(self, scope: Scope) -> Watch | None:
        fields = parse_qs(scope["query_string"].decode("latin-1"))
        return self._watches.get(fields.get("id", [""])[0])


class _Names:
    def __init__(self, app: App, assistant: Asked) -> None:
        self.app, self.assistant = app, assistant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != NAMES:
            await self.app(scope, receive, send)
        elif not may_read(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        else:
            await (await self._answered(scope, receive))(scope, receive, send)

    async def _answered(self, scope: Scope, receive: Receive) -> Any:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import PlainTextResponse, StreamingResponse

        language = reader_of(Headers(scope=scope))
        try:
            names = names_of(_text((await receive()).get("body", b"")))
            found = await run_in_threadpool(self.assistant.printed, names)
        except OverdueError:
            return PlainTextResponse(say(language, "problem.OverdueError"), HTTPStatus.SERVICE_UNAVAILABLE)
        except RagError as error:
            return PlainTextResponse(detail(language, one_line(error)), HTTPStatus.BAD_REQUEST)
        headers = {"content-disposition": 'attachment; filename="wenzheng-names.csv"'}
        return StreamingResponse(whole(names_csv(language, names, found)), headers=headers, media_type=_CSV)


def _text(body: bytes) -> str:
    try:
        sent = json.loads(body)
    except ValueError:
        return ""
    text = sent.get("names") if isinstance(sent, dict) else None
    return text if isinstance(text, str) else ""
