"""Each way to the index looks itself who asks, behind the entrance too: links, questions, endpoints, tools for models."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.ui.conftest import NO_PAGES, NOWHERE
from tests.ui.fakes import PLACES, PORT_QUESTION, FakeAssistant
from tests.ui.gate.newsroom import COMPONENT, EDITOR, READER, basic, call, component, newsroom
from ui.app import _in_one_line
from ui.ask.telling import Telling
from ui.endpoints import Endpoints
from ui.events.served import downloads
from ui.functions import Functions
from ui.gate.account import ANYBODY, KEY
from ui.originals import originals
from ui.pictures import pictures
from ui.sheets import sheets
from ui.taking.served import taken
from ui.watches.served import watched
from ui.watches.store import Watches

QUESTION = json.dumps({"question": PORT_QUESTION}).encode()
LOOK = json.dumps({"component_id": 7, "fn_name": "look", "session_hash": "s", "data": {}}).encode()
NAMES = json.dumps({"names": "陈志远"}).encode()
NONE = Watches(NOWHERE.index)
MODELS = "gradio_api/mcp/"
RPC = {"Content_Type": "application/json", "Accept": "application/json, text/event-stream"}


async def _beneath(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 299, "headers": []})
    await send({"type": "http.response.body", "body": b"beneath"})


def _status(app: Any, method: str, path: str, query: str, body: bytes, **known: Any) -> int:
    sent: list[Any] = []
    whole = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        if whole:
            return whole.pop()
        await asyncio.sleep(60)  # the caller stays until it is answered

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": []} | known
    asyncio.run(app(scope, receive, send))
    return int(sent[0]["status"])


WAYS = [
    pytest.param(lambda a: Telling(_beneath, a, 1), "POST", "/conversation/asking", "", QUESTION, 200, id="a question"),
    pytest.param(lambda a: downloads(_beneath, a), "GET", "/events/file", "as=csv", b"", 200, id="a file"),
    pytest.param(lambda a: taken(_beneath, a), "GET", "/taken", "as=x", b"", 400, id="what is taken away"),
    pytest.param(lambda a: pictures(_beneath, a), "GET", "/pages/picture", "page=x&sheet=0", b"", 404, id="a link"),
    pytest.param(
        lambda a: originals(_beneath, a, NO_PAGES), "GET", "/pages/file", "page=x", b"", 404, id="a page's file"
    ),
    pytest.param(
        lambda a: sheets(_beneath, a, NO_PAGES), "GET", "/pages/sheet", "page=x.pdf&sheet=0", b"", 404, id="a sheet"
    ),
    pytest.param(lambda a: watched(_beneath, a, NONE), "GET", "/watch/feed", "id=x", b"", 404, id="a feed"),
    pytest.param(lambda a: watched(_beneath, a, NONE), "GET", "/watch/file", "id=x", b"", 404, id="what was found"),
    pytest.param(lambda a: watched(_beneath, a, NONE), "POST", "/watch/names", "", NAMES, 200, id="a list of names"),
    pytest.param(
        lambda a: Functions(_beneath, {7: frozenset(["look"])}), "POST", f"/{COMPONENT}", "", LOOK, 299, id="a tab"
    ),
]


@pytest.mark.parametrize(("way", "method", "path", "query", "body", "status"), WAYS)
def test_who_did_not_come_through_the_entrance_gets_nothing(
    way: Any, method: str, path: str, query: str, body: bytes, status: int
) -> None:
    assistant = FakeAssistant()
    assert _status(way(assistant), method, path, query, body) == 403
    assert _status(way(assistant), method, path, query, body, **{KEY: None}) == 403
    assert assistant.asked == []
    assert _status(way(assistant), method, path, query, body, **{KEY: ANYBODY}) == status


def test_an_endpoint_looks_itself() -> None:
    import gradio as gr

    assistant = FakeAssistant()
    ask = _in_one_line(Endpoints(assistant).ask)
    for scope in ({}, {KEY: None}, {KEY: "wang"}):
        with pytest.raises(gr.Error, match="who asks is not known; log in first"):
            ask(_Request(scope), PORT_QUESTION)
    assert assistant.asked == []
    known = {"type": "http", "headers": [(b"host", b"here")], KEY: ANYBODY}
    for request in (_Request(known), gr.Request(request=_Request(known))):  # type: ignore[arg-type]
        assert ask(request, PORT_QUESTION)["verdict"] == "answered"


class _Request:
    def __init__(self, scope: dict[str, Any]) -> None:
        self.scope = scope


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "gradio_api/call/ask"),
        ("POST", "gradio_api/queue/join"),
        ("GET", "gradio_api/queue/data?session_hash=s"),
        ("POST", COMPONENT),
        ("GET", "pages/picture?page=x&sheet=0"),
        ("GET", "pages/file?page=haizhou/port.txt"),
        ("GET", "pages/sheet?page=haizhou/port.pdf&sheet=0"),
        ("GET", "?article=haizhou/port.txt%231"),
    ],
)
def test_nobody_gets_anything_of_the_index(site: tuple[str, Any], method: str, path: str) -> None:
    body = b"{}" if method == "POST" else None
    status, _, told = call(f"{site[0]}{path}", method, body, Content_Type="application/json")
    assert status in (401, 303)
    assert PLACES.quote.encode() not in told


def test_a_reader_calls_the_endpoints(site: tuple[str, Any]) -> None:
    address, as_reader = site[0], {"Authorization": basic(READER), "Content_Type": "application/json"}
    body = json.dumps({"data": [PORT_QUESTION, None]}).encode()
    status, _, told = call(f"{address}gradio_api/call/ask", "POST", body, **as_reader)
    assert status == 200
    answer = call(f"{address}gradio_api/call/ask/{json.loads(told)['event_id']}", Authorization=basic(READER))[2]
    (line,) = json.loads(answer.decode("utf-8").partition("data: ")[2])
    assert line["citations"][0]["quote"] == PLACES.quote


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"component_id": 10**6}, 404),
        ({"fn_name": "get_block_name"}, 404),
        ({"fn_name": "__init__"}, 404),
        ({"component_id": "7"}, 400),
        ({"component_id": True}, 400),
        ({"component_id": None}, 400),
        ({"session_hash": ["s"]}, 400),
        ({"session_hash": "../s"}, 400),
        ({"fn_name": {}}, 400),
    ],
)
def test_a_call_of_what_is_not_there_is_the_callers_fault(
    site: tuple[str, Any], changed: dict[str, Any], status: int
) -> None:
    address, as_editor = site[0], {"Authorization": basic(EDITOR), "Content_Type": "application/json"}
    sent = json.loads(component(address, "pages", "look"))
    assert call(f"{address}{COMPONENT}", "POST", json.dumps(sent).encode(), **as_editor)[0] == 200
    assert call(f"{address}{COMPONENT}", "POST", json.dumps(sent | changed).encode(), **as_editor)[0] == status


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b"no JSON", b"\xff", b'{"component_id": 1}'])
def test_what_is_no_call_is_the_callers_fault(site: tuple[str, Any], body: bytes) -> None:
    as_editor = {"Authorization": basic(EDITOR), "Content_Type": "application/json"}
    assert call(f"{site[0]}{COMPONENT}", "POST", body, **as_editor)[0] == 400


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 200),
        ({"fn_index": 10**6}, 404),
        ({"fn_index": -1}, 404),
        ({"fn_index": None}, 400),
        ({"fn_index": True}, 400),
        ({"session_hash": None}, 400),
        ({"data": {}}, 400),
        ({"data": "x"}, 400),
    ],
)
def test_programs_join_what_is_there(site: tuple[str, Any], changed: dict[str, Any], status: int) -> None:
    as_reader = {"Authorization": basic(READER), "Content_Type": "application/json"}
    config = json.loads(call(f"{site[0]}config", Authorization=basic(READER))[2])
    number = next(d["id"] for d in config["dependencies"] if d["api_name"] == "ask")
    sent = {"fn_index": number, "data": [PORT_QUESTION, None], "session_hash": "s"} | changed
    assert call(f"{site[0]}gradio_api/queue/join", "POST", json.dumps(sent).encode(), **as_reader)[0] == status


def _rpc(address: str, method: str, given: dict[str, Any], **headers: str) -> tuple[int, str]:
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": given}).encode()
    status, _, told = call(f"{address}{MODELS}", "POST", body, **RPC, **headers)
    return status, told.decode("utf-8")


def test_what_a_model_gets_wrong_is_not_logged(tmp_path: Any, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    with newsroom(tmp_path, mcp=True) as (address, _):
        capfd.readouterr()
        for method, given in (("nope", {}), ("tools/call", {"name": "nope"}), ("tools/call", {"name": []})):
            assert _rpc(address, method, given, Authorization=basic(READER))[0] in (200, 400)
        assert capfd.readouterr() == ("", "")


def test_models_ask_as_somebody_or_not_at_all(tmp_path: Any) -> None:
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    tool = {"name": "ask", "arguments": {"question": PORT_QUESTION}}
    with newsroom(tmp_path, mcp=True) as (address, _):
        for method, given in (("tools/list", {}), ("tools/call", tool)):
            status, told = _rpc(address, method, given)
            assert (status, PORT_QUESTION in told, "list_events" in told) == (401, False, False)
            assert _rpc(address, method, given, Authorization=basic((READER[0], "no")))[0] == 401
        for account in (READER, EDITOR):
            status, told = _rpc(address, "tools/call", tool, Authorization=basic(account))
            assert status == 200
            assert PLACES.quote in told
        named = _rpc(address, "tools/list", {}, Authorization=basic(READER))[1]
        assert [f'"{name}"' in named for name in ("ask", "search", "list_events", "remove", "begin")] == [
            True, True, True, False, False,
        ]  # fmt: skip
        assert call(f"{address}{MODELS}", Authorization=basic(READER), Accept="text/event-stream")[0] == 405
        for path in ("sse", "messages/", "schema"):
            assert call(f"{address}{MODELS}{path}", Authorization=basic(READER))[0] == 404


def test_a_model_cannot_name_the_host_that_is_asked(tmp_path: Any) -> None:
    """The framework would send the question, and the password, to whatever host the first caller names."""
    pytest.importorskip("mcp", reason="the extra mcp is not installed")
    tool = {"name": "ask", "arguments": {"question": PORT_QUESTION}}
    elsewhere = {"X_Forwarded_Host": "127.0.0.1:9", "X_Forwarded_Proto": "http"}
    with newsroom(tmp_path, mcp=True) as (address, _), ThreadPoolExecutor(1) as apart:
        status, told = apart.submit(
            lambda: _rpc(address, "tools/call", tool, Authorization=basic(READER), **elsewhere)
        ).result(timeout=30)
    assert (status, PLACES.quote in told) == (200, True)
