"""The way in which the browser asks, as plain HTTP."""

from __future__ import annotations

import json
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.ui.fakes import PORT_QUESTION, TIMELINE_QUESTION
from ui.telling import LARGEST


def _asked(address: str, body: bytes, **headers: str) -> Any:
    return urlopen(Request(f"{address}conversation/asking", body, headers))


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
    "body",
    [
        pytest.param(None, id="no body"),
        pytest.param(b"", id="empty"),
        pytest.param(b"[1]", id="no object"),
        pytest.param(b"\xff", id="no text"),
        pytest.param(b" " * (LARGEST + 1), id="too large"),
    ],
)
def test_what_is_no_question_is_refused(address: str, body: bytes | None) -> None:
    with pytest.raises(HTTPError) as refused:
        _asked(address, body)  # type: ignore[arg-type]
    assert refused.value.code == 400


def test_another_site_may_not_ask(address: str) -> None:
    with pytest.raises(HTTPError) as refused:
        _asked(address, b"{}", Origin="http://evil.example")
    assert refused.value.code == 403
