"""No Chinese in the interface of an English page, no English in that of a Chinese one: every tab walked in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ui.fakes import BOOK_QUESTION, PORT_QUESTION, PORT_QUESTION_EN, TIMELINE_QUESTION, UNKNOWN_QUESTION
from tests.ui.reader import PATIENCE, Reader, reading
from tests.ui.scripts import foreign

pytestmark = pytest.mark.browser

OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
QUESTIONS = {"zh": (PORT_QUESTION, TIMELINE_QUESTION), "en": (PORT_QUESTION_EN,)}


@pytest.fixture(params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reader(browser: Any, address: str, language: str) -> Iterator[Reader]:
    with reading(browser, address, locale={"zh": "zh-CN", "en": "en-US"}[language]) as one:
        yield one


def left(reader: Reader, language: str) -> list[str]:
    """What is in the other script once everything that is folded was unfolded."""
    reader.settle()
    reader.page.evaluate(OPEN_ALL)
    return foreign(reader.page, language)


def test_the_conversation(reader: Reader, language: str) -> None:
    assert left(reader, language) == []
    for question in QUESTIONS[language]:
        reader.ask(question)
        assert left(reader, language) == [], question
    reader.open_marker(1)
    assert left(reader, language) == []
    reader.page.locator("#evidence [role=tab]").nth(1).click()
    assert left(reader, language) == []


def test_what_is_no_answer(reader: Reader, language: str) -> None:
    reader.ask("?")
    assert left(reader, language) == []
    reader.ask(UNKNOWN_QUESTION)
    reader.page.locator("#conversation .nearest a.open").last.click()
    reader.page.locator("#evidence .warning").wait_for(timeout=PATIENCE)
    found = left(reader, language)
    # what the library says of a Chinese question, and what to go on with, is Chinese on either page
    said = ("没有报道。", PORT_QUESTION, BOOK_QUESTION)
    assert [text for text in found if text not in said] == []


def test_the_form_of_corrections(reader: Reader, language: str) -> None:
    reader.ask(QUESTIONS[language][0])
    reader.open_marker(1)
    reader.page.locator("#evidence [data-correct]").click()
    reader.page.locator("dialog[open]").wait_for(timeout=PATIENCE)
    assert left(reader, language) == []


@pytest.mark.parametrize("tab", ["events", "watches", "pages", "settings"])
def test_the_tab(reader: Reader, language: str, tab: str) -> None:
    reader.go(tab)
    assert left(reader, language) == []


def test_events_that_are_not_there(reader: Reader, language: str) -> None:
    reader.go("events")
    reader.page.fill("#events-text", "zzzz")
    reader.page.locator("#events .nothing").wait_for(timeout=PATIENCE)
    assert left(reader, language) == []
    reader.page.fill("#events-text", "")
    reader.page.fill("#events-since", "20")
    reader.page.locator("#events .problem:not([hidden])").first.wait_for(timeout=PATIENCE)
    assert left(reader, language) == []


def test_people(reader: Reader, language: str) -> None:
    reader.go("people")
    assert left(reader, language) == []
    reader.page.locator("#people .everybody a").first.click()
    reader.page.locator("#people .profile h2").wait_for(timeout=PATIENCE)
    assert left(reader, language) == []


def test_the_check_sees_what_is_wrong(reader: Reader, language: str) -> None:
    wrong = {"zh": "Nothing found", "en": "没有找到"}[language]
    reader.page.evaluate("(words) => document.querySelector('.welcome').append(words)", wrong)
    reader.page.evaluate("(words) => { document.querySelector('.welcome').title = words; }", wrong)
    assert left(reader, language) == [wrong, f"title: {wrong}"]
