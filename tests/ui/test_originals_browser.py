"""A page's file is fetched from the list and from the evidence in a real browser, with the real reading and index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from rag import Assistant, Config, delete_pages
from rag.indexing import build, open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE
from tests.ui.conftest import served
from tests.ui.reader import PATIENCE, Reader, reading
from ui.keeping.job import Indexing

pytestmark = [pytest.mark.browser, pytest.mark.model]

NAME = "东江 大桥.txt"
REAL = partial(build, encoder=HashingEncoder())
WORDS = {
    "zh-CN": ("原文件", "文件后来改过，和读入的那一份不同", "这个版面的原文件不在版面文件夹里，或者打不开。"),
    "en-US": (
        "Original file",
        "The file was changed and is not the one that was read",
        "The original file of this page is not in the folder of pages, or cannot be opened.",
    ),
}


@dataclass(frozen=True)
class Site:
    """The address of a page, and the one file of its folder of pages."""

    address: str
    file: Path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    folder = write_pages(tmp_path / "pages", {NAME: BRIDGE})
    config = Config(index=tmp_path / "index")
    REAL(config, [folder], lambda stage, done, total: None)
    with (
        Assistant.over(open_indexes(config, HashingEncoder()), config) as assistant,
        served(assistant, (folder, config.index), indexing=Indexing(config, folder, REAL, delete_pages)) as address,
    ):
        yield Site(address, folder / NAME)


def taken(reader: Reader, link: Any) -> tuple[str, bytes]:
    """The name and the bytes of what a click on the link brings."""
    came: list[Any] = []
    reader.page.once("download", lambda download: came.append(download))
    reader.page.context.once("page", lambda opened: opened.once("download", lambda download: came.append(download)))
    link.click()
    for _ in range(PATIENCE // 100):
        if came:
            break
        reader.page.wait_for_timeout(100)
    return came[0].suggested_filename, Path(came[0].path()).read_bytes()


@pytest.mark.parametrize(("width", "locale"), [(1440, "zh-CN"), (390, "en-US")])
def test_the_file_is_fetched_from_the_list_and_beside_the_article(
    browser: Any, site: Site, width: int, locale: str
) -> None:
    label, changed, gone = WORDS[locale]
    with reading(browser, f"{site.address}?tab=pages", width, locale=locale) as reader:
        page = reader.page
        link = page.locator("#pages table.pages .original")
        link.wait_for(timeout=PATIENCE)
        assert (link.inner_text(), page.locator(".changed").count()) == (label, 0)
        assert taken(reader, link) == (NAME, site.file.read_bytes())
        reader.shoot(f"originals-{width}")

        site.file.write_bytes(b"other words")
        page.locator("#pages table.pages .open").click()
        beside = page.locator("#evidence .facts .original")
        beside.wait_for(timeout=PATIENCE)
        assert page.locator("#evidence .facts .changed").inner_text() == changed
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.barriers() == []
        reader.shoot(f"originals-evidence-{width}")
        assert taken(reader, beside) == (NAME, b"other words")

        reader.close_evidence()
        page.reload()
        page.locator("#pages table.pages .changed").wait_for(timeout=PATIENCE)
        assert page.locator("#pages table.pages .changed").inner_text() == changed
        box = page.locator("#pages table.pages .changed").bounding_box()
        assert box["x"] + box["width"] <= width
        assert reader.barriers() == []
        reader.shoot(f"originals-changed-{width}")
        assert reader.complaints == []

        site.file.unlink()
        with page.context.expect_page() as opening:
            link.click()
        assert opening.value.locator("body").inner_text().strip() == gone
        page.reload()
        page.locator("#pages table.pages .open").wait_for(timeout=PATIENCE)
        assert link.count() == 0
