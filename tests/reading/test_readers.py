"""Web pages, PDFs, Word documents and Markdown become the text a reader sees; what cannot be read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import NoPageError, PageError
from rag.reading import find_sources, read_page, segment
from rag.reading.pictures.known import PICTURES
from rag.reading.readers import READERS
from tests.reading.files import make_docx, make_pdf, swollen

TITLE = "陈志远赴东江县调研防汛工作"
LEAD = "本报讯（记者林海）5月6日，海州市委书记陈志远赴东江县调研防汛工作。"
REST = "他强调，要压实各方责任，守牢安全底线。"

WEB = f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>海州日报</title><style>p {{}}</style></head>
<body><nav><a href="/">首页</a></nav><h1>{TITLE}</h1><!-- 注释 --><div><p>{LEAD[:12]}<b>{LEAD[12:]}</b></p>
<p>　　{REST}<br>（下转第二版）</p><script>alert(1)</script></div></body></html>"""

# Two columns under one headline; the second column continues the first in the middle of a sentence.
COLUMNS = [
    (50.0, 740.0, 24.0, TITLE),
    (324.0, 700.0, 12.0, "作。"),
    *((324.0, 684.0 - 16 * k, 12.0, "" + REST[k * 10 : k * 10 + 10]) for k in range(2)),
    *((74.0 - 24 * bool(k), 700.0 - 16 * k, 12.0, LEAD[:-2][k * 16 : k * 16 + 16]) for k in range(3)),
]


def _page(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder


def _text(folder: Path, name: str, data: bytes) -> str:
    return read_page(find_sources([_page(folder, name, data)])[0]).text


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        pytest.param(
            "a.html", WEB.encode("gb18030"), f"{TITLE}\n\n{LEAD}\n\n　　{REST}\n\n（下转第二版）", id="web page"
        ),
        pytest.param("a.htm", f"<p>{LEAD}".encode(), LEAD, id="web page without a declaration"),
        pytest.param("a.docx", make_docx([TITLE, "", LEAD]), f"{TITLE}\n\n{LEAD}", id="Word"),
        pytest.param(
            "a.md",
            f"# {TITLE}\n\n{LEAD[:10]}**{LEAD[10:20]}**\n{LEAD[20:]}\n".encode(),
            f"{TITLE}\n\n{LEAD}",
            id="Markdown",
        ),
        pytest.param("a.md", f"﻿- [{REST}](http://a.b)\n".encode(), REST, id="list and link in Markdown"),
    ],
)
def test_text_is_what_a_reader_sees(tmp_path: Path, name: str, data: bytes, text: str) -> None:
    assert _text(tmp_path, name, data) == text


def test_columns_of_a_pdf_are_read_one_after_another(tmp_path: Path) -> None:
    page = read_page(find_sources([_page(tmp_path, "a.pdf", make_pdf(COLUMNS))])[0])
    (article,) = segment(page).articles
    assert article.titles == (TITLE,)
    assert "".join(page.text[s.start : s.end] for spans in article.paragraphs for s in spans) == LEAD + REST


ONLY_IMAGES = (
    r"has no text, only images; save the picture as \.jpg, or print it to PDF: .*pip install 'wenzheng\[ocr\]'"
)


@pytest.mark.parametrize(
    ("name", "data", "fact"),
    [
        pytest.param(
            "a.pdf", make_pdf(COLUMNS, encrypted=True), "is encrypted; save it without a password", id="encrypted PDF"
        ),
        pytest.param(
            "a.pdf", make_pdf([]), "has no text layer, only images; install what recognises text", id="PDF of images"
        ),
        pytest.param(
            "a.pdf",
            make_pdf(COLUMNS, named=False),
            r"can hardly be read: its fonts name 0% of its",
            id="nameless fonts",
        ),
        pytest.param("a.pdf", make_pdf(COLUMNS)[:-5], "breaks off before its end", id="PDF that is cut off"),
        pytest.param(
            "a.pdf", make_pdf(COLUMNS, sheets=3000), "has more than 64 pages; split it", id="PDF of 3,000 pages"
        ),
        pytest.param(
            "a.pdf",
            make_pdf([(50.0, 790.0 - 5 * k, 1.0, LEAD * 15) for k in range(150)]),
            "has a page of more than 60,000 characters",
            id="PDF of endless text",
        ),
        pytest.param(
            "a.pdf", swollen(make_pdf(COLUMNS), 300 << 20), "unpacks to more than 256 MB", id="PDF that swells"
        ),
        pytest.param("a.pdf", b"%PDF-1.5 nothing more", "is damaged or is not a PDF", id="damaged PDF"),
        pytest.param("a.docx", make_docx([LEAD], padding=101 << 20), "unpacks to more than 100 MB", id="zip bomb"),
        pytest.param(
            "a.docx", b"PK\x03\x04 cut off", "is damaged or is not a Word document", id="damaged Word document"
        ),
        pytest.param("a.docx", LEAD.encode(), "is damaged or is not a Word document", id="text named .docx"),
        pytest.param("a.html", b"<p></p>", "holds no text; remove it", id="empty web page"),
        pytest.param("a.docx", make_docx([]), "holds no text; remove it", id="empty Word document"),
        pytest.param("a.html", b"<p><img src='a.jpg'></p>", ONLY_IMAGES, id="web page of a picture"),
        pytest.param("a.docx", make_docx([""], padding=9), ONLY_IMAGES, id="Word document of a picture"),
        pytest.param("a.html", bytes(range(256)) * 4, "is not text", id="binary named .html"),
        pytest.param("a.txt", bytes(range(256)) * 4, "is not text", id="binary named .txt"),
        pytest.param("a.md", b"", "is empty", id="empty Markdown"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, fact: str
) -> None:
    monkeypatch.setattr("rag.reading.scanned.is_installed", lambda: False)
    with pytest.raises(PageError, match=rf"^{name.replace('.', '[.]')} {fact}"):
        _text(tmp_path, name, data)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.doc"])
@pytest.mark.parametrize(
    "start", [b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"RIFF\x10\0\0\0WEBPVP8 "]
)
def test_a_picture_under_another_name_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, start: bytes
) -> None:
    asked: list[bytes] = []
    monkeypatch.setattr("rag.reading.page.SUFFIXES", frozenset((*READERS, ".pdf")))
    with pytest.raises(PageError, match=r"is a picture; .*pip install 'wenzheng\[ocr\]'") as failed:
        _text(tmp_path, name, start + bytes(99))
    assert not isinstance(failed.value, NoPageError)
    monkeypatch.setattr("rag.reading.page.SUFFIXES", frozenset((*READERS, ".pdf", *PICTURES)))
    monkeypatch.setattr("rag.reading.page.read_picture", lambda data, told: (asked.append(data) or LEAD, None))
    assert _text(tmp_path, name, start + bytes(99)) == LEAD
    assert asked == [start + bytes(99)]
