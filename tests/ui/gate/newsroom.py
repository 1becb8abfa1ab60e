"""A page behind accounts, of an editor and a reader, and requests to it as one of them or nobody."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from rag import Config, build_index, delete_pages
from tests.ui.fakes import FakeAssistant
from tests.ui.gate.wire import free_port
from ui.address import Address
from ui.gate.account import Role
from ui.keeping.job import Indexing
from ui.serve import start

EDITOR, READER = ("wang", "a long password"), ("li", "another password")
COMPONENT = "gradio_api/component_server/"


class _Staying(HTTPRedirectHandler):
    def redirect_request(self, *args: Any) -> None:
        return None


@contextmanager
def newsroom(folder: Path, mcp: bool = False) -> Iterator[tuple[str, Path]]:
    """The address of a page with an editor and a reader, and the folder in which its accounts lie."""
    from ui.gate.accounts import Accounts

    (folder / "pages").mkdir()
    accounts = Accounts(folder / "accounts.json")
    accounts.put(*EDITOR, Role.EDITOR)
    accounts.put(*READER, Role.READER)
    indexing = Indexing(Config(index=folder / "index"), folder / "pages", build_index, delete_pages)
    port = free_port()
    page = start(FakeAssistant(), indexing, Address("127.0.0.1", port), mcp=mcp, accounts=accounts)
    try:
        yield f"http://127.0.0.1:{port}/", folder
    finally:
        page.close()


def call(url: str, method: str = "GET", body: bytes | None = None, **headers: str) -> tuple[int, Any, bytes]:
    request = Request(url, body, {k.replace("_", "-"): v for k, v in headers.items()}, method=method)
    try:
        with build_opener(_Staying()).open(request) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as refused:
        return refused.code, refused.headers, refused.read()


def basic(account: tuple[str, str]) -> str:
    return "Basic " + base64.b64encode(":".join(account).encode()).decode()


def logged_in(address: str, account: tuple[str, str]) -> tuple[int, str]:
    fields = urlencode({"name": account[0], "password": account[1]}).encode()
    status, headers, _ = call(f"{address}login", "POST", fields, Content_Type="application/x-www-form-urlencoded")
    return status, (headers["Set-Cookie"] or "").partition(";")[0]


def component(address: str, part: str, function: str) -> bytes:
    """The body of a call of a tab's function."""
    config = json.loads(call(f"{address}config", Authorization=basic(EDITOR))[2])
    number = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == part)
    return json.dumps({"data": {}, "component_id": number, "fn_name": function, "session_hash": "s"}).encode()
