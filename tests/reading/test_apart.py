"""No reader of files runs in the process that indexes or serves."""

from __future__ import annotations

from pathlib import Path

import pytest

from rag.errors import PageError
from rag.reading import Source, apart, read_page
from rag.reading.readers import SUFFIXES

TEXTS = {
    ".txt": "青石镇召开防汛会议。",
    ".md": "# 青石镇召开防汛会议",
    ".html": "<html><head><meta name='pubdate' content='2022-05-06'></head><body><p>青石镇召开防汛会议。</p></body></html>",
}


def here(data: bytes) -> str:
    raise AssertionError("read in this process")


@pytest.mark.parametrize("suffix", TEXTS)
def test_a_file_is_read_elsewhere(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "READERS", dict.fromkeys(SUFFIXES, here))
    monkeypatch.setattr(apart, "BESIDE", dict.fromkeys(SUFFIXES, here))
    path = tmp_path / f"page{suffix}"
    path.write_text(TEXTS[suffix], encoding="utf-8")
    page = read_page(Source(path, path.name))
    assert "青石镇召开防汛会议" in page.text
    assert page.issued == ("2022-05-06" if suffix == ".html" else None)


def test_a_text_longer_than_any_issue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("会" * (apart.MOST_CHARACTERS + 1), encoding="utf-8")
    with pytest.raises(PageError, match=r"long\.txt has more than 1,000,000 characters; split it into pages"):
        read_page(Source(path, path.name))


def test_a_small_file_has_little_time_and_an_issue_enough() -> None:
    assert apart.LIMITS.seconds_for(20_000) < 11
    assert apart.LIMITS.seconds_for(12 << 20) >= 120
