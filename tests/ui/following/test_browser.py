"""A followed folder as the tab "Pages" shows it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rag import Assistant, Config
from rag.indexing import open_indexes
from tests.fakes import HashingEncoder, write_pages
from tests.indexing.conftest import BRIDGE, SCHOOL
from tests.ui.conftest import served
from tests.ui.following.churn import page as printed
from tests.ui.following.kept import followed, reading
from tests.ui.reader import PATIENCE
from tests.ui.reader import reading as at_the_page
from ui.following.watcher import Watcher

pytestmark = [pytest.mark.browser, pytest.mark.model]

WINDOWS = [(1440, "light", "zh-CN"), (1440, "dark", "en-US"), (390, "light", "en-US"), (390, "dark", "zh-CN")]
HOSTILE = "<img src=x onerror=alert(1)> {{x}} ${y}.txt"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a page whose folder is followed, and the folder."""
    folder = write_pages(tmp_path / "pages", {"bridge.txt": BRIDGE, "school.txt": SCHOOL})
    config = Config(index=tmp_path / "index")
    reading(config, [folder])
    follower, indexing = followed(folder, config.index, grace=3600.0)
    with Assistant.over(open_indexes(config, HashingEncoder()), config) as assistant:
        watcher = Watcher(follower, indexing, often=0.2)
        with served(assistant, (folder, config.index), indexing=indexing, following=follower) as address:
            watcher.start()
            yield address, folder
            watcher.close()


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_what_happens_in_the_folder_is_seen(
    browser: Any, site: tuple[str, Path], width: int, theme: str, locale: str
) -> None:
    address, folder = site
    with at_the_page(browser, address, width, theme, locale, ahead=True) as reader:
        page = reader.page
        reader.go("pages")
        rows = page.locator("#pages table.pages tbody tr")
        page.locator("#pages .followed").wait_for(timeout=PATIENCE)
        write_pages(folder, {"new.txt": printed(7), HOSTILE: printed(8)})
        reader.awaits(rows.nth(3))
        (folder / "school.txt").unlink()
        reader.awaits(page.locator("#pages .bin li").first)
        page.locator("#pages .followed summary").click()
        reader.awaits(page.locator("#pages .followed .fates", has_text="new.txt"))
        reader.shoot(f"{width}-{theme}-{locale[:2]}-followed")
        page.locator("#pages .followed").scroll_into_view_if_needed()
        reader.shoot(f"{width}-{theme}-{locale[:2]}-followed-2")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#pages .bin button").click()
        page.locator("#pages .bin").wait_for(state="detached", timeout=PATIENCE)
        assert rows.count() == 4
        assert page.locator("#pages .followed details").get_attribute("open") is not None
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}
