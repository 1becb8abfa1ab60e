"""No reader of files runs in the process that indexes or serves, but Python's own decoders where a page is text."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rag.confined import Room
from rag.errors import PageError
from rag.reading import Source, apart, contents, read_page
from rag.reading.printed import printed
from rag.reading.readers import SUFFIXES
from tests.reading.files import make_glyphs, make_nested, make_word

TEXTS = {
    ".md": "# 青石镇召开防汛会议",
    ".html": "<html><head><meta name='pubdate' content='2022-05-06'></head><body><p>青石镇召开防汛会议。</p></body></html>",
}


def here(*given: object, **named: object) -> str:
    raise AssertionError("read in this process")


@pytest.mark.parametrize("suffix", TEXTS)
def test_a_file_is_read_elsewhere(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "READERS", dict.fromkeys(SUFFIXES, here))
    monkeypatch.setattr(contents, "BESIDE", dict.fromkeys(SUFFIXES, here))
    path = tmp_path / f"page{suffix}"
    path.write_text(TEXTS[suffix], encoding="utf-8")
    page = read_page(Source(path, path.name))
    assert "青石镇召开防汛会议" in page.text
    assert page.issued == ("2022-05-06" if suffix == ".html" else None)


def test_text_of_a_page_is_decoded_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Room, "run", here)
    path = tmp_path / "page.txt"
    path.write_text("青石镇召开防汛会议。", encoding="gb18030")
    assert read_page(Source(path, path.name)).text == "青石镇召开防汛会议。"


def test_longer_text_is_read_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "decode", here)
    path = tmp_path / "issue.txt"
    path.write_text("青石镇召开防汛会议。\n" * apart.A_PAGE, encoding="utf-8")
    with pytest.raises(PageError, match="has more than"):
        read_page(Source(path, path.name))
    path.write_text("青石镇召开防汛会议。\n" * (apart.A_PAGE // 20), encoding="utf-8")
    assert read_page(Source(path, path.name)).text.startswith("青石镇")


def test_a_text_longer_than_any_issue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("会" * (contents.MOST_CHARACTERS + 1), encoding="utf-8")
    with pytest.raises(PageError, match=r"long\.txt has more than 1,000,000 characters; split it into pages"):
        read_page(Source(path, path.name))


CELLS = "<w:tbl><w:tr>{}</w:tr></w:tbl>"
SMALL = {
    "a million characters.pdf": (make_glyphs(1_000_000), "has a page of more than 60,000 characters"),
    "forms in forms.pdf": (make_nested(12, 12), "takes more than 1 seconds to read"),
    "cells without end.docx": (make_word(CELLS.format("<w:tc><w:p/></w:tc>" * 1_000_000)), "takes more than 1 seconds"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="only the clock binds there")
def test_a_small_file_that_is_much_to_read_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limits = replace(apart.LIMITS, seconds=1.0, a_megabyte=0.0)
    rooms = {name: Room(getattr(apart, name).work, limits) for name in ("_TEXTS", "_SHEETS")}
    for name, room in rooms.items():
        monkeypatch.setattr(apart, name, room)
    (tmp_path / "next.md").write_text(TEXTS[".md"], encoding="utf-8")
    for name, (data, line) in SMALL.items():
        assert len(data) < 60_000
        (tmp_path / name).write_bytes(data)
        with pytest.raises(PageError, match=f"{name} {line}"):
            read_page(Source(tmp_path / name, name))
        assert "青石镇召开防汛会议" in read_page(Source(tmp_path / "next.md", "next.md")).text
    for room in rooms.values():
        room.close()


def test_such_files_are_read_where_they_are_not_much() -> None:
    assert printed(make_glyphs(1_000), ".pdf")["text"].startswith("aaa")
    assert printed(make_nested(2, 2), ".pdf")["text"] == "a"
    cell = "<w:tc><w:p><w:r><w:t>会</w:t></w:r></w:p></w:tc>"
    assert contents.contents(make_word(CELLS.format(cell * 3)), ".docx")["text"].split() == ["会"] * 3


def test_a_small_file_has_little_time_and_an_issue_enough() -> None:
    assert apart.LIMITS.seconds_for(20_000) < 11
    assert apart.LIMITS.seconds_for(12 << 20) >= 120


def test_reading_texts_loads_nothing_that_other_kinds_need() -> None:
    room = Room("tests.reading.loading:loaded", apart.LIMITS)
    loaded = set(room.run("青石镇召开防汛会议。".encode(), suffix=".txt"))
    assert {"numpy", "lxml", "rag.time", "rag.reading.web", "rag.reading.pdf", "subprocess"}.isdisjoint(loaded)
    assert "lxml" in room.run(TEXTS[".html"].encode(), suffix=".html")
    room.close()
