"""Nothing is lost in silence: every file of a folder has an outcome, and a page that could hardly be read is not taken in."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.indexing.outcomes import NothingReadError
from rag.reading import Source, read_page
from rag.records import Outcome, OutcomeKind, Page
from tests.indexing.conftest import Build
from tests.reading.binary import make_compound, make_doc
from tests.reading.files import make_docx, make_pdf

STORY = "陶远帆检查渡口安全\n\n　　本报讯（记者 何小雨）5月6日，海州市副市长陶远帆到东江渡口检查安全生产。他要求逐船登记。\n"
WEB = "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{}</body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
READ = {
    name: STORY.replace("逐船", f"第{n}次逐船")
    for n, name in enumerate(("a.txt", "b.text", "c.md", "d.markdown", "e.html", "f.htm", "g.xhtml", "h.shtml"))
}
UNREAD = (
    "doc",
    "wps",
    "ofd",
    "rtf",
    "odt",
    "xls",
    "xlsx",
    "ppt",
    "pptx",
    "epub",
    "ceb",
    "caj",
    "eml",
    "zip",
    "rar",
    "7z",
)
ASIDE = ("gif", "heic", "jp2", "csv", "json", "xml", "css", "js", "mp4", "xyz", "")
BROKEN: dict[str, tuple[bytes, str]] = {
    "cut.docx": (make_docx([STORY])[:200], "is damaged"),
    "cut.ofd": (b"PK\x03\x04 cut off", "is damaged or is not an OFD document"),
    "cut.doc": (OLE, "is damaged or breaks off before its end"),
    "locked.docx": (make_compound({"EncryptedPackage": b"x"}), "is encrypted"),
    "cut.pdf": (b"%PDF-1.7\n1 0 obj", "is damaged"),
    "locked.pdf": (make_pdf([(50.0, 700.0, 12.0, STORY)], encrypted=True), "is encrypted"),
    "scan.pdf": (make_pdf([]), "has no text layer"),
    "binary.txt": (bytes(range(256)) * 20, "is not text"),
    "mixed.txt": (STORY.encode() + STORY.encode("gb18030"), "in several at once"),
    "shell.html": (
        WEB.format("<div id='app'></div><p>请启用 JavaScript 以继续浏览本站</p><script>go()</script>").encode(),
        "holds no article: 0% of its",
    ),
    "footer.html": (
        WEB.format("<p>主办：海州市人民政府办公室</p><p>备案号：海ICP备00000000号</p>").encode(),
        "holds no article: 0% of its",
    ),
    "frames.html": (WEB.format("<iframe src='x.html'></iframe>").encode(), "holds no text"),
    "private.txt": (("\ue5d2\ue5f1\ue0a3\ue1b7，\ue0f0\ue2c4。" * 40 + "5月6日").encode(), "could hardly be read: 2"),
    "lost.html": (
        WEB.format("<p>" + "\ufffd\ufffd渡口\ufffd\ufffd" * 60 + "</p>").encode(),
        "could hardly be read: 33%",
    ),
    "rare.txt": (("鎴戜滑鐨勫煄甯傞櫠杩滃竼妫鏌ユ浮鍙ｅ畨鍏ㄧ敓浜" * 9).encode(), "could hardly be read"),
}


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    """A folder of files of all kinds, of which some are broken."""
    place = tmp_path / "crowd"
    place.mkdir()
    files: dict[str, bytes] = {name: text.encode() for name, text in READ.items()}
    files |= {"i.docx": make_docx(["陶远帆会见客商", "5月8日，陶远帆会见客商。"])}
    files |= {"k.doc": make_doc("陶远帆慰问船工\r5月10日，陶远帆慰问东江渡口船工。\r")}
    files |= {"j.pdf": make_pdf([(50.0, 700.0, 12.0, "5月9日，陶远帆检查桥梁。")])}
    files |= {f"页.{suffix}": OLE for suffix in UNREAD}
    files |= {f"旁.{suffix}".rstrip("."): b"\x00\x01" for suffix in ASIDE}
    files |= {name: data for name, (data, _) in BROKEN.items()}
    files |= {
        "README.md": b"about",
        "empty.txt": b"",
        "blank.html": b" \n",
        ".hidden.txt": b"x",
        "same.txt": files["a.txt"],
    }
    for name, data in files.items():
        (place / name).write_bytes(data)
    return place


def test_every_file_of_a_folder_is_named_with_its_outcome(built: Build, crowd: Path) -> None:
    report = built(crowd)
    told = {o.name: (o.kind, o.why) for o in report.outcomes}
    assert set(told) == {path.name for path in crowd.iterdir() if not path.name.startswith(".")}
    kinds = {kind: {name for name, (one, _) in told.items() if one is kind} for kind in OutcomeKind}
    assert kinds[OutcomeKind.ADDED] == {*READ, "i.docx", "j.pdf", "k.doc"}
    assert kinds[OutcomeKind.FAILED] == {*BROKEN, *(f"页.{suffix}" for suffix in UNREAD)}
    assert kinds[OutcomeKind.OTHER] == {"README.md", *(f"旁.{suffix}".rstrip(".") for suffix in ASIDE)}
    assert kinds[OutcomeKind.EMPTY] == {"empty.txt", "blank.html"}
    assert told["same.txt"] == (OutcomeKind.SKIPPED, "same content as a.txt")
    assert report.pages == len(kinds[OutcomeKind.ADDED])
    for name, (_, fact) in BROKEN.items():
        assert fact in told[name][1], told[name]
    assert all(why.startswith(name) and "; " in why for name, (kind, why) in told.items() if not kind.is_page)


def test_where_no_page_can_be_read_the_files_are_named_all_the_same(built: Build, tmp_path: Path) -> None:
    for name, data in {"a.gif": b"\xff\xd8", "b.doc": OLE, "c.txt": b""}.items():
        (tmp_path / name).write_bytes(data)
    with pytest.raises(
        NothingReadError, match=r"no page could be indexed: b\.doc is damaged or breaks off before its end"
    ) as found:
        built([tmp_path / "a.gif", tmp_path / "b.doc", tmp_path / "c.txt"])
    assert [o.kind for o in found.value.outcomes] == [OutcomeKind.OTHER, OutcomeKind.FAILED, OutcomeKind.EMPTY]


def test_a_page_with_a_bad_byte_is_added_and_says_so(built: Build, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((STORY * 5).encode("gb18030") + b"\xff")
    (outcome,) = built(tmp_path / "a.txt").outcomes
    assert outcome == Outcome("a.txt", OutcomeKind.ADDED, "1 of its characters could not be read and stands as \ufffd")


def test_an_error_in_a_reader_costs_its_own_file_only(
    built: Build, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tripping(source: Source, told: object) -> Page:
        if source.name == "bad.htm":
            raise RecursionError("too deep")
        return read_page(source)

    monkeypatch.setattr("rag.indexing.renewing.read_page", tripping)
    (folder / "bad.htm").write_bytes(b"<p>x")
    told = {o.name: o for o in built(folder).outcomes}
    assert (told["a.txt"].kind, told["bad.htm"].kind) == (OutcomeKind.ADDED, OutcomeKind.FAILED)
    assert "RecursionError: too deep" in told["bad.htm"].why


def test_a_page_in_another_format_is_there_already_unless_it_tells_its_day(built: Build, tmp_path: Path) -> None:
    title, lead = STORY.strip().split("\n\n")
    (pages := tmp_path / "pages").mkdir()
    (pages / "a.txt").write_text(STORY, encoding="utf-8")
    (pages / "b.docx").write_bytes(make_docx([title, lead.strip()]))
    head = "<meta name='pubdate' content='2022-05-07'>"
    page = f"<html><head><meta charset='utf-8'>{head}</head><body><h1>{title}</h1><p>{lead.strip()}</p></body></html>"
    (pages / "c.html").write_text(page, encoding="utf-8")
    told = [(o.name, o.kind, o.why) for o in built(pages).outcomes]
    assert told == [
        ("a.txt", OutcomeKind.ADDED, ""),
        ("b.docx", OutcomeKind.SKIPPED, "same content as a.txt"),
        ("c.html", OutcomeKind.ADDED, ""),
    ]
    again = built(pages)
    assert [(o.name, o.kind) for o in again.outcomes] == [(name, OutcomeKind.SKIPPED) for name, _, _ in told]


def test_files_that_went_before_they_were_read_are_told_in_a_line() -> None:
    assert str(NothingReadError(())) == "no page could be indexed: the files are there no more"
