"""A PDF of the list is opened in a real browser: what was read of it, and its sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rag import build_index, delete_pages
from tests.reading.files import make_pdf
from tests.ui.conftest import NOWHERE, served
from tests.ui.reader import PATIENCE, reading
from tests.ui.sheets import NAME, PDF, Newsroom
from ui.keeping.job import Indexing

pytestmark = pytest.mark.browser

LOADED = "(n) => { const i = document.querySelectorAll('#view-picture img')[n]; return i?.complete && i.naturalWidth === 1080; }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "pages" / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(PDF)
    return tmp_path / "pages"


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    with served(Newsroom(), indexing=Indexing(NOWHERE, folder, build_index, delete_pages)) as address:
        yield address


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")])
def test_the_sheets_stand_beside_what_was_read(browser: Any, site: str, folder: Path, width: int, theme: str) -> None:
    with reading(browser, f"{site}?tab=pages", width, theme) as reader:
        page = reader.page
        name = page.locator("#pages table.pages .open", has_text=NAME)

        def look() -> None:
            page.get_by_role("tab", name="图片").wait_for(timeout=PATIENCE)
            page.get_by_role("tab", name="图片").click()

        name.click()
        look()
        page.wait_for_function(LOADED, arg=0, timeout=PATIENCE)
        assert page.locator("#view-picture .sheet").count() == 3
        assert page.evaluate(
            "document.querySelectorAll('#view-picture img')[0].getBoundingClientRect().top < innerHeight"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.barriers() == []
        reader.shoot(f"sheets-{width}-{theme}")
        whole = page.locator("#view-picture img").first
        assert whole.bounding_box()["width"] <= min(width, 720), "all of a sheet is seen at first"
        whole.click(position={"x": 150, "y": 100})
        assert whole.bounding_box()["width"] == 1080
        larger = page.get_by_role("button", name="放大")
        assert larger.get_attribute("aria-pressed") == "true"
        assert page.evaluate("document.querySelector('#view-picture .sheet').scrollLeft") > 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.barriers() == []
        reader.shoot(f"sheets-large-{width}-{theme}")
        larger.press("Enter")
        assert larger.get_attribute("aria-pressed") == "false"
        page.locator("#view-picture .sheet").nth(2).scroll_into_view_if_needed()
        page.wait_for_function(LOADED, arg=2, timeout=PATIENCE)
        reader.shoot(f"sheets-last-{width}-{theme}")
        assert reader.complaints == []

        (folder / NAME).write_bytes(make_pdf([], encrypted=True))
        reader.close_evidence()
        name.click()
        look()
        page.locator("#view-picture .warning").wait_for(timeout=PATIENCE)
        assert "加了密" in page.locator("#view-picture .warning").inner_text()
        assert reader.barriers() == []
        reader.shoot(f"sheets-locked-{width}-{theme}")


def test_a_sheet_that_does_not_come_leaves_a_line(browser: Any, site: str, folder: Path) -> None:
    with reading(browser, f"{site}?tab=pages") as reader:
        page = reader.page
        page.route("**/pages/sheet?*sheet=0", lambda route: route.fulfill(status=404, body="no"))
        page.locator("#pages table.pages .open", has_text=NAME).click()
        page.get_by_role("tab", name="图片").click()
        page.locator("#view-picture .warning").wait_for(timeout=PATIENCE)
        assert page.locator("#view-picture .warning").inner_text() == "这一页画不出来，请看原文件。"
        page.wait_for_function(LOADED, arg=0, timeout=PATIENCE)
        assert page.locator("#view-picture .sheet").count() == 2
