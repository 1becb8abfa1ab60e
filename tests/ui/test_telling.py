"""The way in which the browser asks, as plain HTTP."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.ui.fakes import PORT_QUESTION, SLOW_QUESTION, TIMELINE_QUESTION, FakeAssistant
from tests.ui.gate.wire import nothing, running
from ui.ask.telling import Telling
from ui.gate.audit import Audit
from ui.gate.bodies import LARGEST
from ui.gate.entrance import Entrance


def _asked(address: str, body: bytes, **headers: str) -> Any:
    url = Request(f"{address}conversation/asking", body, {"Content-Type": "application/json"} | headers)
    return urlopen(url, timeout=30)


def test_answer_comes_as_an_object_a_line(address: str) -> None:
    with _asked(address, json.dumps({"question": TIMELINE_QUESTION}).encode()) as response:
        lines = [json.loads(line) for line in response]
    assert [list(line) for line in lines] == [["words"], ["words"], ["turn", "known"], ["evidence"], ["suggestions"]]


@pytest.mark.parametrize(("accepted", "word"), [("zh-CN", "复制答案"), ("en", "Copy answer")])
def test_answer_is_in_the_readers_language(address: str, accepted: str, word: str) -> None:
    body = json.dumps({"question": PORT_QUESTION}).encode()
    with _asked(address, body, **{"Accept-Language": accepted}) as response:
        assert word in json.loads(response.readline())["turn"]


def test_half_of_a_character_is_answered_too(address: str) -> None:
    """JSON may hold one; nothing that is sent may."""
    with _asked(address, b'{"question": "\\ud800"}') as response:
        assert "turn" in json.loads(response.readline())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(None, 405, id="no body"),
        pytest.param(b"", 400, id="empty"),
        pytest.param(b"[1]", 400, id="no object"),
        pytest.param(b"\xff", 400, id="no text"),
        pytest.param(b"[" * 5_000 + b"]" * 5_000, 400, id="nested"),
        pytest.param(b'{"question": ' + b"1" * 100_000 + b"}", 400, id="a number without end"),
        pytest.param(b" " * (LARGEST + 1), 413, id="too large"),
    ],
)
def test_what_is_no_question_is_refused(address: str, body: bytes | None, status: int) -> None:
    with pytest.raises(HTTPError) as refused:
        _asked(address, body)  # type: ignore[arg-type]
    assert refused.value.code == status


def test_another_site_may_not_ask(address: str) -> None:
    with pytest.raises(HTTPError) as refused:
        _asked(address, b"{}", Origin="http://evil.example")
    assert refused.value.code == 403


def test_more_than_can_wait_are_told_to_come_again() -> None:
    assistant = FakeAssistant()
    body = json.dumps({"question": SLOW_QUESTION}).encode()
    telling = Entrance(Telling(nothing, assistant, at_once=1, waiting=0), None, Audit(), secure=False)
    with running(telling) as address, ThreadPoolExecutor(2) as apart:
        assistant.gate.clear()
        first = apart.submit(lambda: _asked(address, body).read())
        while not assistant.asked:
            sleep(0.01)
        with pytest.raises(HTTPError) as refused:
            _asked(address, body)
        assistant.gate.set()
        assert (refused.value.code, refused.value.headers["Retry-After"]) == (503, "3")
        assert b"turn" in first.result()
        with _asked(address, body) as again:
            assert again.status == 200


def test_one_who_takes_an_answer_slowly_keeps_nobody_waiting() -> None:
    """The one place is free again when the answer is worked out, not when it is read."""
    assistant = FakeAssistant()
    answering = Entrance(Telling(nothing, assistant, at_once=1), None, Audit(), secure=False)
    held, taking = Event(), Event()

    async def unread(scope: Any, receive: Any, send: Any) -> None:
        async def taken(message: Any) -> None:
            if scope.get("query_string") == b"slow" and message["type"] == "http.response.body":
                held.set()
                await asyncio.to_thread(taking.wait)
            await send(message)

        await answering(scope, receive, taken)

    body = json.dumps({"question": PORT_QUESTION}).encode()
    with running(unread) as address, ThreadPoolExecutor(1) as apart:
        url = Request(f"{address}conversation/asking?slow", body, {"Content-Type": "application/json"})
        slow = apart.submit(lambda: urlopen(url).read())
        try:
            assert held.wait(30)
            with _asked(address, body) as answer:
                assert b"turn" in answer.read()
            assert not slow.done()
        finally:
            taking.set()
        assert b"turn" in slow.result()
