"""Known pages, printed to PDF by a browser in columns, are told apart about as well as their text is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from rag.reading import find_sources, read_page, segment
from tests.reading.printed import Row, Style, as_html, print_page
from tests.tuning.printed_pages import known_pages, measure
from tests.ui.conftest import browser

__all__ = ["browser"]

pytestmark = pytest.mark.browser

FLOOR = 0.95
PAGES = 4
"""Of each set: the whole of them is measured by tests/tuning/printed_pages.py."""

STORIES = (
    ("秦望舒检查水库大坝", "本报讯（记者 闻溪）8月9日，县长秦望舒到青螺水库检查大坝加固工程，要求抢在雨前完工。"),
    ("敬老院添了三十张床", "青螺镇敬老院上周添了三十张新床。镇长白芷说，这些床是社会捐赠的，老人们都说好。"),
    ("坡头村果农开园迎客", "坡头村的果农上周六开园迎客。村支书陆英说，今年的桃子比去年甜，路也比去年好走。"),
)


@pytest.mark.parametrize("columns", [3, 5])
@pytest.mark.parametrize("indented", [True, False], ids=["set in", "apart"])
def test_stories_in_columns_stay_apart(browser: Any, tmp_path: Path, columns: int, indented: bool) -> None:
    text = "\n\n".join(f"{title}\n\n{body * 4}" for title, body in STORIES)
    titles = [(text.index(title), text.index(title) + len(title)) for title, _ in STORIES]
    page = as_html(text, [{"title_spans": [span]} for span in titles], Style(columns, indented))
    print_page(browser, page, tmp_path / "a.pdf")
    layout = segment(read_page(find_sources([tmp_path])[0]))
    read = [
        ("".join(a.titles), "".join(layout.page.text[s.start : s.end] for p in a.paragraphs for s in p))
        for a in layout.articles
    ]
    assert [(t, b.replace(" ", "")) for t, b in read] == [(t, (b * 4).replace(" ", "")) for t, b in STORIES]


@pytest.mark.parametrize(("name", "columns"), [("seeds", 4), ("composed", 5)])
def test_printed_pages_reach_the_floor(shared: Path, browser: Any, tmp_path: Path, name: str, columns: int) -> None:
    pages: dict[str, tuple[str, list[Row]]] = {
        page: (text, rows) for page, text, rows in list(known_pages(name))[:PAGES]
    }
    for page, (text, rows) in pages.items():
        print_page(browser, as_html(text, rows, Style(columns)), tmp_path / (Path(page).stem + ".pdf"))
    found = measure(tmp_path, ".pdf", pages)
    assert found["bcubed_f1"] >= FLOOR, found
