"""Every route of the running page is ours or closed, those of the framework's next release too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.ui.fakes import FakeAssistant
from ui.app import build_app, mounted
from ui.gate.doors import DOORS, FOR_MODELS, Doors
from ui.look import own_files
from ui.serve import _bare

OURS = {
    "/login",
    "/logout",
    "/events/file",
    "/taken",
    "/own/0123456789abcdef.css",
    "/conversation/asking",
    "/pages/arriving",
    "/pages/file",
    "/pages/picture",
    "/pages/sheet",
    "/watch/feed",
    "/watch/file",
    "/watch/names",
}
"""Answered before the framework is asked."""

FRAMEWORK = {
    "/",
    "/config",
    "/assets/{path:path}",
    "/static/{path:path}",
    "/favicon.ico",
    "/theme.css",
    "/gradio_api/component_server",
    "/gradio_api/component_server/",
    "/gradio_api/info",
    "/gradio_api/queue/join",
    "/gradio_api/queue/data",
    "/gradio_api/call/{api_name}",
    "/gradio_api/call/{api_name}/{event_id}",
}
"""Routes of the framework that the page needs; all others must be closed."""

LEAST = 60
"""Routes that the framework has at least; fewer would mean that they are not found."""


def routes(router: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(method, path) of everything an application answers, through what is mounted or included in it."""
    for route in router.routes:
        path = before + getattr(route, "path", "").rstrip("/" if getattr(route, "routes", None) else "")
        included = getattr(route, "effective_candidates", None)
        if included is not None:
            for one in included() if callable(included) else included:
                yield from ((m, before + one.path) for m in getattr(one, "methods", None) or ("GET",))
        elif getattr(route, "routes", None):
            yield from routes(route.app, path)
        else:
            yield from ((method, path) for method in getattr(route, "methods", None) or ("GET",))


def all_routes() -> set[tuple[str, str]]:
    from rag import build_index, delete_pages
    from tests.ui.conftest import NO_PAGES, NOWHERE
    from ui.keeping.job import Indexing

    indexing = Indexing(NOWHERE, NO_PAGES, build_index, delete_pages)
    around = mounted(build_app(FakeAssistant(), NOWHERE, indexing), _bare(), (), mcp=False)
    return set(routes(around))


def filled(path: str) -> str:
    return re.sub(r"{[^}]*:path}|{[^}]*}", "ask", path)


def test_every_route_is_needed_or_closed() -> None:
    found = all_routes()
    doors = Doors(lambda *call: None)  # type: ignore[arg-type, return-value]
    opened = {(m, p) for m, p in found if p not in OURS and doors._refusal(filled(p), m) is None}
    assert len(found) >= LEAST
    assert {path for _, path in opened} <= FRAMEWORK
    assert {path for _, path in opened} >= FRAMEWORK, "a route that the page needs is gone or closed"
    assert {m for m, p in opened if "component_server" not in p and "call" not in p and "join" not in p} <= {
        "GET",
        "HEAD",
    }


def test_doors_are_for_routes_that_there_are() -> None:
    paths = {filled(path) for _, path in all_routes()} | OURS
    assert [d.path for d in DOORS if not any(re.fullmatch(d.path, p, re.ASCII) for p in paths)] == []
    assert all(d.purpose for d in (*DOORS, *FOR_MODELS))


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "gradio_api/upload"),
        ("POST", "gradio_api/upload/"),
        ("POST", "gradio_api//upload"),
        ("POST", "gradio_api/%75pload"),
        ("POST", "gradio_api/process_recording"),
        ("GET", "gradio_api/file=pyproject.toml"),
        ("GET", "assets/..%2f..%2fpyproject.toml"),
        ("GET", "gradio_api/runs"),
        ("GET", "monitoring/summary"),
        ("GET", "openapi.json"),
        ("POST", "gradio_api/call/undo"),
        ("GET", "docs"),
    ],
)
def test_what_is_closed_is_not_there(address: str, method: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{address}{path}", b"{}" if method == "POST" else None, method=method))
    assert refused.value.code == 404


@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PATCH", "DELETE", "PUT"])
def test_methods_that_no_door_takes(address: str, method: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(f"{address}config", method=method))
    assert refused.value.code == 405


def test_nothing_lets_another_site_read(address: str) -> None:
    with urlopen(Request(f"{address}config", headers={"Origin": "http://localhost:3000"})) as answer:
        assert [name for name in answer.headers if name.lower().startswith("access-control")] == []


def test_a_strangers_name_for_this_machine_gets_nothing(address: str) -> None:
    for path in ("", "config", "events/file?as=csv", "gradio_api/info"):
        with pytest.raises(HTTPError) as refused:
            urlopen(Request(f"{address}{path}", headers={"Host": "evil.example"}))
        assert refused.value.code == 421


@pytest.mark.parametrize(
    "path",
    [
        "events/file?as=csv",
        "taken?as=none",
        "pages/file?page=none",
        "pages/sheet?page=none.pdf",
        own_files()[0].path[1:],
    ],
)
def test_heads_alone_are_those_of_the_whole(address: str, path: str) -> None:
    told = [_told(Request(f"{address}{path}", method=method)) for method in ("GET", "HEAD")]
    assert told[0][:2] == told[1][:2]
    assert (told[0][2] != b"", told[1][2]) == (True, b"")


def _told(request: Request) -> tuple[int, str | None, bytes]:
    try:
        with urlopen(request) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except HTTPError as refused:
        return refused.code, refused.headers["Content-Type"], refused.read()
