"""What was recognised from a picture is told as such, and shown on the picture."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from rag import Answer, Language, Mark, Picture, Scan, answer_line
from rag.asking.writing import seen as writing
from tests.ui.fakes import ANSWERS, HARBOUR, PICTURE, PLACES, PORT, PORT_QUESTION, SCANS, FakeAssistant
from ui.ask.answer import answer_html
from ui.commands.ask import answer_text
from ui.evidence.view import Chosen, Shown, evidence
from ui.gate.account import ANYBODY, KEY
from ui.links import Place
from ui.pictures import picture_link, pictures

ZH, EN = Language.ZH, Language.EN
SIZE = 40


def scan_of(text: str, doubted: str = "") -> Scan:
    """The text as if it stood on a picture, a line of it a line there."""
    marks: list[Mark | None] = []
    row, column = 0, 0
    for char in text:
        if char == "\n":
            marks.append(None)
            row, column = row + 1, 0
            continue
        left, top = 100 + SIZE * column, 200 + 60 * row
        marks.append(Mark(0, left, top, left + SIZE, top + SIZE, 0.4 if char in doubted else 0.99))
        column += 1
    return Scan("file", (Picture(3, 2400, 1200),), tuple(marks))


@pytest.fixture
def scan(monkeypatch: pytest.MonkeyPatch) -> Scan:
    """The page of the port was recognised, and 仓 for 北屿 was hardly legible."""
    found = scan_of(HARBOUR, doubted="屿")
    monkeypatch.setitem(SCANS, PORT.page.name, found)
    return found


@pytest.fixture
def answer(scan: Scan, monkeypatch: pytest.MonkeyPatch) -> Answer:
    monkeypatch.setattr(writing, "scan_of", lambda db, page: SCANS.get(page))
    return writing.with_doubts(None, ANSWERS[PORT_QUESTION])  # type: ignore[arg-type]


def shown(language: Language, scan: Scan | None) -> str:
    chosen = Chosen((Place(PORT.page.name, 0, PLACES.spans),))
    return evidence(language, PORT, Shown(chosen, scan=scan))


def test_the_citation_is_marked_on_the_picture_beside_the_words(scan: Scan) -> None:
    html = shown(ZH, scan)
    view = html.partition('id="view-picture"')[2]
    assert 'aria-labelledby="tab-picture"' in view
    assert f'<blockquote lang=zh><mark class="cited">{PLACES.quote}</mark></blockquote>' in view
    assert view.count('<rect class="cited"') == 2, "one for each line of print"
    box = scan.boxes([(PLACES.spans[0].start, PLACES.spans[0].end)])[0]
    assert f'x="{box.left - 7}" y="{box.top - 7}"' in view
    assert f'href="{picture_link(PORT.page.name, 0, PORT.page.digest)}"'.replace("&", "&amp;") in view
    assert "第 3 页的图片" in view
    assert html.count('role="tab"') == 3


def test_uncertain_characters_of_a_quote_are_named(scan: Scan, answer: Answer) -> None:
    assert "这些字不确定：屿。以图片为准" in shown(ZH, scan)
    assert "uncertain characters: 屿. The picture decides" in shown(EN, scan)
    assert "这些字不确定：屿" in answer_html(ZH, answer)
    assert "(recognised from a picture; uncertain: 屿)" in answer_text(answer)
    [line, *_] = answer_line("1", answer)["citations"]  # type: ignore[misc]
    assert line["uncertain"] == [PLACES.quote.index("屿")]


def test_a_quote_without_doubts_is_told_to_be_recognised_all_the_same() -> None:
    assert "文字识别自图片；以图片为准。" in shown(ZH, scan_of(HARBOUR))


def test_nothing_is_said_of_pages_of_text() -> None:
    html = shown(ZH, None)
    assert "识别" not in html
    assert html.count('role="tab"') == 2
    assert all("uncertain" not in c for c in answer_line("1", ANSWERS[PORT_QUESTION])["citations"])  # type: ignore[attr-defined]


def test_what_the_file_itself_tells_of_a_mixed_page_is_not_called_recognised(scan: Scan) -> None:
    half = replace(scan, marks=(None,) * len(scan.marks))
    assert "识别自图片" not in shown(ZH, half)


def get(path: str, query: str) -> tuple[int, dict[bytes, bytes], bytes]:
    sent: list[dict[str, Any]] = []

    async def other(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 299, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": [], KEY: ANYBODY}
    asyncio.run(pictures(other, FakeAssistant())(scope, receive, send))  # type: ignore[arg-type]
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def test_the_picture_is_fetched_from_the_index_and_kept_nowhere(scan: Scan) -> None:
    path, _, query = ("/" + picture_link(PORT.page.name, 0, "d1")).partition("?")
    status, headers, body = get(path, query)
    assert (status, body) == (200, PICTURE)
    assert (headers[b"content-type"], headers[b"cache-control"]) == (b"image/jpeg", b"no-store")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "page=none.jpg&sheet=0",
        "page=haizhou/port.txt&sheet=1",
        "page=haizhou/port.txt&sheet=-1",
        "page=haizhou/port.txt&sheet=99999999999",
        "page=haizhou/port.txt&sheet=%C2%B2",
    ],
)
def test_what_is_not_there_is_not_found(scan: Scan, query: str) -> None:
    assert get("/pages/picture", query)[0] == 404


def test_other_addresses_are_passed_on() -> None:
    assert get("/", "")[0] == 299
