"""Every tab in every kind of window: nothing that keeps people out, nothing too wide, nothing the console complains of."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.ui.fakes import PORT_QUESTION, UNKNOWN_QUESTION
from tests.ui.reader import PATIENCE, reading

pytestmark = pytest.mark.browser

TABS = ("ask", "events", "people", "watches", "pages", "settings")
WINDOWS = [(1440, "light", "zh-CN"), (1440, "dark", "en-US"), (390, "light", "en-US"), (390, "dark", "zh-CN")]


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_every_tab(browser: Any, address: str, width: int, theme: str, locale: str) -> None:
    with reading(browser, address, width, theme, locale) as reader:
        for tab in TABS:
            reader.go(tab)
            reader.settle()
            reader.shoot(f"{width}-{theme}-{locale[:2]}-tab-{tab}")
            assert reader.barriers() == [], tab
            assert reader.page.evaluate("document.documentElement.scrollWidth") <= width, tab
            assert reader.page.evaluate(_NAMELESS) == [], tab
            assert reader.page.evaluate(_CUT_OFF) == [], tab
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_conversation_with_its_evidence(browser: Any, address: str, width: int, theme: str, locale: str) -> None:
    with reading(browser, address, width, theme, locale) as reader:
        reader.ask(PORT_QUESTION)
        reader.page.locator(".trail summary").click()
        assert reader.barriers() == []
        reader.open_marker(1)
        assert reader.barriers() == []
        reader.close_evidence()
        reader.ask(UNKNOWN_QUESTION)
        assert reader.barriers() == []
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width


_CUT_OFF = """() => [...document.querySelectorAll("#tabs [role=tab]")].filter((tab) => {
  const box = tab.getBoundingClientRect();
  return box.left < 0 || box.right > document.documentElement.clientWidth;
}).map((tab) => tab.textContent)"""
"""Tabs of which a part is out of sight."""

_NAMELESS = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }))
  .filter((e) => !(e.innerText?.trim() || e.getAttribute("aria-label") || e.labels?.[0]?.innerText.trim()))
  .map((e) => e.outerHTML.slice(0, 200))"""


def test_phone_reaches_nothing_behind_the_evidence(browser: Any, address: str) -> None:
    with reading(browser, address, width=390) as reader:
        reader.ask(PORT_QUESTION)
        reader.open_marker(1)
        for _ in range(12):
            reader.page.keyboard.press("Tab")
            assert reader.page.evaluate("!document.activeElement?.closest('#work, #masthead')")
        reader.page.keyboard.press("Escape")
        assert reader.page.evaluate("document.activeElement.className") == "marker"


def test_tabs_are_chosen_with_the_keyboard(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.locator("#tab-settings-button").focus()
        reader.page.keyboard.press("Enter")
        reader.page.get_by_role("radio", name="深色").wait_for(timeout=PATIENCE)


def test_settings_are_kept_by_the_browser(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        reader.go("settings")
        assert page.get_by_role("radio", name="跟随系统").is_checked()
        page.get_by_role("radio", name="深色").check()
        page.locator("body.dark").wait_for(timeout=PATIENCE)
        page.get_by_role("radio", name="English").click()  # the page is loaded anew
        page.get_by_role("tab", name="Settings").wait_for(timeout=PATIENCE)
        page.goto(address)
        page.get_by_role("tab", name="Settings").click()
        page.locator("body.dark").wait_for(timeout=PATIENCE)
        assert page.get_by_role("radio", name="Dark").is_checked()
        assert page.get_by_role("radio", name="English").is_checked()  # in a browser that speaks Chinese
        assert page.evaluate("document.documentElement.lang") == "en"
        page.get_by_role("radio", name="As the system").check()
        page.wait_for_function("!document.body.classList.contains('dark')", timeout=PATIENCE)
