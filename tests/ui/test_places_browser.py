"""An address that points at an article, opened fresh in a real browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.ui.fakes import EVIL, HOSTILE, PLACES, PORT, PORT_QUESTION
from tests.ui.reader import MARK, PATIENCE, reading
from ui.links import article_link

pytestmark = pytest.mark.browser

HERE = article_link(PORT.page.name, 0, PLACES.spans, PORT.page.digest)


@pytest.mark.parametrize("width", [1440, 390])
def test_place_opens_with_its_sentence_marked(browser: Any, address: str, width: int) -> None:
    with reading(browser, address + HERE, width) as reader:
        reader.page.locator(MARK).wait_for(timeout=PATIENCE)
        assert reader.page.locator(MARK).inner_text() == PLACES.quote
        reader.page.get_by_role("tab", name="整版").click()
        assert len(reader.page.locator(MARK).all()) == 2
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.complaints == []


def test_closing_an_article_leaves_the_address_as_it_was(browser: Any, address: str) -> None:
    with reading(browser, f"{address}?tab=events&where=北屿") as reader:
        page = reader.page
        page.locator("#events a.open").first.click()
        page.wait_for_function("new URLSearchParams(location.search).has('article')", timeout=PATIENCE)
        page.reload()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert page.locator("#events-where").input_value() == "北屿"
        page.get_by_role("button", name="关闭").click()
        page.wait_for_function("!new URLSearchParams(location.search).has('article')", timeout=PATIENCE)
        assert page.evaluate("new URLSearchParams(location.search).get('where')") == "北屿"


def test_going_back_undoes_one_step_at_a_time(browser: Any, address: str) -> None:
    with reading(browser, address, width=390) as reader:
        page = reader.page
        reader.go("events")
        page.locator("#events a.person").first.click()
        page.locator("#people .profile").wait_for(timeout=PATIENCE)
        page.locator("#people .acts a.open").first.click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        page.go_back()
        page.locator("#evidence").wait_for(state="hidden", timeout=PATIENCE)
        assert page.locator("#people .profile").is_visible()
        page.go_back()
        page.locator("#events .deeds").wait_for(timeout=PATIENCE)
        page.go_back()
        page.locator("#conversation .welcome").wait_for(timeout=PATIENCE)
        assert page.evaluate("location.search") == ""
        assert reader.complaints == []


def test_link_that_is_copied_is_the_address_that_opens_it(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.choose(PORT_QUESTION)
        reader.open_marker(1)
        reader.page.get_by_role("button", name="复制链接").click()
        reader.page.get_by_role("button", name="已复制").wait_for(timeout=PATIENCE)
        assert reader.page.evaluate("navigator.clipboard.readText()") == address + HERE


@pytest.mark.parametrize(
    ("link", "said"),
    [
        pytest.param(article_link("deleted.txt", 0), "这一版已不在索引里。 deleted.txt", id="page that is gone"),
        pytest.param(
            "?article=<img src=x onerror=window.pwned=1>%230", "<img src=x onerror=window.pwned=1>", id="markup"
        ),
        pytest.param(
            f"?article={quote('${window.pwned=1}{{constructor}}')}%230",
            "${window.pwned=1}{{constructor}}",
            id="template",
        ),
    ],
)
def test_place_that_is_not_there_is_told_in_words(browser: Any, address: str, link: str, said: str) -> None:
    with reading(browser, address + link) as reader:
        reader.page.locator("#evidence [role=alert]").wait_for(timeout=PATIENCE)
        assert said in reader.page.locator("#evidence [role=alert]").inner_text()
        assert reader.page.evaluate("window.pwned") is None
        assert reader.page.locator("#evidence img").count() == 0
        assert reader.complaints == []


def test_page_that_was_replaced_since_is_said_to_be_another(browser: Any, address: str) -> None:
    with reading(browser, address + article_link(PORT.page.name, 0, PLACES.spans, "another")) as reader:
        reader.page.get_by_text("这一版在链接之后换过内容").wait_for(timeout=PATIENCE)
        assert reader.page.locator(MARK).count() == 0


def test_page_full_of_scripts_opens_as_text(browser: Any, address: str) -> None:
    with reading(browser, address + article_link(EVIL.page.name, 0, EVIL.article.spans)) as reader:
        reader.page.locator(MARK).first.wait_for(timeout=PATIENCE)
        reader.page.get_by_role("tab", name="整版").click()
        assert reader.page.locator("#view-page").inner_text().strip() == HOSTILE.strip()
        assert reader.page.evaluate("window.pwned") is None
        assert reader.hosts == {urlsplit(address).netloc}
