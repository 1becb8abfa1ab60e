"""A conversation in a real browser: stopped, asked again, rated, followed up, put away and taken up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.fakes import BOOK_QUESTION, LEANING_QUESTION, PORT_QUESTION, SLOW_QUESTION, FakeAssistant
from tests.ui.reader import PATIENCE, reading
from tests.ui.test_browser import EXAMPLE, WINDOWS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_conversation_is_edited_rated_put_away_and_taken_up_in_every_window(
    browser: Any, address: str, width: int, theme: str, locale: str
) -> None:
    with reading(browser, address, width, theme, locale) as reader:
        page = reader.page
        words = reader.choose(EXAMPLE[locale])
        page.locator(".turn [data-edit]").click()
        assert page.locator("#question textarea").input_value() == EXAMPLE[locale]
        page.keyboard.press("Escape")
        page.locator("[data-rate=good]").click()
        page.locator("[data-rate=good][aria-pressed=true]").wait_for(timeout=PATIENCE)
        reader.shoot(f"{width}-{theme}-{locale[:2]}-talking")
        assert reader.barriers() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        reader.start_over()
        page.locator("[data-reopen]").click()
        page.locator(".turn .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        assert page.locator(".turn .words").inner_text() == words
        assert reader.complaints == []


def test_question_shows_at_once_and_can_be_stopped_and_asked_again(
    browser: Any, address: str, fake: FakeAssistant
) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        fake.gate.clear()
        reader.begin(SLOW_QUESTION)
        page.locator(".pending").wait_for(timeout=PATIENCE)
        assert page.locator("#conversation .question").inner_text() == SLOW_QUESTION
        assert not page.locator("#send").is_visible()
        page.get_by_role("button", name="停止").click()
        page.get_by_text("已停止").wait_for(timeout=PATIENCE)
        fake.gate.set()
        page.get_by_role("button", name="重新回答").click()
        page.locator(".refusal").wait_for(timeout=PATIENCE)
        assert page.locator("#conversation .question").all_inner_texts() == [SLOW_QUESTION]
        assert reader.complaints == []


def test_question_sent_again_while_it_is_answered_is_asked_once(
    browser: Any, address: str, fake: FakeAssistant
) -> None:
    with reading(browser, address) as reader:
        fake.gate.clear()
        reader.begin(SLOW_QUESTION)
        reader.begin(SLOW_QUESTION)
        assert reader.page.locator("#question textarea").input_value() == SLOW_QUESTION
        fake.gate.set()
        reader.page.locator(".refusal").wait_for(timeout=PATIENCE)
        assert reader.page.locator("#conversation .turn").count() == 1
        assert [question for question, _ in fake.asked][-1:] == [SLOW_QUESTION]


def test_program_that_does_not_answer_is_told_and_asked_again(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.route("**/conversation/asking", lambda route: route.abort())
        assert reader.ask(PORT_QUESTION).startswith("连不上程序。")
        reader.page.unroute("**/conversation/asking")
        reader.page.get_by_role("button", name="重新回答").click()
        reader.page.locator(".answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        assert reader.page.locator("#conversation .turn").count() == 1


def test_suggestion_is_asked_and_what_was_asked_is_not_suggested_again(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        reader.page.locator("#suggestions").get_by_role("button", name=BOOK_QUESTION).wait_for(timeout=PATIENCE)
        assert reader.choose(BOOK_QUESTION).startswith("藏书一万二千册")
        reader.page.wait_for_function("!document.querySelector('#suggestions button')", timeout=PATIENCE)


def test_opinion_is_kept_with_the_index_and_by_the_browser(browser: Any, address: str, fake: FakeAssistant) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        reader.choose(PORT_QUESTION)
        fake.rated.clear()
        page.get_by_role("button", name="没用").click()
        page.get_by_role("button", name="有用", exact=True).click()
        page.get_by_role("button", name="有用", exact=True, pressed=True).wait_for(timeout=PATIENCE)
        page.wait_for_timeout(500)
        assert [liked for _, _, liked in fake.rated] == [False, True]
        page.reload()
        page.get_by_role("button", name="有用", exact=True, pressed=True).wait_for(timeout=PATIENCE)
        assert page.get_by_role("button", name="没用", pressed=True).count() == 0


def test_new_conversation_puts_the_old_one_away_from_where_it_is_taken_up(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        reader.choose(PORT_QUESTION)
        reader.start_over()
        assert not page.locator("#evidence .evidence").is_visible()
        page.reload()
        page.locator("[data-reopen]").click()
        page.locator(".answer").wait_for(timeout=PATIENCE)
        assert reader.open_marker(1).startswith("他先后来到北屿码头")
        reader.start_over()
        page.get_by_role("button", name="清除记录").click()
        page.locator("[data-reopen]").wait_for(state="detached", timeout=PATIENCE)
        assert reader.complaints == []


def test_conversations_are_renamed_and_deleted_and_a_question_is_edited(
    browser: Any, address: str, fake: FakeAssistant
) -> None:
    with reading(browser, address, width=390) as reader:
        page = reader.page
        reader.ask(PORT_QUESTION)
        reader.ask(LEANING_QUESTION)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        assert page.evaluate(_IN_REACH, "#conversation .clear")
        page.locator(".turn [data-edit]").first.click()
        assert page.locator("#question textarea").input_value() == PORT_QUESTION
        assert page.locator(".turn.leaving").count() == 2
        assert reader.barriers() == []
        page.keyboard.press("Escape")
        assert page.locator(".turn.leaving").count() == 0
        page.locator(".turn [data-edit]").first.click()
        page.fill("#question textarea", BOOK_QUESTION)
        page.press("#question textarea", "Enter")
        page.locator(".turn .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        assert page.locator(".turn .question").all_inner_texts() == [BOOK_QUESTION]
        assert fake.asked[-1] == (BOOK_QUESTION, ())
        reader.start_over()
        page.get_by_role("button", name=f"给“{BOOK_QUESTION}”改名").click()
        page.keyboard.type("书院 <b>")
        page.keyboard.press("Enter")
        named = page.locator("[data-reopen]", has_text="书院 <b>")
        named.wait_for(timeout=PATIENCE)
        assert reader.barriers() == []
        page.reload()
        named.click()
        page.locator(".turn .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        reader.start_over()
        page.get_by_role("button", name="删除“书院 <b>”").click()
        page.locator("[data-reopen]").wait_for(state="detached", timeout=PATIENCE)
        assert reader.complaints == []


_IN_REACH = """(selector) => {
  const button = document.querySelector(selector);
  const box = button.getBoundingClientRect();
  return button.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


def test_what_was_carried_over_is_taken_off_with_one_press_and_stays_off(
    browser: Any, address: str, fake: FakeAssistant
) -> None:
    with reading(browser, address) as reader:
        page = reader.page
        reader.choose(PORT_QUESTION)
        reader.ask(LEANING_QUESTION)
        assert page.locator(".turn .carried").inner_text() == "承接上一问：陈志远 单独问这一句"
        assert reader.barriers() == []
        page.get_by_role("button", name="单独问这一句").focus()
        page.keyboard.press("Enter")
        page.locator(".refusal").wait_for(timeout=PATIENCE)
        assert fake.asked[-1] == (LEANING_QUESTION, ())
        page.reload()
        page.locator(".refusal").wait_for(timeout=PATIENCE)
        assert [history for question, history in fake.asked if question == LEANING_QUESTION][-2:] == [
            (PORT_QUESTION,),
            (),
        ]
        reader.ask(BOOK_QUESTION)
        assert fake.asked[-1] == (BOOK_QUESTION, (LEANING_QUESTION,))
        assert reader.complaints == []


def test_answer_is_copied_with_its_sources(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        reader.choose(BOOK_QUESTION)
        reader.page.get_by_role("button", name="复制答案").click()
        reader.page.get_by_role("button", name="已复制").wait_for(timeout=PATIENCE)
        copied = reader.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("藏书一万二千册[1]。\n“")
        assert copied.count("藏书一万二千册,大半是各家捐来的。") == 1


def test_way_of_finding_opens_a_sentence_where_it_stands(browser: Any, address: str) -> None:
    with reading(browser, address) as reader:
        reader.choose(PORT_QUESTION)
        reader.page.locator(".trail summary").click()
        reader.page.locator(".hits a").first.click()
        reader.page.wait_for_function("location.search.startsWith('?article=')", timeout=PATIENCE)
        reader.page.locator("#evidence mark.cited").first.wait_for(timeout=PATIENCE)
