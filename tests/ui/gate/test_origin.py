"""Which requests are the page's own."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from rag import Deeds
from tests.ui.conftest import served
from tests.ui.fakes import FakeAssistant
from tests.ui.gate.wire import nothing, running
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


OPENS = {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        pytest.param({"sec-fetch-site": "cross-site"} | OPENS, 299, id="a link on another site"),
        pytest.param({"sec-fetch-site": "same-site"} | OPENS, 299, id="a link on a site beside it"),
        pytest.param({"sec-fetch-site": "none"} | OPENS, 299, id="a bookmark, or a link in a mail"),
        pytest.param({}, 299, id="a reader of feeds"),
        pytest.param({"sec-fetch-site": "none", "sec-fetch-mode": "no-cors"}, 299, id="the browser itself"),
        pytest.param({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, 299, id="the page"),
        pytest.param({"sec-fetch-site": "cross-site"}, 299, id="a browser that says no more"),
        pytest.param({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 299, id="one that says less"),
        pytest.param(
            {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
            403,
            id="a picture",
        ),
        pytest.param({"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}, 403, id="a picture beside it"),
        pytest.param({"sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"}, 403, id="a script"),
        pytest.param(
            {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
            403,
            id="a frame",
        ),
    ],
)
def test_links_from_elsewhere_can_be_opened_and_nothing_else_makes_work(headers: dict[str, str], expected: int) -> None:
    assert status("GET", headers) == status("HEAD", headers) == expected


class Counting(FakeAssistant):
    """Knows how often its events were looked for."""

    looked = 0

    def deeds(self, *given: Any, **named: Any) -> Deeds:
        self.looked += 1
        return super().deeds(*given, **named)


@pytest.mark.browser
def test_a_picture_on_a_strangers_page_makes_no_work(browser: Any) -> None:
    """As a real browser sends it: the stranger's page has a picture, a script and a frame from here, and a link to here."""
    assistant = Counting()
    with served(assistant) as address:
        strange = f"""<img src="{address}taken?as=print&who=a"><script src="{address}taken?as=print&who=b"></script>
            <iframe src="{address}taken?as=print&who=c"></iframe><a href="{address}taken?as=print&who=d">go</a>"""

        async def stranger(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "lifespan":
                await nothing(scope, receive, send)
                return
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]})
            await send({"type": "http.response.body", "body": strange.encode()})

        with running(stranger) as elsewhere:
            page = browser.new_page()
            sent: list[str] = []
            page.on("request", lambda request: sent.append(request.url[-1]) if "/taken" in request.url else None)
            page.goto(elsewhere.replace("127.0.0.1", "localhost"), wait_until="networkidle")
            assert (sorted(sent), assistant.looked) == (["a", "b", "c"], 0)
            with page.expect_navigation():
                page.click("a")
            assert assistant.looked == 1
            page.close()
