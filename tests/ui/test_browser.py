"""The page in a real browser: every way through it, at both widths, in both themes and languages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from tests.ui.fakes import (
    BOOK_QUESTION,
    HOSTILE,
    HOSTILE_QUESTION,
    PLACES,
    PORT_QUESTION,
    PORT_QUESTION_EN,
    UNKNOWN_QUESTION,
    FakeAssistant,
)
from tests.ui.reader import MARK, PATIENCE, reading

pytestmark = pytest.mark.browser

WINDOWS = [
    (width, theme, locale) for width in (1440, 390) for theme in ("light", "dark") for locale in ("zh-CN", "en-US")
]
EXAMPLE = {"zh-CN": PORT_QUESTION, "en-US": PORT_QUESTION_EN}


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_example_answer_marker_sentence(browser: Any, address: str, width: int, theme: str, locale: str) -> None:
    name = f"{width}-{theme}-{locale[:2]}"
    with reading(browser, address, width, theme, locale) as reader:
        page = reader.page
        reader.shoot(f"{name}-1-welcome")
        assert "北屿码头、东江粮库" in reader.choose(EXAMPLE[locale])
        reader.shoot(f"{name}-2-answer")
        assert reader.open_marker(1) == PLACES.quote
        reader.shoot(f"{name}-3-evidence")
        reader.close_evidence()
        assert "没有报道" in reader.ask(UNKNOWN_QUESTION)
        reader.shoot(f"{name}-4-refusal")
        assert page.locator("body.dark").count() == (1 if theme == "dark" else 0)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.documentElement.lang").startswith(locale[:2])
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


def test_whole_page_shows_the_sentence_where_it_stands(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        reader.open_marker(1)
        reader.page.get_by_role("tab", name="整版").click()
        lines = ["他先后来到北屿码头、东江粮库,详细了解", "消防设施维护和值班值守情况。"]
        assert reader.page.locator(MARK).all_inner_texts() == lines
        reader.page.keyboard.press("ArrowLeft")
        assert reader.page.locator(MARK).inner_text() == PLACES.quote


def test_steps_go_through_the_citations_of_an_answer(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        reader.open_marker(1)
        reader.page.get_by_role("button", name="下一条").click()
        reader.page.get_by_text("引用 2 / 2").wait_for(timeout=PATIENCE)
        assert reader.page.locator(MARK).inner_text().startswith("本报讯(记者 柳青禾)")


def test_follow_up_stays_in_the_conversation_and_survives_a_reload(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        assert reader.ask(BOOK_QUESTION).startswith("藏书一万二千册")
        reader.page.reload()
        reader.page.locator("#conversation .turn").nth(1).locator(".answer").wait_for(timeout=PATIENCE)
        assert reader.open_marker(1) == PLACES.quote
        reader.start_over()
        reader.page.reload()
        reader.page.locator("#conversation .welcome").wait_for(timeout=PATIENCE)


def test_refusal_opens_its_nearest_passage_as_no_answer(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.ask(UNKNOWN_QUESTION)
        assert reader.page.locator("#conversation .answer").count() == 0
        reader.page.get_by_role("link", name="查看这一段").click()
        reader.page.get_by_text("最接近的段落，不是答案").wait_for(timeout=PATIENCE)
        assert reader.page.locator(MARK).inner_text() == PLACES.quote


def test_page_is_used_by_keyboard_alone(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        _tab_to(page, "button.example")
        page.keyboard.press("Enter")
        page.locator("#conversation .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        page.locator("#question textarea").focus()
        page.locator(".trail summary").focus()
        page.keyboard.press("Enter")
        assert page.locator(".trail dl").first.is_visible()
        page.locator("#conversation .words a.marker").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement?.tagName === 'H2'", timeout=PATIENCE)
        assert page.locator(MARK).inner_text() == PLACES.quote


def _tab_to(page: Any, selector: str, presses: int = 12) -> None:
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement?.matches(s)", selector):
            return
    pytest.fail(f"{selector} is not reached by {presses} presses of Tab")


def test_every_control_has_a_name(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        reader.open_marker(1)
        assert reader.page.evaluate(_NAMELESS) == []


_NAMELESS = """() => [...document.querySelectorAll("a, button, input, textarea, summary")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }))
  .filter((e) => !(e.innerText?.trim() || e.getAttribute("aria-label") || e.labels?.[0]?.innerText.trim()))
  .map((e) => e.outerHTML.slice(0, 200))"""


def test_language_and_theme_are_switched_and_remembered(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        page.get_by_role("link", name="Switch to English").click()
        page.get_by_role("button", name="Ask", exact=True).wait_for(timeout=PATIENCE)
        page.locator("#first").wait_for(state="detached", timeout=PATIENCE)
        page.get_by_role("button", name=PORT_QUESTION_EN).wait_for(timeout=PATIENCE)
        page.get_by_role("button", name="Theme").click()
        assert page.locator("body.dark").count() == 1
        page.goto(address)
        page.get_by_role("button", name=PORT_QUESTION_EN).wait_for(timeout=PATIENCE)
        page.wait_for_function("document.body.classList.contains('dark')", timeout=PATIENCE)


def test_footnote_is_copied(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.choose(PORT_QUESTION)
        reader.page.get_by_role("button", name="复制", exact=True).click()
        reader.page.get_by_role("button", name="已复制").wait_for(timeout=PATIENCE)
        assert (
            reader.page.evaluate("navigator.clipboard.readText()")
            == "《海州日报》2023-05-07 第2版《陈志远督查港口安全生产》"
        )


def test_scripts_of_a_page_show_as_text_and_never_run(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        body = HOSTILE.splitlines()[2]
        assert body in reader.ask(HOSTILE_QUESTION)
        assert reader.open_marker(1) == body
        assert reader.page.locator("#evidence h2").inner_text() == HOSTILE.splitlines()[1]
        reader.page.get_by_role("tab", name="整版").click()
        assert reader.page.locator("#view-page").inner_text().strip() == HOSTILE.strip()
        assert reader.page.evaluate("window.pwned") is None
        assert reader.page.locator(":is(#conversation, #evidence) :is(img, script, b)").count() == 0
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("<img src=http://evil.example/x.png onerror=window.pwned=1>", id="HTML"),
        pytest.param("![x](http://evil.example/x.png) $$x^2$$", id="Markdown and LaTeX"),
        pytest.param("{{constructor.constructor('window.pwned=1')()}} ${window.pwned=1}", id="templates"),
        pytest.param('NOT "督查 OR NEAR(* AND', id="search syntax"),
        pytest.param('__i18n__{"key": "common.submit"}', id="Gradio's own translations"),
    ],
)
def test_question_shows_as_it_was_typed(browser: Any, address: str, question: str) -> None:
    with reading(browser, address) as reader:
        reader.ask(question)
        assert reader.page.locator("#conversation .question").inner_text() == question
        assert reader.page.evaluate("window.pwned") is None
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


def test_empty_box_asks_nothing(browser: Any, address: str, fake: FakeAssistant) -> None:
    with reading(browser, address) as reader:
        before = len(fake.asked)
        reader.page.get_by_role("button", name="提问", exact=True).click()
        reader.begin("  ")
        reader.choose(PORT_QUESTION)
        assert next(question for question, _ in fake.asked[before:]) == PORT_QUESTION


@pytest.mark.parametrize("question", ["？！", "查" * 9_000], ids=["punctuation", "9,000 characters"])
def test_question_that_cannot_be_searched_is_told_so(browser: Any, address: str, question: str) -> None:
    with reading(browser, address) as reader:
        assert reader.ask(question).startswith("这个问题没法查。")
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 1440


def test_nothing_can_be_fetched_from_elsewhere_even_by_a_script(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        blocked = reader.page.evaluate("fetch('http://evil.example/').then(() => 'fetched', () => 'refused')")
        assert blocked == "refused"
        assert any("Content Security Policy" in line for line in reader.complaints)


def test_page_shows_before_any_script_was_loaded(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.route("**/assets/**", lambda route: route.abort())
        reader.page.goto(address, wait_until="commit")
        reader.page.locator("#first .welcome").get_by_text(PORT_QUESTION).wait_for(timeout=PATIENCE)
        assert reader.page.locator("#first h1").inner_text() == "问政"


def test_first_page_tells_every_reader_in_their_language(address: str) -> None:
    with urlopen(address) as response:
        page = response.read().decode("utf-8")
    assert "%%" not in page
    assert "Who did what, where, when" in page


def test_phone_shows_the_evidence_over_the_answer_and_goes_back(browser: Any, address: str) -> None:
    with reading(browser, address, width=390) as reader:
        reader.choose(PORT_QUESTION)
        assert not reader.page.locator("#evidence").is_visible()
        reader.open_marker(1)
        reader.page.get_by_role("button", name="关闭").click()
        assert not reader.page.locator("#evidence").is_visible()
        assert reader.page.evaluate("document.activeElement.className") == "marker"
