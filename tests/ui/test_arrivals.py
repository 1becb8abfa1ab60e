"""The door through which dropped files come: what is let in, and what is not."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from rag import LARGEST_PAGE, Config, Report
from ui.gate.account import ANYBODY, KEY
from ui.gate.audit import Audit
from ui.keeping.arrivals import PATH, Arrivals
from ui.keeping.folder import ARRIVING, arrived
from ui.keeping.job import Indexing


def nothing(*_: object) -> Report:
    return Report()


@pytest.fixture
def indexing(tmp_path: Path) -> Indexing:
    folder = tmp_path / "pages"
    folder.mkdir()
    return Indexing(Config(index=tmp_path / "index"), folder, nothing, lambda config, names: ())


async def beneath(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b'{"name": "passed on"}'})


def put(indexing: Indexing, query: str, body: list[bytes | None], **changed: Any) -> tuple[int, str]:
    """Status and name of the answer; None in the body stands for a browser that goes away."""
    pieces: Iterator[bytes | None] = iter(body)
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        piece = next(pieces)
        if piece is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": piece, "more_body": piece != b""}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": PATH,
        "query_string": query.encode(),
        "headers": [],
        KEY: ANYBODY,
    } | changed
    asyncio.run(Arrivals(beneath, indexing, Audit())(scope, receive, send))
    return sent[0]["status"], json.loads(sent[1]["body"])["name"]


def query(name: str, size: int | str = 6, drop: str = "dropdrop") -> str:
    return urlencode({"drop": drop, "name": name, "size": size}, quote_via=quote)


def test_file_arrives_whole(indexing: Indexing) -> None:
    assert put(indexing, query("../海 1.txt"), ["东江".encode(), b"", b""]) == (201, "海 1.txt")
    [path] = arrived(indexing.folder)
    assert path.read_bytes() == "东江".encode()
    assert indexing.job().waiting == ("../海 1.txt",)
    assert indexing.job().fates == ()


@pytest.mark.parametrize(
    ("name", "size", "body", "why"),
    [
        pytest.param("x.exe", 1, [b""], "x.exe is of no known kind; save it as one of .", id="no page"),
        pytest.param("x", 1, [b""], "x is of no known kind", id="no suffix"),
        pytest.param("a.txt", LARGEST_PAGE + 1, [b""], "a.txt is larger than 64 MB; split it into pages", id="size"),
        pytest.param("a.txt", 1, [b"a" * (LARGEST_PAGE + 1), b""], "a.txt is larger than 64 MB", id="size untold"),
        pytest.param("a.txt", 9, [b"half", None], "a.txt did not come whole; drop it again", id="broken off"),
    ],
)
def test_file_that_is_refused_is_told_and_leaves_nothing(
    indexing: Indexing, name: str, size: int, body: list[bytes | None], why: str
) -> None:
    assert put(indexing, query(name, size), body) == (200, name)
    [fate] = indexing.job().fates
    assert (fate.given, fate.kind.value) == (name, "failed")
    assert fate.why.startswith(why)
    assert os.listdir(indexing.folder) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_folder_that_cannot_be_written_is_told(indexing: Indexing) -> None:
    indexing.folder.chmod(0o500)
    assert put(indexing, query("a.txt"), [b"a", b""])[0] == 200
    assert "make the folder writable" in indexing.job().fates[0].why


def test_folder_that_is_a_file_is_told(indexing: Indexing) -> None:
    (indexing.folder / ARRIVING).write_text("in the way")
    assert put(indexing, query("a.txt"), [b"a", b""]) == (200, "a.txt")
    assert "a.txt cannot be kept in" in indexing.job().fates[0].why


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param({"method": "POST"}, id="a form"),
        pytest.param({"query_string": query("a.txt", drop="../../../tmp").encode()}, id="a path for a drop"),
        pytest.param({"query_string": query("a.txt", drop="").encode()}, id="no drop"),
        pytest.param({"query_string": query("", 1).encode()}, id="no name"),
        pytest.param({"query_string": query("a.txt", "-1").encode()}, id="no size"),
    ],
)
def test_what_the_page_would_not_send_is_not_understood(indexing: Indexing, bad: dict[str, Any]) -> None:
    assert put(indexing, query("a.txt"), [b"a", b""], **bad) == (400, "")
    assert os.listdir(indexing.folder) == []


def test_everything_else_is_passed_on(indexing: Indexing) -> None:
    assert put(indexing, "", [b""], path="/gradio_api/queue/join", method="POST") == (299, "passed on")


def test_who_did_not_come_through_the_entrance_brings_nothing(indexing: Indexing) -> None:
    with pytest.raises(json.JSONDecodeError):  # a line of text, and no name
        put(indexing, query("a.txt"), [b"a", b""], **{KEY: None})
    assert os.listdir(indexing.folder) == []
