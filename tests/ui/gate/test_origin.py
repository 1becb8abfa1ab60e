"""Which requests are the page's own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ui.gate.origin import OwnPages

HOST = {"host": "127.0.0.1:7860"}


def status(method: str, headers: dict[str, str]) -> int:
    """What a request gets; 299 where it is passed on."""
    sent: list[int] = []

    async def beneath(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 299})

    async def send(message: Any) -> None:
        sent.append(message.get("status", 0))

    lines = [(name.encode(), value.encode()) for name, value in (HOST | headers).items()]
    asyncio.run(OwnPages(beneath)({"type": "http", "method": method, "headers": lines}, None, send))
    return sent[0]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param({"origin": "http://127.0.0.1:7860", "sec-fetch-site": "same-origin"}, 299, id="the page"),
        pytest.param({"origin": "http://127.0.0.1:7860"}, 299, id="the page in an older browser"),
        pytest.param({"origin": "http://example.org", "sec-fetch-site": "same-origin"}, 299, id="behind a proxy"),
        pytest.param({}, 299, id="a program"),
        pytest.param({"origin": "http://evil.example", "sec-fetch-site": "cross-site"}, 403, id="another site"),
        pytest.param({"origin": "http://127.0.0.1:3000", "sec-fetch-site": "same-site"}, 403, id="another local page"),
        pytest.param({"origin": "http://localhost:7860"}, 403, id="another local page in an older browser"),
        pytest.param({"origin": "null"}, 403, id="a file opened in a browser"),
    ],
)
def test_only_the_page_and_programs_change_anything(headers: dict[str, str], expected: int) -> None:
    assert status("POST", headers) == status("PUT", headers) == expected


def test_links_from_elsewhere_can_be_opened() -> None:
    assert status("GET", {"sec-fetch-site": "cross-site"}) == 299
