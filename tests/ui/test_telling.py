"""The way in which the browser asks, as plain HTTP."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.ui.fakes import PORT_QUESTION, SLOW_QUESTION, TIMELINE_QUESTION, FakeAssistant
from tests.ui.gate.wire import nothing, running
from ui.gate.audit import Audit
from ui.gate.bodies import LARGEST
from ui.gate.entrance import Entrance
from ui.telling import Telling


def _asked(address: str, body: bytes, **headers: str) -> Any:
    return urlopen(Request(f"{address}conversation/asking", body, {"Content-Type": "application/json"} | headers))


def test_answer_comes_as_an_object_a_line(address: str) -> None:
    with _asked(address, json.dumps({"question": TIMELINE_QUESTION}).encode()) as response:
        lines = [json.loads(line) for line in response]
    assert [list(line) for line in lines] == [["words"], ["words"], ["turn", "known"], ["evidence"], ["suggestions"]]


@pytest.mark.parametrize(("accepted", "word"), [("zh-CN", "复制答案"), ("en", "Copy answer")])
def test_answer_is_in_the_readers_language(address: str, accepted: str, word: str) -> None:
    body = json.dumps({"question": PORT_QUESTION}).encode()
    with _asked(address, body, **{"Accept-Language": accepted}) as response:
        assert word in json.loads(response.readline())["turn"]


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
