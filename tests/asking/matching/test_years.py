"""Years told by their distance, as a question says them and as a report does."""

from __future__ import annotations

import pytest

from rag.asking.matching.years import OF_A_YEAR, as_a_report_says, counted, in_other_words, year_meant
from rag.records import Dated, Period
from tests.asking.handmade import article

YEAR = ("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        pytest.param(Period(*YEAR, "去年", relative=True), "去年", id="a year"),
        pytest.param(Period(*YEAR, "今年年初", relative=True), "今年年初", id="the beginning of one"),
        pytest.param(Period(*YEAR, "This year", relative=True), "今年", id="in English"),
        pytest.param(Period(*YEAR, "上周", relative=True), "", id="a week"),
        pytest.param(Period(*YEAR, "去年5月", relative=True), "", id="a month"),
        pytest.param(Period(*YEAR, "去年"), "", id="not counted"),
        pytest.param(Period("", "", ""), "", id="nothing"),
    ],
)
def test_how_a_report_says_it(period: Period, words: str) -> None:
    assert as_a_report_says(period) == words


@pytest.mark.parametrize(
    ("word", "issued", "when", "year"),
    [
        pytest.param("去年", "2021-03-09", Dated("2020-12-30"), "2020", id="counted from the day it was printed"),
        pytest.param("今年上半年", None, Dated("2021-03-08"), "2021", id="from the day it is of"),
        pytest.param("前年", "2021-03-09", Dated(), "2019", id="two back"),
        pytest.param("去年", None, Dated(), "", id="nobody knows when"),
        pytest.param("去年", None, Dated("", "", "5月6日"), "", id="a day without a year"),
        pytest.param("后年", "2021-03-09", Dated(), "", id="another word"),
        pytest.param("", "2021-03-09", Dated(), "", id="no word"),
    ],
)
def test_which_year_it_means(word: str, issued: str | None, when: Dated, year: str) -> None:
    assert year_meant(word, article(["渠水通了。"], when=when, issued=issued)) == year


@pytest.mark.parametrize(
    ("word", "issued", "ways"),
    [
        pytest.param(
            "去年", "2021-03-09", ("去年", "上年", "上一年", "上届", "上一届", "同期", "2020年"), id="the last"
        ),
        pytest.param("前年", "2021-03-09", ("前年", "2019年"), id="the one before"),
        pytest.param("前年", None, ("前年",), id="nobody knows when it was written"),
    ],
)
def test_the_words_by_which_it_tells_of_it(word: str, issued: str | None, ways: tuple[str, ...]) -> None:
    assert in_other_words(word, article(["渠水通了。"], when=Dated(), issued=issued)) == ways


@pytest.mark.parametrize(
    ("word", "day", "year"),
    [("去年", "2021-03-09", "2020"), ("去年", "--03-09", ""), ("去年", "", ""), ("", "2021", "")],
)
def test_counted_from_a_day(word: str, day: str, year: str) -> None:
    assert counted(word, day) == year


def test_a_sentence_tells_of_a_year_until_it_names_another() -> None:
    told = "窑厂去年烧砖3万块，今年烧4万块，比2019年多1万块，同年修了路，比上年好。"
    assert [part for part in OF_A_YEAR.split(told) if part] == [
        "窑厂",
        "去年烧砖3万块，",
        "今年烧4万块，比",
        "2019年多1万块，",
        "同年修了路，比",
        "上年好。",
    ]
