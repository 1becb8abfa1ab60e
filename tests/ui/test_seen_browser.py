"""A citation from a scanned page, marked on its picture in a real browser."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tests.ui import fakes
from tests.ui.fakes import HARBOUR, PLACES, PORT, SCANS
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.test_seen import scan_of
from ui.links import article_link

pytestmark = pytest.mark.browser

HERE = article_link(PORT.page.name, 0, PLACES.spans, PORT.page.digest)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_picture_shows_the_citation(
    browser: Any, address: str, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    held = io.BytesIO()
    Image.new("L", (2400, 1200), 235).save(held, "JPEG")
    monkeypatch.setitem(SCANS, PORT.page.name, scan_of(HARBOUR, doubted="屿"))
    monkeypatch.setattr(fakes, "PICTURE", held.getvalue())
    with reading(browser, address + HERE, width) as reader:
        page = reader.page
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert page.locator("#evidence .warning").inner_text().startswith("文字识别自图片；这些字不确定：屿")
        page.get_by_role("tab", name="整版").focus()
        page.keyboard.press("ArrowRight")
        page.locator("#view-picture svg").wait_for(timeout=PATIENCE)
        assert page.get_by_role("tab", name="图片").get_attribute("aria-selected") == "true"
        seen = page.evaluate(
            """() => { const [a, b] = ["rect.cited", ".sheet"].map((s) => document.querySelector(`#view-picture ${s}`).getBoundingClientRect());
            return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top && b.right <= innerWidth + 1; }"""
        )
        assert seen
        link = page.locator("#view-picture image").get_attribute("href")
        loaded = page.evaluate(
            "async (link) => { const i = new Image(); i.src = link; await i.decode(); return i.naturalWidth; }", link
        )
        assert loaded == 2400
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.barriers() == []
        assert reader.complaints == []
        reader.shoot(f"seen-{width}")
