"""What a request brings is whole, small, flat and in time."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.gate.wire import nothing, raw, running, status
from ui.gate.bodies import DEEPEST, LARGEST, Bodies, depth

WAIT = 0.5
JSON = b"Host: x\r\nContent-Type: application/json\r\nConnection: close\r\n"


@pytest.fixture(scope="module")
def at() -> Iterator[str]:
    with running(Bodies(nothing, wait=WAIT, whole=4 * WAIT), hurry=WAIT) as address:
        yield address


def post(at: str, body: bytes, headers: bytes = JSON, size: int | None = None) -> int:
    length = b"Content-Length: %d\r\n\r\n" % (len(body) if size is None else size)
    return status(raw(at, b"POST / HTTP/1.1\r\n" + headers + length, body))


def test_a_whole_body_is_passed_on(at: str) -> None:
    assert post(at, b'{"question": "[[[[ in a text ]]]]"}') == 299


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(b"[" * (DEEPEST + 1), 400, id="nested"),
        pytest.param('{"question": "x"}'.encode("utf-16"), 400, id="another encoding"),
        pytest.param(b" " * (LARGEST + 1), 413, id="too large"),
    ],
)
def test_what_is_no_flat_small_json_is_refused(at: str, body: bytes, expected: int) -> None:
    assert post(at, body) == expected


def test_forms_and_files_are_no_json(at: str) -> None:
    assert post(at, b"x", b"Host: x\r\nContent-Type: multipart/form-data; boundary=b\r\nConnection: close\r\n") == 415


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        pytest.param([b"POST / HTTP/1.1\r\n" + JSON + b"Content-Length: 100\r\n\r\n", b"{"], 408, id="half a body"),
        pytest.param([b"PUT / HTTP/1.1\r\nHost: x\r\n"], 0, id="half a head"),
        pytest.param([], 0, id="nothing at all"),
    ],
)
def test_what_does_not_come_whole_is_not_waited_for(at: str, pieces: list[bytes], expected: int) -> None:
    began = time.monotonic()
    assert status(raw(at, *pieces)) == expected
    assert time.monotonic() - began < 20 * WAIT


def test_a_head_that_is_too_large_is_refused(at: str) -> None:
    assert status(raw(at, b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"x" * (64 << 10) + b"\r\n\r\n")) == 431


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_depth_is_that_of_the_value(value: object) -> None:
    def deep(one: object) -> int:
        if isinstance(one, dict):
            return 1 + max(map(deep, one.values()), default=0)
        return 1 + max(map(deep, one), default=0) if isinstance(one, list) else 0

    assert depth(json.dumps(value, ensure_ascii=False).encode()) == deep(value)
