"""What an answer says of its own, in both languages."""

from __future__ import annotations

import re

import pytest

from rag.asked import Language
from rag.asking.constraints.lack import Lack
from rag.asking.writing.phrases import day_in_words, period_in_words, phrase
from rag.tables import rows
from rag.text import has_han

_SLOT = re.compile(r"{(\w+)")


@pytest.mark.parametrize("row", [pytest.param(r, id=r[0]) for r in rows("phrases.tsv")])
def test_every_phrase_has_both_languages_and_the_same_places_to_fill(row: list[str]) -> None:
    _, zh, en = row
    assert has_han(zh) or not re.sub(r"{\w+}|\W", "", zh)  # marks around what is filled in are of no language
    assert not has_han(en)
    assert set(_SLOT.findall(zh)) == set(_SLOT.findall(en))


@pytest.mark.parametrize(
    ("name", "number", "line"),
    [
        pytest.param("counted", 1, "Reported 1 time.", id="once"),
        pytest.param("counted", 2, "Reported 2 times.", id="twice"),
        pytest.param("counted_undated", 1, "1 more report gives no date.", id="one without a day"),
        pytest.param("counted_undated", 3, "3 more reports give no date.", id="three without a day"),
        pytest.param("more", 1, "1 more is left out.", id="one left out"),
    ],
)
def test_words_beside_a_number_fit_it(name: str, number: int, line: str) -> None:
    assert phrase(name, Language.EN, number=number) == line


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("lack", [lack for lack in Lack if lack])
def test_every_reason_for_a_refusal_can_be_said(lack: Lack, language: Language) -> None:
    assert phrase(f"none_{lack}", language, about="青石镇").strip() != ""


def test_places_are_filled_in() -> None:
    assert phrase("corrected", Language.EN, given="陈志原", meant="陈志远") == '"陈志原" is printed as 陈志远.'
    assert phrase("none_stranger", Language.ZH, about="{0.__class__}") == "没有找到写“{0.__class__}”做了什么的报道。"


@pytest.mark.parametrize(
    ("first", "last", "zh"),
    [
        pytest.param("2022-05-06", "2022-05-06", "2022年5月6日", id="a day"),
        pytest.param("2022-02-01", "2022-02-28", "2022年2月", id="a whole month"),
        pytest.param("2022-01-01", "2022-12-31", "2022年", id="a whole year"),
        pytest.param("2022-12-01", "2022-12-30", "2022年12月1日至2022年12月30日", id="not quite a month"),
        pytest.param("2022-11-01", "2022-12-31", "2022年11月1日至2022年12月31日", id="two months"),
    ],
)
def test_a_period_in_words(first: str, last: str, zh: str) -> None:
    assert period_in_words(first, last, Language.ZH) == zh


def test_a_phrase_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        phrase("no such phrase", Language.ZH)


@pytest.mark.parametrize(
    ("iso", "zh", "en"),
    [
        pytest.param("2022-05-06", "2022年5月6日", "6 May 2022", id="a day"),
        pytest.param("2021-12", "2021年12月", "December 2021", id="a month alone"),
        pytest.param("2023", "2023年", "2023", id="a year alone"),
    ],
)
def test_day_in_words(iso: str, zh: str, en: str) -> None:
    assert (day_in_words(iso, Language.ZH), day_in_words(iso, Language.EN)) == (zh, en)
