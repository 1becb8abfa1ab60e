"""What is watched, in a real browser: from the filters of the table to what a new page tells."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from rag import Language
from tests.ui.conftest import served
from tests.ui.correcting import followed
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.watches.conftest import MARKET, SCHOOL, Paper
from ui.keeping.job import Indexing
from ui.strings import say
from ui.watches.running import add, run

pytestmark = [pytest.mark.browser, pytest.mark.model]

WINDOWS = [(1440, "light", "zh-CN"), (1440, "dark", "en-US"), (390, "light", "en-US"), (390, "dark", "zh-CN")]
NAME = "<b>市长</b> {{x}} =1+1"


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_from_filters_to_what_is_new(browser: Any, paper: Paper, width: int, theme: str, locale: str) -> None:
    with (
        served(paper.assistant, config=paper.config) as address,
        reading(browser, address, width, theme, locale) as reader,
    ):
        page = reader.page
        page.goto(f"{address}?tab=events&who=陈志远")
        page.locator("#events [data-watch]").click(timeout=PATIENCE)
        page.locator("#watches .wanted", has_text="陈志远").wait_for(timeout=PATIENCE)
        assert not page.locator("#watches-question").is_visible()
        page.fill("#watches-name", NAME)
        page.press("#watches-name", "Enter")
        row = page.locator("#watches [data-watch]")
        row.wait_for(timeout=PATIENCE)
        assert row.locator(".name").inner_text() == NAME
        reader.go("ask")
        reader.ask("陈志远检查了什么？")
        page.locator(".turn .taking summary").click()
        page.locator(".turn [data-watch-question]").click()
        page.wait_for_function(
            "document.getElementById('watches-question').value === '陈志远检查了什么？'", timeout=PATIENCE
        )
        page.fill("#watches-question", "谁检查了农贸市场？")
        page.fill("#watches-name", "market")
        page.press("#watches-name", "Enter")
        row.nth(1).wait_for(timeout=PATIENCE)
        page.fill("#watches-question", "再来一个")
        page.fill("#watches-name", "market")
        page.press("#watches-name", "Enter")
        page.locator("#watches [data-part=said] .problem").wait_for(timeout=PATIENCE)

        paper.add(school=SCHOOL, market=MARKET)
        assert run(paper.watches, paper.assistant) == 2
        page.reload()
        page.locator("#watches .new").nth(1).wait_for(timeout=PATIENCE)
        page.locator("#watches summary", has_text=NAME).click()
        hit = page.locator("#watches .hits li")
        hit.wait_for(timeout=PATIENCE)
        reader.shoot(f"{width}-{theme}-{locale[:2]}-watches")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        hit.locator("a.open").click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert "陈志远走访望湖小学" in page.locator(MARK).first.inner_text()
        reader.close_evidence()
        page.locator("#watches details[open] [data-seen]").click()
        page.wait_for_function("!document.querySelector('#watches details[open] .new')", timeout=PATIENCE)
        assert page.locator("#watches .new").count() == 1

        page.fill("#watches-names", "陈志远\n无此人")
        bound = page.evaluate("document.querySelector('[data-names]').dataset.most")
        page.evaluate("document.querySelector('[data-names]').dataset.most = 20")
        page.locator("#watches form.names [type=submit]").click()
        assert page.locator("[data-names]").inner_text() == say(Language(locale[:2]), "gate.large")
        page.evaluate("bound => (document.querySelector('[data-names]').dataset.most = bound)", bound)
        with page.expect_download() as loading:
            page.locator("#watches form.names [type=submit]").click()
        with open(loading.value.path(), encoding="utf-8-sig") as file:
            assert len(file.read().splitlines()) >= 3
        page.once("dialog", lambda dialog: dialog.accept())
        page.locator("#watches details[open] [data-remove]").click()
        page.wait_for_function("document.querySelectorAll('#watches [data-watch]').length === 1", timeout=PATIENCE)
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_the_tab_has_a_sign_of_what_was_found_until_it_is_opened(
    browser: Any, paper: Paper, width: int, theme: str, locale: str
) -> None:
    add(paper.watches, paper.assistant, "市长", "", {"who": "陈志远"})
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    told = "关注，1 条新的" if locale == "zh-CN" else "Watch, 1 new"
    with (
        served(paper.assistant, config=paper.config) as address,
        reading(browser, address, width, theme, locale) as reader,
    ):
        page, tab = reader.page, reader.page.get_by_role("tab", name=told, exact=True)
        tab.wait_for(timeout=PATIENCE)
        assert tab.evaluate("tab => getComputedStyle(tab, '::before').content") == '"1"'
        assert page.locator("#sign [role=status]").inner_text() == told
        reader.shoot(f"{width}-{theme}-{locale[:2]}-sign")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        tabs = page.locator("#tabs .tab-container")
        assert tabs.evaluate("(row) => row.scrollWidth <= row.clientWidth")
        tab.click()
        page.locator("#watches .new").wait_for(timeout=PATIENCE)
        assert page.locator("#tab-watches-button[data-sign]").count() == tab.count() == 0
        page.reload()
        page.locator("#watches .new").wait_for(timeout=PATIENCE)
        reader.go("ask")
        page.evaluate("document.dispatchEvent(new Event('wenzheng:changed'))")
        page.wait_for_timeout(1000)
        assert page.locator("#tab-watches-button[data-sign]").count() == 0
        assert reader.complaints == []


@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
def test_all_tabs_are_in_sight_on_a_narrow_phone(browser: Any, paper: Paper, locale: str) -> None:
    with (
        served(paper.assistant, config=paper.config) as address,
        reading(browser, address, 360, locale=locale) as reader,
    ):
        tabs = reader.page.locator("#tabs .tab-container")
        tabs.wait_for(timeout=PATIENCE)
        assert tabs.evaluate("(row) => row.scrollWidth <= row.clientWidth")
        names = tabs.inner_text()
        assert bool(re.search(r"[\u4e00-\u9fff]", names)) == (locale == "zh-CN")


@pytest.mark.parametrize(("width", "theme", "locale"), [WINDOWS[0], WINDOWS[3]])
def test_what_is_rejected_beside_its_page_is_withdrawn_in_the_list(
    browser: Any, paper: Paper, width: int, theme: str, locale: str
) -> None:
    add(paper.watches, paper.assistant, "市长", "", {"who": "陈志远"})
    paper.add(school=SCHOOL)
    run(paper.watches, paper.assistant)
    with (
        served(paper.assistant, config=paper.config, indexing=drawn_again(paper)) as address,
        reading(browser, f"{address}?tab=watches", width, theme, locale) as reader,
    ):
        page = reader.page
        page.locator("#watches [data-watch] summary").click(timeout=PATIENCE)
        page.locator("#watches .hits a.open").click(timeout=PATIENCE)
        page.locator("#evidence [data-correct]").click(timeout=PATIENCE)
        event = page.locator("dialog.correcting section > details[open] form").first
        event.locator("[data-ruling=reject]").click(timeout=PATIENCE)
        page.locator("dialog.correcting .told:not(.wrong)").wait_for(timeout=PATIENCE)
        page.keyboard.press("Escape")
        reader.close_evidence()
        gone = page.locator("#watches details.withdrawn")
        gone.wait_for(timeout=PATIENCE)
        assert page.locator("#watches .hits > li > .new").count() == 0
        gone.locator("summary").click()
        assert "陈志远走访望湖小学" in gone.locator("a.open").inner_text()
        reader.settle()
        reader.shoot(f"{width}-{theme}-{locale[:2]}-withdrawn")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.complaints == []


def drawn_again(paper: Paper) -> Indexing:
    """What changes the index when something is corrected, without models."""
    return Indexing(paper.config, paper.folder, unused, unused, correct=followed)


def unused(*given: object, **named: object) -> Any:
    raise AssertionError("no file is read or deleted")
