"""What takes long has its turn: so many at a time, some wait, the others are told to come again; and it has an end."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import IncompleteRead
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from rag import Deeds, Language, Lookup, OverdueError, Profile
from rag.worktime import check_time
from tests.ui.conftest import served
from tests.ui.fakes import PORT_QUESTION, FakeAssistant
from tests.ui.gate.test_crowd import until
from tests.ui.gate.wire import nothing, raw, running, status
from ui.app import _in_one_line
from ui.endpoints import Endpoints
from ui.events import served as downloads
from ui.gate.account import ANYBODY, KEY
from ui.gate.working import Room, Working
from ui.people.handler import somebody
from ui.serve import AT_ONCE, LOOKS
from ui.strings import say
from ui.taking import served as taking
from ui.timed import timed

GET = b"GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
MANY = 16
"""More than are worked on at a time of any kind."""
JSON = {"Content-Type": "application/json"}
MODELS = JSON | {"Accept": "application/json, text/event-stream"}


class Held(FakeAssistant):
    """Works until it is let go, and knows how many such calls went on at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go, self._guard = threading.Event(), threading.Lock()
        self.inside = self.most = 0

    def _work(self) -> None:
        with self._guard:
            self.inside += 1
            self.most = max(self.most, self.inside)
        self.let_go.wait(30)
        with self._guard:
            self.inside -= 1

    def deeds(self, *given: Any, **named: Any) -> Deeds:
        self._work()
        return super().deeds(*given, **named)

    def look_up(self, *given: Any, **named: Any) -> Lookup:
        self._work()
        return super().look_up(*given, **named)

    def profile(self, name: str) -> Profile:
        self._work()
        return super().profile(name)


class Endless(FakeAssistant):
    """Goes on until its time is over."""

    def deeds(self, *given: Any, **named: Any) -> Deeds:
        while True:
            check_time()

    def profile(self, name: str) -> Profile:
        check_time()
        return super().profile(name)


def got(url: Request | str) -> int:
    try:
        with urlopen(url, timeout=60) as answer:
            answer.read()
            return int(answer.status)
    except HTTPError as refused:
        return refused.code


def taken(address: str, number: int) -> int:
    return got(f"{address}taken?as=markdown&who={number}")


def look(address: str, number: int) -> int:
    with urlopen(f"{address}config") as answer:
        config = json.load(answer)
    part = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "events")
    sent = {"data": {"who": str(number)}, "component_id": part, "fn_name": "look", "session_hash": "s"}
    return got(Request(f"{address}gradio_api/component_server/", json.dumps(sent).encode(), JSON))


def called(address: str, number: int) -> int:
    """Three functions in turn: what other programs call counts together."""
    name, data = [("search", ["港口", 3, None]), ("list_events", ["甲"] + [""] * 7 + ["newest", 0, 5]),
                  ("person", ["陈志远"])][number % 3]  # fmt: skip
    sent = Request(f"{address}gradio_api/call/{name}", json.dumps({"data": data}).encode(), JSON)
    with urlopen(sent, timeout=60) as answer:
        event = json.load(answer)["event_id"]
    return got(f"{address}gradio_api/call/{name}/{event}")


