"""Correcting in a real browser: from a row of the table to what the table then says, at both widths, themes and languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rag import Proposal, Ruling, Thing, rulings
from tests.corrections.conftest import FRONT, Desk, desk
from tests.indexing.test_live import opened
from tests.ui.conftest import served
from tests.ui.correcting import indexing
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.test_browser import WINDOWS

__all__ = ["desk"]

pytestmark = pytest.mark.browser

KEPT = {"zh-CN": "已保存。", "en-US": "Kept."}
CORRECTED = {"zh-CN": "已更正", "en-US": "corrected"}
DIALOG = "dialog.correcting"


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_a_row_is_corrected_beside_its_page(
    browser: Any, desk: Desk, width: int, theme: str, locale: str, tmp_path: Path
) -> None:
    name = f"{width}-{theme}-{locale[:2]}"
    with (
        opened(desk.config) as assistant,
        served(assistant, config=desk.config, indexing=indexing(desk)) as at,
        reading(browser, f"{at}?tab=events", width, theme, locale) as reader,
    ):
        page = reader.page
        page.locator("#events .open", has_text="检查").first.click(timeout=PATIENCE)
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        page.locator("#evidence [data-correct]").click()
        event = page.locator(f"{DIALOG} section > details[open] form")
        event.wait_for(timeout=PATIENCE)
        assert event.locator("[name=who]").input_value() == "陈志元（海州市市长）"
        assert page.locator(f"{DIALOG} .text mark.cited").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.barriers() == []
        reader.shoot(f"{name}-correct-1")
        event.locator("[name=who]").fill("=1+2")
        event.locator("[data-ruling=mend]").click()
        page.locator(f"{DIALOG} .told.wrong").wait_for(timeout=PATIENCE)
        assert event.locator("[name=who]").input_value() == "=1+2"
        event.locator("[name=who]").fill("陈志远（市长）")
        event.locator("[data-ruling=mend]").click()
        page.locator(f"{DIALOG} .told:not(.wrong)", has_text=KEPT[locale]).wait_for(timeout=PATIENCE)
        reader.shoot(f"{name}-correct-2")
        assert [one.now for one in rulings(desk.config)] == ["2022-05-05 市长陈志远 来到、检查大桥通车情况"]
        page.keyboard.press("Escape")
        page.locator("#evidence .warning", has_text="陈志远").wait_for(timeout=PATIENCE)
        row = page.locator("#events tbody tr", has_text="陈志远")
        row.locator(".ruled", has_text=CORRECTED[locale]).wait_for(state="attached", timeout=PATIENCE)
        reader.settle()
        reader.shoot(f"{name}-correct-3")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(at).netloc}


OPEN = {"zh-CN": "未落实", "en-US": "still open"}
UNDONE = {"zh-CN": "已撤回。", "en-US": "Undone."}


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_what_is_still_open_is_listed_beside_its_page_and_taken_back(
    browser: Any, desk: Desk, width: int, theme: str, locale: str
) -> None:
    for was, now in (("陈志元", "陈志远"), ("王建国", "王建")):
        desk.rule("front.txt", 1, Proposal(Thing.PERSON, Ruling.MEND, was=(was,), now=(now,), who="wang"))
    desk.write(front=FRONT.replace("市长陈志元来到", "副市长周文涛来到"))
    desk.build()
    with (
        opened(desk.config) as assistant,
        served(assistant, config=desk.config, indexing=indexing(desk)) as at,
        reading(browser, f"{at}?tab=pages", width, theme, locale) as reader,
    ):
        page = reader.page
        page.locator("#corrections summary", has_text=OPEN[locale]).click(timeout=PATIENCE)
        still = page.locator("#corrections li")
        assert still.count() == 1
        assert "陈志元 → 陈志远" in still.inner_text()
        assert reader.barriers() == []
        reader.shoot(f"{width}-{theme}-{locale[:2]}-corrections")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#corrections [data-only=all]").click()
        page.locator("#corrections li[data-fate=moved] .open").click(timeout=PATIENCE)
        assert page.locator(MARK).first.inner_text() == "王建国"
        if width < 861:
            page.locator("#evidence [data-close]").click()
        page.locator("#corrections [data-only=open]").click()
        page.locator("#corrections li[data-fate=open] [data-undo]").click()
        page.locator("#corrections [data-part=said]", has_text=UNDONE[locale]).wait_for(timeout=PATIENCE)
        assert [one.fate for one in rulings(desk.config)] == ["undone", "moved", "undoes"]
        assert page.locator("#corrections li").count() == 0
        assert reader.complaints == []


def test_what_was_kept_is_taken_back_and_an_event_is_parted(browser: Any, desk: Desk) -> None:
    with (
        opened(desk.config) as assistant,
        served(assistant, config=desk.config, indexing=indexing(desk)) as at,
        reading(browser, f"{at}?article=front.txt%231") as reader,
    ):
        page = reader.page
        page.locator("#evidence [data-correct]").click(timeout=PATIENCE)
        events = page.locator(f"{DIALOG} section > details")
        events.first.locator("> summary").click()
        events.first.locator("[data-part-in-two]").click()
        events.first.locator("fieldset").nth(1).locator("[name=did]").fill("走访")
        events.first.locator("[data-ruling=mend]").click()
        page.locator(f"{DIALOG} .made").wait_for(timeout=PATIENCE)
        assert [one.entry.ruling.value for one in rulings(desk.config)] == ["split"]
        assert "走访" in {e.action for e in desk.reading("front.txt", 1).understood.events}
        page.locator(f"{DIALOG} [data-undo]").click()
        page.wait_for_function(f"!document.querySelector('{DIALOG} .made')", timeout=PATIENCE)
        assert [one.fate.value for one in rulings(desk.config)] == ["undone", "undoes"]
        assert reader.complaints == []


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_an_event_that_was_missed_is_added_by_selecting_its_sentence(
    browser: Any, desk: Desk, width: int, theme: str, locale: str
) -> None:
    with (
        opened(desk.config) as assistant,
        served(assistant, config=desk.config, indexing=indexing(desk)) as at,
        reading(browser, f"{at}?article=front.txt%232", width, theme, locale) as reader,
    ):
        page = reader.page
        page.locator("#evidence [data-correct]").click(timeout=PATIENCE)
        page.locator(f"{DIALOG} [data-sentence]", has_text="书声琅琅").dblclick(timeout=PATIENCE)
        missed = page.locator(f"{DIALOG} details.missed")
        missed.locator("[name=sentence]").wait_for(timeout=PATIENCE)
        chosen = missed.locator("[name=sentence]").evaluate("(list) => list.selectedOptions[0].textContent")
        assert chosen.endswith("书声琅琅。")
        missed.locator("[name=who]").fill("周文涛（副市长）")
        missed.locator("[name=did]").fill("慰问")
        missed.locator("[name=what]").fill("教师")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        reader.shoot(f"{width}-{theme}-{locale[:2]}-missed")
        missed.locator("[data-ruling=add]").click()
        page.locator(f"{DIALOG} .told:not(.wrong)", has_text=KEPT[locale]).wait_for(timeout=PATIENCE)
        page.keyboard.press("Escape")
        assert [one.now for one in rulings(desk.config)] == ["2022-05-05 副市长周文涛 慰问教师"]
        assert desk.event("front.txt", 2, "慰问").actors[0].name == "周文涛"
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(at).netloc}
