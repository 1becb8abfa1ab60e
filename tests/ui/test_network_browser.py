"""Who with whom and where in a real browser, at both widths, in both themes and languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import networkx
import pytest

from tests.ui.conftest import served
from tests.ui.crowd import EVIL_NAME, EVIL_PLACE
from tests.ui.party import FORMULA, party
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.test_browser import WINDOWS

pytestmark = pytest.mark.browser

PAIRS, PLACES, EVENTS = "#events .links.pairs", "#events .links.places", "#events .deeds"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(party()) as at:
        yield at


def there(page: Any, table: str) -> None:
    page.locator(table).wait_for(timeout=PATIENCE)


def query(page: Any) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_both_views_in_every_window(browser: Any, address: str, width: int, theme: str, locale: str) -> None:
    name = f"{width}-{theme}-{locale[:2]}"
    with reading(browser, address, width, theme, locale) as reader:
        page = reader.page
        reader.go("events")
        page.locator("#events [data-view=people]").click()
        there(page, PAIRS)
        assert page.locator("#events .network svg:visible").count() == 1
        assert reader.barriers() == []
        reader.shoot(f"{name}-network")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#events [data-view=places]").click()
        there(page, PLACES)
        assert reader.barriers() == []
        reader.shoot(f"{name}-places")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("#events [data-view][aria-pressed=true]").count() == 1
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


def test_row_opens_its_events_and_these_their_words(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&view=people") as reader:
        page = reader.page
        there(page, PAIRS)
        page.locator(f"{PAIRS} tbody tr", has_text="卫一帆").first.locator("td.last").click()
        there(page, EVENTS)
        assert page.locator(f"{EVENTS} tbody tr").count() == 2
        assert page.locator("#events .pins button").all_inner_texts() == ["卫一帆 ✕", "沈若水 ✕"]
        assert query(page)["together"] == ["卫一帆\n沈若水"]
        page.locator(f"{EVENTS} a.open").first.click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        page.get_by_role("button", name="关闭").click()
        page.reload()
        there(page, EVENTS)
        assert page.locator(f"{EVENTS} tbody tr").count() == 2
        page.get_by_role("button", name="不限卫一帆").click()
        page.locator("#events caption", has_text="共 3 件").wait_for(timeout=PATIENCE)
        page.go_back()
        there(page, PAIRS)
        assert page.locator("#events .pins").count() == 0


def test_line_of_the_drawing_opens_its_events_within_what_is_shown(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&view=people&together={quote('何景行')}") as reader:
        page = reader.page
        there(page, PAIRS)
        page.locator("#events svg.wide .tie", has_text="卫一帆与沈若水").dispatch_event("click")
        there(page, EVENTS)
        assert query(page)["together"] == ["何景行\n卫一帆\n沈若水"]
        assert page.locator(f"{EVENTS} tbody tr").count() == 1
        page.go_back()
        there(page, PAIRS)
        page.locator("#events svg.wide .node", has_text="卫一帆").click()
        page.locator("#people .profile h2", has_text="卫一帆").wait_for(timeout=PATIENCE)


def test_place_and_somebody_there_open_by_keyboard(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&view=places", width=390, locale="en-US") as reader:
        page = reader.page
        there(page, PLACES)
        page.get_by_role("button", name="The 2 events with Wei Yifan at Beiyu Wharf").focus()
        page.keyboard.press("Enter")
        there(page, EVENTS)
        assert (query(page)["together"], query(page)["places"]) == (["卫一帆"], ["北屿码头"])
        assert page.locator(f"{EVENTS} tbody tr").count() == 2
        page.locator("#events .more summary").click()
        page.get_by_role("button", name="Clear filters").click()
        page.locator("#events caption", has_text="5 events").wait_for(timeout=PATIENCE)
        assert "together" not in query(page)


def test_heads_sort_and_filters_hold_in_a_view(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&view=people") as reader:
        page = reader.page
        there(page, PAIRS)
        page.locator(f"{PAIRS} th.first button").focus()
        page.keyboard.press("Enter")
        page.locator(f"{PAIRS} th.first[aria-sort=ascending]").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.activeElement.dataset.key") == "first"
        assert query(page)["by"] == ["early"]
        page.fill("#events-since", "2023-05")
        page.locator(f"{PAIRS} caption", has_text="共 2 对").wait_for(timeout=PATIENCE)
        page.get_by_role("button", name="清除筛选").click()
        page.locator(f"{PAIRS} caption", has_text="共 4 对").wait_for(timeout=PATIENCE)
        assert query(page)["view"] == ["people"]


def test_network_is_taken_away_as_graphml(browser: Any, address: str, tmp_path: Path) -> None:
    with reading(browser, f"{address}?tab=events&view=people&since=2023-05") as reader:
        page = reader.page
        there(page, PAIRS)
        assert page.get_by_role("button", name="全部存为 JSONL").count() == 0
        with page.expect_download(timeout=PATIENCE) as download:
            page.get_by_role("button", name="存为 GraphML").click()
        assert download.value.suggested_filename == "wenzheng-people.graphml"
        download.value.save_as(tmp_path / "network")
        graph = networkx.read_graphml(tmp_path / "network")
        assert (graph.number_of_nodes(), graph.number_of_edges()) == (3, 2)


def test_profile_leads_to_the_network_and_to_what_two_did(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?person={quote('卫一帆')}") as reader:
        page = reader.page
        page.get_by_role("button", name="看卫一帆与沈若水一起的 2 件").click()
        there(page, EVENTS)
        assert page.locator(f"{EVENTS} tbody tr").count() == 2
        page.go_back()
        page.get_by_role("button", name="看关系").click()
        there(page, PAIRS)
        assert page.locator(f"{PAIRS} tbody tr").count() == 2
        assert reader.complaints == []


def test_names_that_are_scripts_or_formulas_are_text(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&view=people") as reader:
        page = reader.page
        there(page, PAIRS)
        row = page.locator(f"{PAIRS} tbody tr", has_text=FORMULA)
        assert EVIL_NAME in row.inner_text()
        row.locator("td.last").click()
        there(page, EVENTS)
        assert page.locator(f"{EVENTS} tbody tr").count() == 1
        page.locator("#events [data-view=places]").click()
        there(page, PLACES)
        assert EVIL_PLACE in page.locator(PLACES).inner_text()
        assert page.evaluate("window.pwned") is None
        assert page.locator("#events :is(img, script, b)").count() == 0
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}
