"""Where the browser sends dropped files: straight into the folder of pages, past the framework and its temporary folder."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from http import HTTPStatus
from pathlib import Path, PurePath
from urllib.parse import parse_qs

from rag import LARGEST_PAGE, PAGE_SUFFIXES, unread_kind
from ui.gate.account import may_edit, name_of
from ui.gate.answers import App, Receive, Scope, Send, address_of, answer
from ui.gate.audit import Audit
from ui.keeping.folder import discard, new_part
from ui.keeping.job import Indexing
from ui.keeping.names import safe_name

PATH = "/pages/arriving"
_DROP = re.compile(r"[0-9a-z]{8,32}", re.ASCII)
"""What the browser calls one drop of files: a name nobody else hits upon."""

_SIZE = re.compile(r"\d{1,15}", re.ASCII)
_TOO_LARGE = f"is larger than {LARGEST_PAGE >> 20} MB; split it into pages"


class Arrivals:
    """ASGI middleware: `PUT /pages/arriving?drop=ID&name=NAME&size=BYTES` with the file as its body.

    201 and the name the page gets; 403 for whoever may only read; 200 where the file is refused, which is told among the outcomes like any other.
    """

    def __init__(self, app: App, indexing: Indexing, audit: Audit) -> None:
        self.app, self.indexing, self.audit = app, indexing, audit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the file, pass on everything else."""
        if scope["type"] == "http" and scope["path"] == PATH and not may_edit(scope):
            await answer(send, HTTPStatus.FORBIDDEN)
        elif scope["type"] == "http" and scope["path"] == PATH:
            status, name = await self._taken(scope, receive)
            await _answer(send, status, name)
        else:
            await self.app(scope, receive, send)

    async def _taken(self, scope: Scope, receive: Receive) -> tuple[HTTPStatus, str]:
        fields = {key: values[0] for key, values in parse_qs(scope["query_string"].decode("latin-1")).items()}
        drop, given, size = fields.get("drop", ""), fields.get("name", ""), fields.get("size", "")
        if scope["method"] != "PUT" or not (given and _DROP.fullmatch(drop) and _SIZE.fullmatch(size)):
            return HTTPStatus.BAD_REQUEST, ""
        name = safe_name(given)
        if (suffix := PurePath(name).suffix.lower()) not in PAGE_SUFFIXES:
            return self._refused(given, name, str(unread_kind(suffix)))
        if int(size) > LARGEST_PAGE:
            return self._refused(given, name, _TOO_LARGE)
        with self.audit.deed(name_of(scope), "brings a file", name, address_of(scope)) as deed:
            status, deed.what = await self._written(drop, given, name, receive)
            deed.refused = status is not HTTPStatus.CREATED
        return status, deed.what

    async def _written(self, drop: str, given: str, name: str, receive: Receive) -> tuple[HTTPStatus, str]:
        part: Path | None = None
        try:
            part = new_part(self.indexing.folder, drop)
            with part.open("xb") as file:
                async for piece in _body(receive):
                    file.write(piece)
                    if file.tell() > LARGEST_PAGE:
                        return self._refused(given, name, _TOO_LARGE)
            return HTTPStatus.CREATED, self.indexing.land(part, given)
        except ConnectionError:
            return self._refused(given, name, "did not come whole; drop it again")
        except OSError as error:
            why = f"cannot be kept in {self.indexing.folder} ({error.strerror}); make the folder writable"
            return self._refused(given, name, why)
        finally:
            if part is not None:
                discard(part)

    def _refused(self, given: str, name: str, why: str) -> tuple[HTTPStatus, str]:
        self.indexing.refuse(given, name, f"{name} {why}")
        return HTTPStatus.OK, name


async def _body(receive: Receive) -> AsyncIterator[bytes]:
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            raise ConnectionError("the browser went away")
        yield message.get("body", b"")
        more = message.get("more_body", False)


async def _answer(send: Send, status: HTTPStatus, name: str = "") -> None:
    headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps({"name": name}).encode()})
