"""Which files are pages, and what they are called."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from rag.errors import NoPageError, PageError, RagError
from rag.reading import Source, find_sources, read_page
from rag.reading.page import file_digest
from tests.shut import shut


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("海州日报\n", encoding="utf-8")


def test_files_of_a_folder_are_named_by_their_path_in_it(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "2023/a.txt", ".hidden.txt", ".git/c.txt", "README.md", "~$b.docx", "photo.jpg")
    found = find_sources([tmp_path])
    assert [s.name for s in found] == ["2023/a.txt", "README.md", "b.txt", "photo.jpg", "~$b.docx"]
    assert [s.name for s in found if s.aside] == ["README.md", "~$b.docx"]


def test_links_and_folders_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    _write(tmp_path, "pages/a.txt", "elsewhere/b.txt")
    (tmp_path / "pages/there").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "pages/gone.txt").symlink_to(tmp_path / "nothing.txt")
    names = [(s.name, bool(s.aside)) for s in find_sources([tmp_path / "pages"])]
    assert names == [("a.txt", False), ("gone.txt", False), ("there", True)]


def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    _write(tmp_path, "house/pages/a.txt")
    for path in (tmp_path / "house/pages", tmp_path / "house/pages/a.txt"):
        with (
            shut(tmp_path / "house"),
            pytest.raises(RagError, match="lies in a folder that may not be entered; allow it"),
        ):
            find_sources([path])
    with shut(tmp_path / "house/pages"):
        try:
            told = [source.name for source in find_sources([tmp_path / "house/pages"])]
        except RagError as error:
            told = [str(error)]
    assert told == ["."] or "may not be entered" in told[0], "named, and never a folder without pages"


def test_two_files_of_one_name_that_are_no_pages_are_no_error(tmp_path: Path) -> None:
    _write(tmp_path, "one/README.md", "two/README.md", "one/a.txt", "two/b.txt", "one/c.gif", "two/c.gif")
    assert [s.name for s in find_sources([tmp_path / "one", tmp_path / "two"])] == [
        "README.md",
        "a.txt",
        "b.txt",
        "c.gif",
    ]


def test_a_single_file_is_named_by_its_file_name_and_counts_once(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    page = tmp_path / "a.txt"
    assert find_sources([page, page, tmp_path]) == [Source(page, "a.txt")]


def test_two_pages_of_one_name_are_refused(tmp_path: Path) -> None:
    _write(tmp_path, "one/a.txt", "two/a.txt")
    with pytest.raises(RagError, match=r"would both be the page a\.txt"):
        find_sources([tmp_path / "one", tmp_path / "two"])


def test_a_missing_path_and_a_folder_without_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RagError, match="does not exist"):
        find_sources([tmp_path / "nowhere"])
    with pytest.raises(RagError, match="holds no page"):
        find_sources([tmp_path])


def test_line_ends_are_kept_and_the_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("﻿海州\r\n东江".encode())
    page = read_page(find_sources([tmp_path])[0])
    assert page.text == "海州\r\n东江"
    assert page.digest == hashlib.sha256("海州\r\n东江".encode()).hexdigest()


def test_errors_name_the_page_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text(" \n　\n", encoding="utf-8")
    with pytest.raises(PageError, match=r"blank\.txt holds no text; remove it"):
        read_page(find_sources([tmp_path / "blank.txt"])[0])
    with pytest.raises(PageError, match=r"gone\.txt cannot be read \(No such file"):
        read_page(Source(tmp_path / "gone.txt", "gone.txt"))
    with pytest.raises(NoPageError, match=r"photo\.gif is a picture; if it shows a page, save it as \.jpg or \.png"):
        read_page(Source(tmp_path / "photo.gif", "photo.gif"))
    with pytest.raises(NoPageError, match=r"a\.xyz is of no known kind; save it as one of (\.bmp )?\.doc \.docm"):
        read_page(Source(tmp_path / "a.xyz", "a.xyz"))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(PageError, match=r"a\.doc is damaged or breaks off before its end; open it in a word") as found:
        read_page(Source(tmp_path / "a.doc", "a.doc"))
    assert not isinstance(found.value, NoPageError)


def test_a_link_out_of_the_folder_is_no_page_of_it_and_one_inside_is(tmp_path: Path) -> None:
    folder, outside = tmp_path / "pages", tmp_path / "secret.txt"
    folder.mkdir()
    outside.write_text("secret", encoding="utf-8")
    (folder / "a.txt").write_text("page", encoding="utf-8")
    (folder / "out.txt").symlink_to(outside)
    (folder / "in.txt").symlink_to(folder / "a.txt")
    asides = {source.name: source.aside for source in find_sources([folder])}
    assert asides == {"a.txt": "", "in.txt": "", "out.txt": "is a link out of the folder"}


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
@pytest.mark.parametrize("name", ["a\x1b[2Jb.txt", "a\nb.txt", "a\u202eb.txt", os.fsdecode(b"a\xffb.txt")])
def test_a_name_that_cannot_be_shown_is_told_in_characters_that_can(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("page", encoding="utf-8")
    (source,) = find_sources([tmp_path])
    assert source.name.isprintable()
    assert source.aside == "has characters in its name that cannot be shown"
    assert find_sources([tmp_path / name]) == [source], "given by itself no more than in a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_a_pipe_with_the_name_of_a_picture_is_no_file_to_wait_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.png")
    assert file_digest(tmp_path / "page.png") == ""
