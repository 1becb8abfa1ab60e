"""The sheets of the PDF that a page was read of are shown beside it: of pages of the index alone, out of the folder of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import pytest

from rag import Language, Mark, Picture, Scan, build_index, delete_pages
from tests.reading.files import make_pdf
from tests.ui.conftest import NOWHERE, served
from tests.ui.fakes import HARBOUR, PLACES, PORT, SCANS
from tests.ui.fetching import fetched
from tests.ui.sheets import NAME, PDF, Newsroom
from ui.evidence.handler import opened
from ui.evidence.sheets import sheets_of
from ui.keeping.job import Indexing
from ui.links import article_link
from ui.sheets import sheet_link

ZH, EN = Language.ZH, Language.EN
GONE = "The original file of this page is not in the folder of pages, or cannot be opened."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept") / "pages"
    (folder / "海州").mkdir(parents=True)
    (folder / "foreign").mkdir()
    for name in (NAME, "foreign/page.txt", "foreign.pdf"):
        (folder / name).write_bytes(PDF)
    (folder.parent / "secret.pdf").write_bytes(PDF)
    (folder / "out.pdf").symlink_to(folder.parent / "secret.pdf")
    (folder / "torn.pdf").write_bytes(PDF[:-3])
    (folder / "locked.pdf").write_bytes(make_pdf([], encrypted=True))
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with served(Newsroom(), indexing=Indexing(NOWHERE, folder, build_index, delete_pages)) as address:
        yield address


def asked(page: str, sheet: str = "0") -> str:
    return urlencode({"page": page, "sheet": sheet})


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_sheet_comes_as_a_picture_that_nothing_keeps(site: str, method: str) -> None:
    from PIL import Image

    status, headers, body = fetched(site + sheet_link(NAME, 2), method)
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "image/png", "no-store")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Disposition" not in headers
    if method == "HEAD":
        assert body == b""
    else:
        assert Image.open(BytesIO(body)).size == (1080, 1440)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(asked("foreign.pdf"), id="in the folder, but no page"),
        pytest.param(asked("foreign/page.txt"), id="a page that is no PDF by its name"),
        pytest.param(asked("../secret.pdf"), id="a name that leads out"),
        pytest.param(asked("海州/../../secret.pdf"), id="out by a way in"),
        pytest.param(asked("/etc/hostname.pdf"), id="from the root"),
        pytest.param(asked("out.pdf"), id="a link out of the folder"),
        pytest.param(asked("gone.pdf"), id="gone"),
        pytest.param(asked("gone.pdf\0.pdf"), id="a character that no name has"),
        pytest.param(asked(NAME, "-1"), id="a number below none"),
        pytest.param(asked(NAME, "99999999999"), id="a number past all"),
        pytest.param(asked(NAME, "0" * 9 + "1" * 5000), id="a number of five thousand figures"),
        pytest.param(asked(NAME, "²"), id="no number"),
        pytest.param("", id="nothing"),
    ],
)
def test_anything_else_is_told_in_a_line(site: str, query: str) -> None:
    status, headers, body = fetched(f"{site}pages/sheet?{query}", Accept_Language="en")
    assert (status, headers["Content-Type"], body.decode()) == (404, "text/plain; charset=utf-8", GONE)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        (asked(NAME, "3"), f"{NAME} has no sheet 4; open it anew"),
        (asked("torn.pdf"), "torn.pdf breaks off before its end; fetch or save it again"),
        (asked("locked.pdf"), "locked.pdf is encrypted; save it without a password"),
    ],
)
def test_what_cannot_be_drawn_says_why(site: str, query: str, line: str) -> None:
    assert fetched(f"{site}pages/sheet?{query}", Accept_Language="en")[::2] == (404, line.encode())
    assert fetched(f"{site}pages/sheet?{query}", "HEAD")[::2] == (404, b"")


def test_other_methods_are_refused(site: str) -> None:
    assert fetched(f"{site}pages/sheet?{asked(NAME)}", "POST")[0] == 405


def listed(folder: Path, page: object, language: Language = EN) -> str:
    return sheets_of(Newsroom(), language, {"page": page}, folder)


def test_all_sheets_are_listed_and_drawn_when_they_come_into_view(folder: Path) -> None:
    told = listed(folder, NAME)
    assert [f'src="{sheet_link(NAME, k)}"'.replace("&", "&amp;") in told for k in range(4)] == [True] * 3 + [False]
    assert told.count('loading="lazy"') == told.count('width="1080" height="1440" alt="Picture of sheet ') == 3
    assert "warning" not in told


def test_it_is_told_where_the_file_is_another_one_by_now(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.parent.mkdir()
    path.write_bytes(make_pdf([]))
    told = listed(tmp_path, NAME, ZH)
    assert told.startswith('<p class="warning" role="alert">文件后来改过，和读入的那一份不同</p>')
    assert told.count("<img") == 1
    path.unlink()
    assert listed(tmp_path, NAME) == f'<p class="warning" role="alert">{GONE}</p>'


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("locked.pdf", "locked.pdf is encrypted; save it without a password"),
        ("out.pdf", GONE),
        ("foreign.pdf", GONE),
        ("\ud800\0.pdf", GONE),
        ("foreign/page.txt", GONE),
    ],
)
def test_what_cannot_be_opened_is_told_in_a_line(folder: Path, page: str, line: str) -> None:
    assert listed(folder, page) == f'<p class="warning" role="alert">{line}</p>'


@pytest.mark.parametrize("sent", [None, [], {}, {"page": 7}, {"page": "a" * 2000}])
def test_what_names_no_page_gets_nothing(folder: Path, sent: object) -> None:
    assert sheets_of(Newsroom(), EN, sent, folder) == ""


def evidence(folder: Path | None) -> str:
    sent = {"links": [article_link(NAME, 0, PLACES.spans, PORT.page.digest)], "which": 0, "nearest": False}
    return opened(Newsroom(), ZH, sent, folder=folder)


def test_the_evidence_of_a_pdf_has_a_third_view_whose_sheets_come_when_it_is_opened(
    folder: Path, tmp_path: Path
) -> None:
    view = evidence(folder).partition('id="view-picture"')[2]
    assert (
        f'<blockquote lang=zh><mark class="cited">{PLACES.quote}</mark></blockquote><div data-sheets="{NAME}">' in view
    )
    assert "<img" not in view
    for none in (tmp_path, None):
        assert "view-picture" not in evidence(none)


def test_what_a_scan_shows_is_shown_as_it_was_recognised(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Scan("file", (Picture(1, 2400, 1200),), (Mark(0, 1, 1, 9, 9, 0.99),) * len(HARBOUR))
    monkeypatch.setitem(SCANS, NAME, seen)
    assert ("<svg" in evidence(folder), "data-sheets" in evidence(folder)) == (True, False)
    monkeypatch.setitem(SCANS, NAME, replace(seen, marks=(None,) * len(HARBOUR)))
    assert ("<svg" in evidence(folder), "data-sheets" in evidence(folder)) == (False, True)
    assert "<svg" in evidence(None)
