"""Which files are pages, and what they are called."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rag.errors import PageError, RagError
from rag.reading import Source, find_sources, read_page


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("海州日报\n", encoding="utf-8")


def test_pages_of_a_folder_are_named_by_their_path_in_it(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "2023/a.txt", ".hidden.txt", ".git/c.txt", "README.md", "README.txt", "photo.jpg")
    assert [s.name for s in find_sources([tmp_path])] == ["2023/a.txt", "b.txt"]


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
    with pytest.raises(PageError, match=r"photo\.jpg is of no known kind; save it as"):
        read_page(Source(tmp_path / "photo.jpg", "photo.jpg"))
