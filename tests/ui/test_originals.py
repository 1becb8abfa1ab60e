"""The file that a page was read of is fetched as it lies in the folder of pages, and nothing else that lies there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from rag import Kept, Language, Reading, build_index, delete_pages
from tests.ui import fakes
from tests.ui.conftest import NOWHERE, served
from tests.ui.fakes import PORT, FakeAssistant
from tests.ui.fetching import fetched
from ui.evidence.handler import opened
from ui.keeping.job import Indexing
from ui.links import article_link
from ui.originals import original_link
from ui.pages.handler import listed

ZH, EN = Language.ZH, Language.EN
NAME = '海州/港口 第2版 "清样".docx'
BYTES = b"PK\x03\x04 \x00 not for a browser <script>alert(1)</script>"
NAMES = (NAME, "bare.pdf", "page.html", "out.txt", "loop.txt", "inside", "../secret.txt", "shut.txt", "gone.txt")
LINE = "The original file of this page is not in the folder of pages, or cannot be opened."


class Shelf(FakeAssistant):
    """An assistant whose pages have these names."""

    def pages(self) -> tuple[Kept, ...]:
        return tuple(Kept(name, articles=1) for name in NAMES)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "pages"
    (folder / "海州").mkdir(parents=True)
    (folder / NAME).write_bytes(BYTES)
    for name in ("bare.pdf", "page.html", "foreign.txt"):
        (folder / name).write_bytes(name.encode())
    (folder.parent / "secret.txt").write_bytes(b"secret")
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "inside").mkdir()
    return folder


@pytest.fixture(scope="module")
def shelf(folder: Path) -> Iterator[str]:
    with served(Shelf(), indexing=Indexing(NOWHERE, folder, build_index, delete_pages)) as address:
        yield address


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_comes_as_it_is_under_its_own_name(shelf: str, method: str) -> None:
    status, headers, body = fetched(shelf + original_link(NAME), method)
    assert (status, body) == (200, BYTES if method == "GET" else b"")
    assert headers["Content-Length"] == str(len(BYTES))
    assert headers["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(NAME.rpartition('/')[2])}"
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("application/octet-stream", "no-store")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in headers["Content-Security-Policy"]


@pytest.mark.parametrize("name", ["bare.pdf", "page.html"])
def test_no_kind_of_file_is_shown_under_the_address_of_the_page(shelf: str, name: str) -> None:
    status, headers, body = fetched(shelf + original_link(name))
    assert (status, body, headers["Content-Type"]) == (200, name.encode(), "application/octet-stream")
    assert headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("foreign.txt", id="in the folder, but no page"),
        pytest.param("../secret.txt", id="a page whose name leads out"),
        pytest.param("海州/../../secret.txt", id="out by a way in"),
        pytest.param("/etc/hostname", id="from the root"),
        pytest.param("out.txt", id="a link out of the folder"),
        pytest.param("loop.txt", id="a link to itself"),
        pytest.param("inside", id="a folder"),
        pytest.param("gone.txt", id="gone"),
        pytest.param("bare.pdf\0", id="a character that no name has"),
        pytest.param("", id="nothing"),
    ],
)
def test_anything_else_is_told_in_a_line(shelf: str, folder: Path, page: str) -> None:
    status, headers, body = fetched(shelf + original_link(page), Accept_Language="en")
    assert (status, headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert body.decode() == LINE
    assert fetched(shelf + original_link(page), "HEAD")[::2] == (404, b"")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is shut to root")
def test_a_file_that_may_not_be_read_is_told_likewise(shelf: str, folder: Path) -> None:
    (folder / "shut.txt").write_bytes(b"shut")
    (folder / "shut.txt").chmod(0)
    assert fetched(shelf + original_link("shut.txt"), Accept_Language="en")[::2] == (404, LINE.encode())


def test_other_methods_are_refused(shelf: str) -> None:
    assert fetched(shelf + original_link(NAME), "POST")[0] == 405


def test_the_list_offers_what_is_kept_and_says_what_was_changed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(fakes.FILES, "bare.pdf", hashlib.sha256(b"bare.pdf").hexdigest())
    monkeypatch.setitem(fakes.FILES, "page.html", hashlib.sha256(b"as it was").hexdigest())
    rows = listed(Shelf(), EN, {}, folder)["rows"].split("<tr>")
    told = {name: next(row for row in rows if f'data-pick="{name}"' in row) for name in NAMES if '"' not in name}
    assert (
        'href="pages/file?page=bare.pdf" target="_blank" rel="noopener" aria-label="Original file bare.pdf"'
        in "".join(rows)
    )
    assert {name for name, row in told.items() if "pages/file" in row} == {"bare.pdf", "page.html"}
    assert {name for name, row in told.items() if 'class="changed"' in row} == {"page.html"}
    assert "pages/file" not in listed(Shelf(), EN, {})["rows"]


def test_what_was_read_of_a_file_that_is_not_known_is_not_called_changed(folder: Path) -> None:
    assert 'class="changed"' not in listed(Shelf(), ZH, {}, folder)["rows"]


def port(folder: Path, content: bytes) -> Path:
    path = folder / PORT.page.name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


class Reads(FakeAssistant):
    """An assistant that knows of which file the page of the port was read."""

    def reading(self, page: str, article: int) -> Reading:
        return replace(PORT, page=replace(PORT.page, file=hashlib.sha256(b"read").hexdigest()))


def test_the_evidence_offers_the_file_and_says_whether_it_was_changed(tmp_path: Path) -> None:
    sent = {"links": [article_link(PORT.page.name, 0)], "which": 0, "nearest": False}
    link = f'<span translate="no">{PORT.page.name}</span> <a class="original" href="pages/file?page=haizhou%2Fport.txt"'

    def shown() -> str:
        return opened(Reads(), ZH, sent, folder=tmp_path)

    assert "pages/file" not in shown()
    path = port(tmp_path, b"read")
    assert link in shown()
    assert ">原文件</a></dd>" in shown()
    path.write_bytes(b"changed")
    assert '>原文件</a> <span class="changed">文件后来改过，和读入的那一份不同</span></dd>' in shown()
    path.unlink()
    assert "pages/file" not in shown()
