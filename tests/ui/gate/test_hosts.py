"""By which names the page may be called."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ui.gate.hosts import Hosts, is_loopback, own_names


def called(*hosts: str, names: tuple[str, ...] = ("127.0.0.1",)) -> int:
    """The status for a request with these Host lines; 299 where it is passed on."""
    sent: list[int] = []

    async def beneath(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 299})

    async def send(message: Any) -> None:
        sent.append(message.get("status", 0))

    scope = {"type": "http", "method": "GET", "headers": [(b"host", host.encode("latin-1")) for host in hosts]}
    asyncio.run(Hosts(beneath, names)(scope, None, send))  # type: ignore[arg-type]
    return sent[0]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:7860",
        "localhost:7860",
        "LOCALHOST",
        "localhost.:80",
        "[::1]:7860",
        "192.168.1.7:80",
        "127.0.0.1:9000",
    ],
)
def test_this_machine_and_bare_addresses(host: str) -> None:
    assert called(host) == 299


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("evil.example:7860", id="a stranger's name"),
        pytest.param("localhost.evil.example", id="a stranger's name that begins like ours"),
        pytest.param("evil.example#localhost", id="no host"),
        pytest.param("localhost:7860@evil.example", id="somebody at a stranger's"),
        pytest.param("127.0.0.1.evil.example", id="a name like an address"),
        pytest.param("", id="empty"),
    ],
)
def test_others_are_not_this_host(host: str) -> None:
    assert called(host) == 421


def test_a_request_names_one_host() -> None:
    assert called() == called("localhost", "evil.example") == 421


def test_further_names_can_be_allowed() -> None:
    assert called("news.example:443") == 421
    assert called("News.Example:443", names=("news.example",)) == 299


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)],
)
def test_which_hosts_only_this_machine_reaches(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
    assert (len(own_names(host)) == 1) is alone
