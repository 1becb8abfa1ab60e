"""What is taken away in a real browser: a file of an answer, of a person, of the table; a sheet to print; a link."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.ui.fakes import LEANING_QUESTION, PLACES, PORT_QUESTION, FakeAssistant
from tests.ui.reader import PATIENCE, Reader, reading
from tests.ui.test_browser import EXAMPLE, WINDOWS

pytestmark = pytest.mark.browser


def taken(reader: Reader, inside: str, kind: str = "markdown") -> str:
    """The file that a press on a kind under "Take away" brings."""
    menu = reader.page.locator(f"{inside} .taking").last
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    with reader.page.expect_download(timeout=PATIENCE) as brought:
        menu.locator(f"[data-take={kind}]").click()
    return Path(brought.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "theme", "locale"), WINDOWS)
def test_answer_is_taken_away_in_every_window(browser: Any, address: str, width: int, theme: str, locale: str) -> None:
    with reading(browser, address, width, theme, locale) as reader:
        reader.choose(EXAMPLE[locale])
        content = taken(reader, "#conversation")
        assert content.startswith(f"# {EXAMPLE[locale]}\n")
        assert f"> {PLACES.quote}[^" in content
        assert ("北屿码头 Beiyu Wharf" in content) == (locale == "en-US")
        reader.shoot(f"{width}-{theme}-{locale[:2]}-taking")
        assert reader.barriers() == []
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
        assert reader.complaints == []


def test_answer_person_and_table_are_taken_away(browser: Any, address: str, fake: FakeAssistant) -> None:
    with reading(browser, address, width=390) as reader:
        reader.ask(PORT_QUESTION)
        reader.ask(LEANING_QUESTION)
        assert f"> {PLACES.quote}[^" in taken(reader, "#conversation")
        assert fake.asked[-1] == (LEANING_QUESTION, (PORT_QUESTION,))
        assert reader.barriers() == []
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 390
        reader.go("people")
        reader.page.locator("#people .everybody a").first.click()
        assert taken(reader, "#people").startswith("# ")
        reader.go("events")
        reader.page.locator("#events tbody tr").first.wait_for(timeout=PATIENCE)
        assert "## 2023-05" in taken(reader, "#events")
        assert reader.complaints == []
        assert reader.hosts == {urlsplit(address).netloc}


def test_sheet_to_print_opens_beside_and_a_link_asks_again(browser: Any, address: str) -> None:
    with reading(browser, address, locale="en-US") as reader:
        reader.ask(PORT_QUESTION)
        reader.page.locator(".taking summary").first.click()
        with reader.page.context.expect_page(timeout=PATIENCE) as opened:
            reader.page.locator("[data-take=print]").first.click()
        opened.value.locator("blockquote").first.wait_for(timeout=PATIENCE)
        link = reader.page.locator("[data-copy-link^='?ask=']").first.get_attribute("data-copy-link")
        reader.page.goto(f"{address}{link}")
        reader.page.locator(".turn .answer:not([aria-busy])").wait_for(timeout=PATIENCE)
        assert reader.page.locator(".turn .question").inner_text() == PORT_QUESTION
        assert "ask=" not in reader.page.url
        assert reader.complaints == []