def told(address: str, number: int) -> int:
    given = {"name": "person", "arguments": {"name": "陈志远"}}
    sent = {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": given}
    return got(Request(f"{address}gradio_api/mcp/", json.dumps(sent).encode(), MODELS))


@pytest.mark.parametrize(
    ("way", "most", "mcp"),
    [
        pytest.param(taken, AT_ONCE, False, id="files"),
        pytest.param(look, LOOKS, False, id="tabs"),
        pytest.param(called, AT_ONCE, False, id="programs"),
        pytest.param(told, AT_ONCE, True, id="language models"),
    ],
)
def test_so_many_are_worked_on_at_a_time_and_questions_go_on(
    way: Callable[[str, int], int], most: int, mcp: bool
) -> None:
    if mcp:
        pytest.importorskip("mcp", reason="the extra mcp is not installed")
    assistant = Held()
    with served(assistant, mcp=mcp) as address, ThreadPoolExecutor(MANY) as apart:
        found = [apart.submit(way, address, number) for number in range(MANY)]
        try:
            until(lambda: assistant.inside >= most)
            body = json.dumps({"question": PORT_QUESTION}).encode()
            with urlopen(Request(f"{address}conversation/asking", body, JSON), timeout=30) as answer:
                assert b'"turn"' in answer.read()
            time.sleep(0.3)  # whoever else could be let in would be by now
        finally:
            assistant.let_go.set()
        assert [one.result() for one in found] == [200] * MANY
        assert assistant.most == most


@pytest.fixture
def page() -> Iterator[tuple[str, Any, Room]]:
    """One at a time, one waits; `/slow` sends a piece that its client does not take before `taking` is set."""
    room, taking, reached = Room(1, 1), threading.Event(), threading.Event()

    async def answering(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan" or scope["path"] == "/other":
            await nothing(scope, receive, send)
            return
        reached.set()
        if scope["path"] == "/fails":
            raise RuntimeError
        if scope["path"] == "/works":
            await asyncio.to_thread(taking.wait, 30)
        await send({"type": "http.response.start", "status": 299, "headers": []})
        for piece in range(2):
            await send({"type": "http.response.body", "body": b"piece", "more_body": piece == 0})

    working = Working(answering, [("/(?:works|fails|slow|quick)", room)])

    async def untaken(scope: Any, receive: Any, send: Any) -> None:
        async def slow(message: Any) -> None:
            if scope.get("path") == "/slow" and message.get("body"):
                reached.set()
                await asyncio.to_thread(taking.wait, 30)
            await send(message)

        await working(scope, receive, slow)

    with running(untaken) as at:
        yield at, (taking, reached), room


def test_one_waits_and_more_are_told_to_come_again(page: Any) -> None:
    at, (taking, reached), room = page
    with ThreadPoolExecutor(2) as apart:
        first = apart.submit(raw, at, GET % b"/works")
        assert reached.wait(30)
        second = apart.submit(raw, at, GET % b"/quick")
        until(lambda: room.places.taken == 2)
        third = raw(at, GET % b"/quick")
        assert (status(third), b"retry-after" in third.lower()) == (503, True)
        assert status(raw(at, GET % b"/other")) == 299
        taking.set()
        assert [status(first.result()), status(second.result())] == [299, 299]


def test_one_who_takes_it_slowly_keeps_nobody_waiting(page: Any) -> None:
    at, (taking, reached), _ = page
    with ThreadPoolExecutor(1) as apart:
        slow = apart.submit(raw, at, GET % b"/slow")
        assert reached.wait(30)
        assert status(raw(at, GET % b"/quick")) == 299
        assert not slow.done()
        taking.set()
        assert slow.result().count(b"piece") == 2


def test_a_turn_ends_with_an_error_too(page: Any) -> None:
    at, _, room = page
    for _ in range(3):
        assert status(raw(at, GET % b"/fails")) == 500
    assert status(raw(at, GET % b"/quick")) == 299
    until(lambda: room.places.taken == 0)
    assert not room.turn.locked()


def test_a_file_that_takes_too_long_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "LONGEST", 0.05)
    with served(Endless()) as address:
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{address}taken?as=word&who=a", headers={"Accept-Language": "en"}))
        assert refused.value.code == 503
        assert refused.value.headers["Content-Disposition"] is None
        assert refused.value.read().decode() == say(Language.EN, "problem.OverdueError")


def test_a_file_that_is_written_while_it_is_sent_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "LONGEST", 0.05)
    with served(Endless()) as address, pytest.raises(IncompleteRead):
        urlopen(f"{address}events/file?as=csv").read()


def test_whatever_the_page_asks_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.worktime.LONGEST", 0.0)
    monkeypatch.setattr("rag.worktime.in_time.__wrapped__.__defaults__", (0.0,))
    asked = timed(Endless())
    with pytest.raises(OverdueError):
        asked.deeds()
    assert say(Language.EN, "problem.OverdueError") in somebody(asked, Language.EN, {"person": "陈志远"})["profile"]
    with pytest.raises(Exception, match="it took too long; ask about fewer"):
        _in_one_line(Endpoints(asked).list_events)(_Request(), "a")
    assert asked.searched() == FakeAssistant().searched()


class _Request:
    def __init__(self) -> None:
        self.scope = {KEY: ANYBODY}
