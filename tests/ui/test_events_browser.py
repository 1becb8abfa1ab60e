"""The event table in a real browser, at both widths, in both themes and languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.ui.conftest import ARTIFACTS, served
from tests.ui.crowd import CROWD, DONE, EVIL_NAME, EVIL_PLACE, EVIL_ROLE, EVIL_TARGET, CrowdAssistant
from tests.ui.reader import MARK, PATIENCE, reading
from tests.ui.test_browser import WINDOWS

pytestmark = pytest.mark.browser

CAPTION = "#events caption"
EVERYTHING = {"zh-CN": f"共 {DONE} 件，这里是第 1–50 件", "en-US": f"1–50 of {DONE} events"}


@pytest.fixture(scope="module")
def crowd() -> Iterator[str]:
    with served(CrowdAssistant()) as at:
        yield at


def table(page: Any, caption: str) -> None:
    """Wait until the table says so."""
    page.locator(CAPTION).get_by_text(caption, exact=True).wait_for(timeout=PATIENCE)


def counted(page: Any) -> None:
    """Wait until the plots are drawn."""
    page.locator("#events .bars .bar").first.wait_for(timeout=PATIENCE)


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_table_in_every_window(browser: Any, crowd: str, width: int, theme: str, locale: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    name = f"{width}-{theme}-{locale[:2]}"
    with reading(browser, crowd, width, theme, locale) as reader:
        page = reader.page
        page.locator("#tab-events-button").click()
        table(page, EVERYTHING[locale])
        counted(page)
        page.screenshot(path=ARTIFACTS / f"{name}-5-events.png")
        assert page.locator("#events thead").is_visible() is (width > 800)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator("#events .open").first.click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        page.screenshot(path=ARTIFACTS / f"{name}-6-event.png")
        assert page.evaluate(_BROKEN_WORDS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(crowd).netloc}


_BROKEN_WORDS = """() => [...document.querySelectorAll("#events .type .kind")].flatMap((kind) => {
  const text = kind.firstChild;
  return [...text.data.matchAll(/[A-Za-z]+/g)].filter(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
  }).map(([word]) => word);
})"""
"""English names of types that a narrow column breaks in two."""


def test_names_are_offered_and_a_day_is_chosen_on_the_calendar(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        page.locator("#events-who").press_sequentially(EVIL_NAME[:1])
        page.wait_for_function("document.querySelector('#events-who').list.options.length > 0", timeout=PATIENCE)
        page.fill("#events-who", "")
        page.fill("#events-since", "2023-5")
        page.locator("#events [data-calendar=since]").click()
        chosen = page.locator("#events .day .calendar").first
        assert chosen.input_value() == "2023-05-01"
        page.evaluate(_CHOOSE, "2023-05-04")
        page.wait_for_function("document.querySelector('#events-since').value === '2023-05-04'", timeout=PATIENCE)
        page.wait_for_function("location.search.includes('since=2023-05-04')", timeout=PATIENCE)
        assert reader.barriers() == []
        assert reader.complaints == []


_CHOOSE = """(day) => {
  const calendar = document.querySelector("#events .day .calendar");
  calendar.value = day;
  calendar.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def test_filters_act_while_they_are_typed_and_keep_the_focus(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        page.locator("#events-who").press_sequentially("沈若水")
        table(page, "共 1 件")
        page.keyboard.press("Backspace")
        page.keyboard.press("Backspace")
        page.keyboard.type("不存在")
        page.get_by_text("没有符合的活动。").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.activeElement.name") == "who"
        page.get_by_role("button", name="不限人物").click()
        table(page, EVERYTHING["zh-CN"])


def test_address_keeps_the_filters(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        page.locator("#events-office").fill("副市长")
        page.locator("#events-type").select_option("research_visit")
        page.locator("#events th.who button").click()
        table(page, "共 36 件")
        assert parse_qs(urlsplit(page.url).query) == {
            "tab": ["events"], "office": ["副市长"], "type": ["research_visit"], "order": ["who"],
        }  # fmt: skip
        page.reload()
        table(page, "共 36 件")
        assert page.locator("#events-office").input_value() == "副市长"
        assert page.locator("#events th.who").get_attribute("aria-sort") == "ascending"


def test_plans_are_shown_when_asked_for(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        page.locator("#events-who").fill("沈若水")
        table(page, "共 1 件")
        page.get_by_label("也看计划和旧事").check()
        table(page, "共 2 件")
        assert page.locator("#events .standing").all_inner_texts() == ["计划"]


def test_heads_sort_and_leaves_turn_by_keyboard(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        page.locator("#events th.when button").focus()
        page.keyboard.press("Enter")
        page.locator("#events th.when[aria-sort=ascending]").wait_for(timeout=PATIENCE)
        assert page.evaluate("document.activeElement.dataset.key") == "when"
        assert page.locator("#events tbody .when summary").first.inner_text() == "2018-02-03"
        page.locator("#events [data-key=next]").focus()
        page.keyboard.press("Enter")
        table(page, f"共 {DONE} 件，这里是第 51–{DONE} 件")
        assert page.locator("#events [data-key=next]").is_disabled()


def test_period_is_dragged_over_and_cleared(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        counted(page)
        first, last = (_middle(page, month) for month in ("2019-02", "2019-04"))
        page.mouse.move(*first)
        page.mouse.down()
        page.mouse.move(*last, steps=4)
        assert page.locator("#events .readout").inner_text() == "2019-02 – 2019-04 · 3"
        page.mouse.up()
        table(page, "共 3 件")
        assert [page.locator(f"#events-{name}").input_value() for name in ("since", "until")] == ["2019-02", "2019-04"]
        page.get_by_role("button", name="不限时间").click()
        table(page, EVERYTHING["zh-CN"])
        page.locator("#events .bar[aria-pressed=true]").first.wait_for(state="detached", timeout=PATIENCE)


def test_period_chosen_again_is_taken_back(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events&since=2019-02&until=2019-04") as reader:
        page = reader.page
        table(page, "共 3 件")
        page.locator("#events .bar[aria-pressed=true]").nth(2).wait_for(timeout=PATIENCE)
        first, last = (_middle(page, month) for month in ("2019-02", "2019-04"))
        page.mouse.move(*first)
        page.mouse.down()
        page.mouse.move(*last, steps=4)
        page.mouse.up()
        table(page, EVERYTHING["zh-CN"])


def test_period_is_chosen_by_keyboard(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        counted(page)
        page.locator("#events .bar").first.focus()
        page.keyboard.press("End")
        for _ in range(2):
            page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("Enter")
        table(page, "共 3 件")
        assert [page.locator(f"#events-{name}").input_value() for name in ("since", "until")] == ["2023-10", "2023-12"]


def _middle(page: Any, month: str) -> tuple[float, float]:
    box = page.locator(f"#events .bar[data-when='{month}']").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_counts_are_filters(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        counted(page)
        page.get_by_role("button", name="只看督查检查，1 件").click()
        table(page, "共 1 件")
        page.locator("#events .counts [aria-pressed=true]").wait_for(timeout=PATIENCE)
        assert page.locator("#events-type").input_value() == "inspect"
        page.locator("#events .counts [aria-pressed=true]").click()
        table(page, EVERYTHING["zh-CN"])


def test_row_and_other_telling_open_their_words(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events&who=沈若水") as reader:
        page = reader.page
        table(page, "共 1 件")
        page.locator("#events tbody .type").click()
        page.locator(MARK).first.wait_for(timeout=PATIENCE)
        assert page.locator(MARK).inner_text() == CROWD[60].page.text.splitlines()[1]
        page.get_by_text("另有 1 处报道").click()
        page.get_by_role("link", name="《北屿时报》2023-05-06").click()
        page.locator("#evidence .masthead", has_text="北屿时报").wait_for(timeout=PATIENCE)


def test_basis_of_a_day_opens_by_keyboard(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events&who=沈若水") as reader:
        page = reader.page
        page.locator("#events .basis summary").focus()
        page.keyboard.press("Enter")
        assert page.get_by_text("见报日2023-05-06").is_visible()


@pytest.mark.parametrize(("kind", "lines"), [("CSV", DONE + 1), ("JSONL", DONE)])
def test_files_hold_all_rows(browser: Any, crowd: str, tmp_path: Path, kind: str, lines: int) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        with page.expect_download(timeout=PATIENCE) as download:
            page.get_by_role("button", name=f"全部存为 {kind}", exact=True).click()
        assert download.value.suggested_filename == f"wenzheng-events.{kind.lower()}"
        download.value.save_as(tmp_path / "events")
        assert len((tmp_path / "events").read_bytes().splitlines()) == lines
        assert (tmp_path / "events").read_bytes().startswith(b"\xef\xbb\xbf") is (kind == "CSV")


def test_names_that_are_scripts_show_as_text_and_never_run(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events&order=oldest") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        counted(page)
        row = page.locator("#events tbody tr").first.inner_text()
        for words in (EVIL_NAME, EVIL_ROLE, EVIL_TARGET, EVIL_PLACE):
            assert words in row
        page.locator("#events-where").fill(EVIL_PLACE)
        table(page, "共 1 件")
        page.locator("#events-text").fill(EVIL_ROLE + "!")
        page.get_by_text("没有符合的活动。").wait_for(timeout=PATIENCE)
        assert page.evaluate("window.pwned") is None
        assert page.locator("#events :is(img, script, b)").count() == 0
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(crowd).netloc}


def test_program_that_does_not_answer_is_said_to_be_gone(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events") as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        page.route(re.compile("component_server"), lambda route: route.abort())
        page.locator("#events-who").fill("沈若水")
        page.get_by_text("连不上程序。").wait_for(timeout=PATIENCE)
        page.unroute_all()
        page.get_by_role("button", name="再试").click()
        table(page, "共 1 件")
        assert page.get_by_text("连不上程序。").is_hidden()


def test_phone_shows_cards_with_their_filters_folded(browser: Any, crowd: str) -> None:
    with reading(browser, f"{crowd}?tab=events", width=390) as reader:
        page = reader.page
        table(page, EVERYTHING["zh-CN"])
        assert page.locator("#events-who").is_hidden()
        page.locator("#events .more summary").click()
        page.locator("#events-who").fill("沈若水")
        table(page, "共 1 件")
        card = page.locator("#events tbody tr")
        assert card.bounding_box()["width"] <= 390
        assert card.locator(".where").inner_text() == "北屿码头"
        page.locator("#events-order").select_option("oldest")
        page.wait_for_function("new URLSearchParams(location.search).get('order') === 'oldest'", timeout=PATIENCE)
