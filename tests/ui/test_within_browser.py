"""What is asked of is chosen in a real browser: shown, kept with its question, taken off with one press."""

from __future__ import annotations

from typing import Any

import pytest

from rag import EVERYTHING, Scope
from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, PORT_QUESTION_EN, FakeAssistant
from tests.ui.reader import PATIENCE, reading
from tests.ui.scripts import foreign

pytestmark = pytest.mark.browser

MAY = Scope("海州日报", "2023-05", "2023-05")
HEADING = {"zh": "在哪里找", "en": "Ask within"}
QUESTION = {"zh": PORT_QUESTION, "en": PORT_QUESTION_EN}


@pytest.mark.parametrize(
    ("width", "theme", "locale", "language"), [(1440, "light", "zh-CN", "zh"), (390, "dark", "en-GB", "en")]
)
def test_chosen_asked_reloaded_and_taken_off(
    browser: Any, address: str, fake: FakeAssistant, width: int, theme: str, locale: str, language: str
) -> None:
    with reading(browser, address, width, theme, locale) as reader:
        page, chips = reader.page, reader.page.locator("#within .chip")
        page.locator("#within summary", has_text=HEADING[language]).click()
        page.fill("#within-newspaper", "海州日报")
        page.fill("#within-since", "2023-05")
        page.fill("#within-until", "2023-05")
        chips.nth(2).wait_for(timeout=PATIENCE)
        assert page.locator("#within-newspapers option").first.get_attribute("value") == "海州日报"
        assert foreign(page, language) == []
        assert reader.barriers() == []
        ends = page.evaluate(
            "[...document.querySelectorAll('#within input')].map((e) => e.getBoundingClientRect().right)"
        )
        assert max(ends) <= width
        reader.shoot(f"within-{width}-{language}-open")
        page.locator("#within summary").click()
        reader.ask(QUESTION[language])
        reader.close_evidence()
        assert fake.scopes[-1] == MAY
        assert "海州日报" in page.locator(".turn .within").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        reader.shoot(f"within-{width}-{language}")
        page.reload()
        page.locator(".turn .within").wait_for(timeout=PATIENCE)
        chips.nth(2).wait_for(timeout=PATIENCE)
        assert fake.scopes[-1] == MAY
        reader.close_evidence()
        page.locator("#within .chip[data-off='']").click()
        page.wait_for_function("!document.querySelector('#within .chip')", timeout=PATIENCE)
        reader.ask(BOOK_QUESTION)
        assert fake.scopes[-1] == EVERYTHING
        assert page.locator(".turn .within").count() == 1
        assert reader.complaints == []


def test_a_link_an_edited_question_and_a_page_ask_where_they_say(
    browser: Any, address: str, fake: FakeAssistant
) -> None:
    linked = f"{address}?ask={BOOK_QUESTION}&newspaper=海州日报&since=2023-05&until=2023-05"
    with reading(browser, linked) as reader:
        page, chips = reader.page, reader.page.locator("#within .chip")
        page.locator(".turn .within").wait_for(timeout=PATIENCE)
        assert fake.scopes[-1] == MAY
        page.locator("#within .chip[data-off='']").click()
        page.wait_for_function("!document.querySelector('#within .chip')", timeout=PATIENCE)
        page.locator("[data-edit]").click()
        chips.nth(2).wait_for(timeout=PATIENCE)
        reader.begin(PORT_QUESTION)
        page.locator(".turn .question", has_text=PORT_QUESTION).wait_for(timeout=PATIENCE)
        page.locator(".turn .within").wait_for(timeout=PATIENCE)
        assert fake.scopes[-1] == MAY
        with page.expect_download() as taken:
            page.locator(".turn summary", has_text="带走").click()
            page.locator("[data-take=markdown]").first.click()
        assert "《海州日报》 · 2023年5月" in taken.value.path().read_text(encoding="utf-8")
        reader.go("pages")
        page.locator("[data-pick='garden.txt']").check()
        page.locator("[data-ask-picked]").click()
        page.locator("#within .chip[data-off=pages]").wait_for(timeout=PATIENCE)
        reader.ask(BOOK_QUESTION)
        assert fake.scopes[-1] == Scope(pages=("garden.txt",))
        page.locator(".turn").nth(1).locator(".within").wait_for(timeout=PATIENCE)
        assert reader.complaints == []
