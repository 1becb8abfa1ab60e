"""People and their profiles in a real browser, at both widths, in both themes and languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from tests.ui.conftest import ARTIFACTS, served
from tests.ui.crowd import BUSY, CROWD, EVIL_NAME, EVIL_ROLE, CrowdAssistant
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.test_browser import WINDOWS

pytestmark = pytest.mark.browser

NAME = "#people .profile h2"


@pytest.fixture(scope="module")
def crowd() -> Iterator[str]:
    with served(CrowdAssistant()) as at:
        yield at


def profile(page: Any, name: str) -> None:
    """Wait until the profile of that person is shown."""
    page.locator(NAME).get_by_text(name, exact=True).wait_for(timeout=PATIENCE)


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_profile_in_every_window(browser: Any, crowd: str, width: int, theme: str, locale: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    name = f"{width}-{theme}-{locale[:2]}"
    with reading(browser, crowd, width, theme, locale) as reader:
        page = reader.page
        page.locator("#tab-people-button").click()
        page.locator("#people .everybody a").first.wait_for(timeout=PATIENCE)
        page.screenshot(path=ARTIFACTS / f"{name}-7-people.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#people .everybody a").first.click()
        profile(page, BUSY)
        page.screenshot(path=ARTIFACTS / f"{name}-8-person.png")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.activeElement.tagName") == "H2"
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(crowd).netloc}


def test_list_is_searched_while_one_types(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=people") as reader:
        page = reader.page
        page.locator("#people-part").press_sequentially("市委书记")
        page.locator("#people .total", has_text="共 1 人").wait_for(timeout=PATIENCE)
        assert page.locator("#people .everybody .name").all_inner_texts() == ["沈若水"]
        assert page.evaluate("document.activeElement.name") == "part"


def test_company_leads_from_one_profile_to_the_next(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?person={quote(BUSY)}") as reader:
        page = reader.page
        profile(page, BUSY)
        page.locator("#people .company a").first.click()
        profile(page, "卫一帆")
        assert page.locator("#people .everybody [aria-current] .name").inner_text() == "卫一帆"
        page.reload()
        profile(page, "卫一帆")


def test_name_in_the_event_table_leads_to_the_profile(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events&who=沈若水") as reader:
        page = reader.page
        page.locator("#events a.person", has_text="沈若水").click()
        profile(page, "沈若水")
        assert page.locator("#events").is_hidden()


def test_act_opens_its_words_and_a_period_narrows_them(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?person={quote(BUSY)}") as reader:
        page = reader.page
        profile(page, BUSY)
        page.locator("#people .acts [data-key=next]").click()
        page.locator("#people .acts .here", has_text="第 2 / 3 页").wait_for(timeout=PATIENCE)
        page.locator("#people .bar").first.focus()
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("Enter")
        page.locator("#people .acts .total", has_text="共 2 件").wait_for(timeout=PATIENCE)
        page.locator("#people .acts a.open").first.click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert page.locator(MARK).inner_text() == CROWD[1].page.text.splitlines()[1]


def test_ways_on_ask_and_filter(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?person=沈若水") as reader:
        page = reader.page
        profile(page, "沈若水")
        page.get_by_role("button", name="在活动表里看").click()
        page.locator("#events caption", has_text="共 1 件").wait_for(timeout=PATIENCE)
        assert page.locator("#events-who").input_value() == "沈若水"
        page.locator("#tab-people-button").click()
        page.get_by_role("button", name="问：做了什么").click()
        page.locator("#conversation .question").wait_for(timeout=PATIENCE)
        assert page.locator("#conversation .question").inner_text() == "沈若水做了什么？"


def test_phone_shows_the_list_or_the_profile(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=people", width=390) as reader:
        page = reader.page
        page.locator("#people .everybody a").nth(1).click()
        profile(page, "卫一帆")
        assert page.locator("#people-part").is_hidden()
        page.get_by_role("button", name="全部人物").click()
        page.locator("#people-part").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.activeElement.innerText").startswith("卫一帆")


def test_name_that_is_a_script_shows_as_text_and_never_runs(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?person={quote(EVIL_NAME)}") as reader:
        page = reader.page
        profile(page, EVIL_NAME)
        assert page.locator("#people .profile tbody th").inner_text() == EVIL_ROLE
        assert page.evaluate("window.pwned") is None
        assert page.locator("#people :is(img, script, b)").count() == 0
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(crowd).netloc}


def test_link_to_somebody_who_is_gone_says_so(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?person=查无此人") as reader:
        reader.page.get_by_text("索引里没有这个人了。").wait_for(timeout=PATIENCE)
