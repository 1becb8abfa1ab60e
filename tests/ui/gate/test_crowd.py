"""Past a limit one is told when to come again; whoever is inside is not disturbed, and whoever lets others wait waits alone."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.ui.conftest import served
from tests.ui.fakes import PORT_QUESTION, FakeAssistant
from tests.ui.gate.wire import connected, held, nothing, raw, rest, running, status
from ui.gate.answers import peer_of
from ui.gate.bodies import UNDER_WAY, Bodies
from ui.gate.crowd import AGAIN, ANSWERS, FILES, MOST, Crowd
from ui.gate.lines import Lines
from ui.gate.server import CONNECTIONS

MANY = 260
"""More than there are places of any kind for one address."""

GET = b"GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
HALF = b"POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
FILE = b"PUT /pages/arriving HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"
OTHER, THIRD, FOURTH = "127.0.0.2", "127.0.0.3", "127.0.0.4"
SHORT = 0.5
"""Seconds for a body or a request in tests that wait for the end of it."""


class Page:
    """Answers as it is told by the path, and counts whom it is answering."""

    def __init__(self) -> None:
        self.inside = 0
        self.leave = threading.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan" or scope["path"] == "/":
            await nothing(scope, receive, send)
            return
        self.inside += 1
        try:
            await self._answer(scope["path"], receive, send)
        finally:
            self.inside -= 1

    async def _answer(self, path: str, receive: Any, send: Any) -> None:
        if path == "/fails":
            raise RuntimeError
        if path == "/begins":
            await send({"type": "http.response.start", "status": 299, "headers": []})
        if path == "/pages/arriving":
            while (await receive())["type"] != "http.disconnect":
                pass
        while path != "/pages/arriving" and not self.leave.is_set():
            with suppress(TimeoutError):
                if (await asyncio.wait_for(receive(), 0.02))["type"] == "http.disconnect":
                    return
        if path != "/begins":
            await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b""})


def until(holds: Callable[[], bool]) -> None:
    """Wait for what another thread brings about; AssertionError where it does not."""
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it did not come about")


def is_refused(response: bytes) -> bool:
    return status(response) == 503 and b"retry-after: %d" % AGAIN in response.lower()


def ended(lines: list[socket.socket]) -> list[socket.socket]:
    """Those on which something came."""
    found = []
    for line in lines:
        line.setblocking(False)
        try:
            line.recv(1, socket.MSG_PEEK)
            found.append(line)
        except BlockingIOError:
            pass
        finally:
            line.settimeout(20)
    return found


def looks_and_asks(address: str) -> list[int]:
    """What a reader gets who opens the page and asks a question."""
    body = json.dumps({"question": PORT_QUESTION}).encode()
    question = Request(f"{address}conversation/asking", body, {"Content-Type": "application/json"})
    with urlopen(address, timeout=30) as page, urlopen(question, timeout=30) as answer:
        assert b'"turn"' in answer.read()
        return [page.status, answer.status]


@pytest.fixture
def site() -> Iterator[str]:
    """A whole page that nobody else uses."""
    with served(FakeAssistant()) as address:
        yield address


def test_bodies_that_never_come_keep_nobody_out(site: str) -> None:
    with held(site, MANY, HALF % b"/conversation/asking") as lines:
        assert looks_and_asks(site) == [200, 200]
        until(lambda: len(ended(lines)) >= MANY - UNDER_WAY // 2)
        assert all(is_refused(rest(line)) for line in ended(lines))


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([], id="nothing"),
        pytest.param([b"GET / HTTP/1.1\r\n"], id="half a head"),
        pytest.param([FILE], id="half a file"),
        pytest.param([GET.replace(b"Connection: close\r\n", b"") % b"/gradio_api/heartbeat/s"], id="a heartbeat"),
        pytest.param([GET.replace(b"Connection: close\r\n", b"") % b"/config"], id="a request, and then nothing"),
    ],
)
def test_connections_that_are_held_keep_nobody_out(site: str, pieces: list[bytes]) -> None:
    with held(site, MANY, *pieces):
        assert looks_and_asks(site) == [200, 200]


def test_no_page_needs_the_framework_to_know_that_it_is_open(address: str) -> None:
    """Such a request would stay open as long as the client likes; neither the page nor the client library makes one."""
    with urlopen(f"{address}config") as answer:
        assert json.load(answer)["connect_heartbeat"] is False
    assert status(raw(address, GET.replace(b"Host: x", b"Host: 127.0.0.1") % b"/gradio_api/heartbeat/s")) == 404


def test_what_waits_for_clients_leaves_room_for_connections() -> None:
    assert UNDER_WAY + FILES + MOST + ANSWERS + MOST <= CONNECTIONS * 3 // 4


def test_of_one_address_half_as_many_bodies_come_at_a_time_and_the_oldest_give_way() -> None:
    bodies = Bodies(nothing, under_way=8)
    with running(bodies) as at, held(at, 6, HALF % b"/") as first, held(at, 4, HALF % b"/", peer=OTHER) as others:
        until(lambda: len(ended(first)) == 2 and len(bodies.coming.lines) == 8)
        assert [is_refused(rest(line)) for line in first[:2]] == [True, True]
        assert ended(first[2:]) == ended(others) == []
        with held(at, 1, HALF % b"/", peer=THIRD) as third:  # there is no room as a whole either
            until(lambda: len(ended(first[2:] + others)) == 1)
            assert ended(third) == []
        assert status(raw(at, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                              b"Connection: close\r\nContent-Length: 2\r\n\r\n{}", peer=THIRD)) == 299  # fmt: skip


@pytest.mark.parametrize("how", ["time-out", "disconnect", "error"])
def test_a_body_gives_its_place_back(how: str) -> None:
    page = Page()
    bodies = Bodies(Crowd(page), wait=SHORT if how == "time-out" else 20.0)
    with running(bodies) as at:
        if how == "error":
            body = b"Connection: close\r\nContent-Length: 2\r\n\r\n{}"
            assert status(raw(at, HALF.partition(b"Content-Length")[0] % b"/fails" + body)) == 500
        else:
            with held(at, 3, HALF % b"/") as lines:
                until(lambda: len(bodies.coming.lines) == 3 or how == "time-out")
                assert how == "disconnect" or [status(rest(line)) for line in lines] == [408] * 3
        until(lambda: len(bodies.coming.lines) == 0)
        assert page.inside == bodies.app.places.taken == bodies.app.answers.taken == 0  # type: ignore[attr-defined]


def test_one_more_than_there_is_room_for_is_told_to_come_again() -> None:
    page = Page()
    with running(Crowd(page, most=2)) as at, held(at, 2, GET % b"/waits") as inside:
        until(lambda: page.inside == 2)
        assert is_refused(raw(at, GET % b"/"))
        page.leave.set()
        assert [status(rest(line)) for line in inside] == [299, 299]
        assert status(raw(at, GET % b"/")) == 299


def test_a_file_on_its_way_takes_no_place_of_what_is_worked_on() -> None:
    page = Page()
    crowd = Crowd(page, most=1, files=4)
    with running(crowd) as at, held(at, 2, FILE) as files:
        until(lambda: page.inside == 2)
        assert status(raw(at, GET % b"/")) == 299
        assert is_refused(raw(at, FILE))
        with held(at, 2, FILE, peer=OTHER):
            until(lambda: page.inside == 4)
            assert is_refused(raw(at, FILE, peer=THIRD))
        until(lambda: page.inside == 2)
        files[0].close()
        until(lambda: crowd.files.taken == 1)
        with held(at, 1, FILE):
            until(lambda: page.inside == 2)


@pytest.mark.parametrize("how", ["time-out", "disconnect", "error"])
def test_a_file_gives_its_place_back(how: str) -> None:
    page = Page()
    crowd = Crowd(page)
    with running(Bodies(crowd, wait=SHORT if how == "time-out" else 20.0)) as at:
        with held(at, 3, FILE.replace(b"/pages/arriving", b"/fails") if how == "error" else FILE) as lines:
            until(lambda: page.inside == 3 or how != "disconnect")
            assert how == "disconnect" or all(rest(line) or True for line in lines)
        until(lambda: crowd.files.taken == page.inside == 0)


def test_answers_that_one_address_does_not_take_keep_no_other_out() -> None:
    page = Page()
    crowd = Crowd(page, most=1, answers=4)
    with running(crowd) as at, held(at, 1, GET % b"/begins"), held(at, 1, GET % b"/begins"):
        until(lambda: crowd.answers.taken == 2)
        assert is_refused(raw(at, GET % b"/"))
        assert status(raw(at, GET % b"/", peer=OTHER)) == 299
        assert crowd.places.taken == 0


@contextmanager
def crowded(most: int) -> Iterator[tuple[str, Page]]:
    page = Page()
    with running(page, most=most) as at:
        yield at, page


def test_a_connection_that_rests_gives_way_to_a_new_one() -> None:
    with crowded(8) as (at, _), held(at, 4) as first, held(at, 2, peer=OTHER), held(at, 2, peer=THIRD):
        assert status(raw(at, GET % b"/")) == 299  # its own address has as many as are for one
        until(lambda: ended(first) == first[:1])
        with held(at, 1, peer=FOURTH):  # and there are as many as there may be
            assert status(raw(at, GET % b"/", peer=FOURTH)) == 299
        until(lambda: ended(first) == first[:2])


def test_connections_on_which_something_is_asked_are_not_ended() -> None:
    with crowded(4) as (at, page), held(at, 2, GET % b"/waits") as inside:
        until(lambda: page.inside == 2)
        assert is_refused(raw(at, GET % b"/"))
        with connected(at, OTHER) as other:
            other.sendall(GET % b"/")
            assert status(rest(other)) == 299
        page.leave.set()
        assert [status(rest(line)) for line in inside] == [299, 299]


def test_what_waits_longest_comes_first_of_an_address_or_of_whoever_has_most() -> None:
    lines = Lines[int]()
    for number, address in enumerate("aabbbc"):
        lines.add(address, number)
    assert (len(lines), lines.take_oldest("a"), lines.take_oldest(), lines.take_oldest("x")) == (6, 0, 2, None)
    lines.drop("a", 1)
    assert (lines.of("a"), lines.of("b"), len(lines)) == (0, 2, 3)


@pytest.mark.parametrize(
    ("client", "peer"),
    [
        (("10.0.0.7", 1), "10.0.0.7"),
        (("2001:db8:1:2:3:4:5:6", 1), "2001:db8:1:2::"),
        (("fe80::1%eth0", 1), "fe80::"),
        (("::ffff:10.0.0.7", 1), "::ffff:a00:7"),
        (None, ""),
    ],
)
def test_who_has_one_address_of_a_network_of_the_sixth_version_has_all_of_them(client: object, peer: str) -> None:
    assert peer_of({"client": client}) == peer
