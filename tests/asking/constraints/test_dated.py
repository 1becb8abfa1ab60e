"""A year that a question and a report both tell by its distance, each from a day of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Frame
from rag.asking.constraints.dated import as_printed, date
from rag.asking.constraints.lack import Lack, Support
from rag.records import Dated, Period
from tests.asking.handmade import about, article, asked, best

HARVEST = "窑厂去年烧砖3万块，今年只修了路。"
QUIET = "窑厂在柳河边。"
LAST_YEAR = Period("2022-01-01", "2022-12-31", "去年", relative=True)


def lacks(query: Frame, sentence: str, issued: str, *, said: bool) -> Support:
    page = article([HARVEST, QUIET], title="窑厂", when=Dated(issued), issued=issued)
    return (as_printed if said else date)(query, about(query), best(query, sentence, page))


@pytest.mark.parametrize(
    ("issued", "lack"),
    [
        pytest.param("2023-03-09", Support(), id="the report means the same year"),
        pytest.param("2021-03-09", Support(Lack.DATE, "去年"), id="the report means another"),
        pytest.param("2022-03-09", Support(Lack.DATE, "去年"), id="of that year, but telling of the one before"),
    ],
)
def test_the_year_that_a_question_means(issued: str, lack: Support) -> None:
    query = asked(Asks.NUMBER, "窑厂去年烧砖多少块？", words=("窑厂", "砖"), periods=(LAST_YEAR,))
    assert lacks(query, HARVEST, issued, said=False) == lack


def test_a_year_that_is_told_binds_whatever_the_report_calls_it() -> None:
    query = asked(Asks.NUMBER, "窑厂2022年烧砖多少块？", words=("窑厂",), periods=(replace(LAST_YEAR, relative=False),))
    assert not lacks(query, HARVEST, "2022-03-09", said=False).lack


@pytest.mark.parametrize(
    ("sentence", "issued", "lack"),
    [
        pytest.param(HARVEST, "2021-03-09", Support(), id="the report says 去年 itself"),
        pytest.param(QUIET, "2022-03-09", Support(), id="a report of that year need not say so"),
        pytest.param(QUIET, "2021-03-09", Support(Lack.DATE, "去年"), id="a report of another that does not"),
    ],
)
def test_of_a_matter_either_will_do(sentence: str, issued: str, lack: Support) -> None:
    query = asked(Asks.WHAT, "窑厂去年怎么样？", words=("窑厂",), as_printed=("去年",), newest="2023-01-20")
    assert lacks(query, sentence, issued, said=True) == lack


YEARBOOK = ["初步核算，2022年全县产值18亿元。", "全年烧砖3万块。", "2020年烧砖2万块。"]


@pytest.mark.parametrize(
    ("sentence", "newest", "lack"),
    [
        pytest.param(YEARBOOK[1], "2023-11-20", Support(), id="a report of that year, which never says 去年"),
        pytest.param(YEARBOOK[2], "2023-11-20", Support(Lack.DATE, "去年"), id="a sentence of another year"),
        pytest.param(YEARBOOK[1], "2024-11-20", Support(Lack.DATE, "去年"), id="a report of another year"),
    ],
)
def test_a_report_on_a_year_tells_of_it_by_its_digits(sentence: str, newest: str, lack: Support) -> None:
    page = article(YEARBOOK, title="窑厂2022年统计公报", when=Dated(), issued="2023-03-29")
    query = asked(Asks.WHAT, "窑厂去年怎么样？", words=("窑厂",), as_printed=("去年",), newest=newest)
    assert as_printed(query, about(query), best(query, sentence, page)) == lack


def test_a_figure_of_another_measure_binds_no_year() -> None:
    query = asked(Asks.NUMBER, "窑厂去年烧砖多少吨？", words=("窑厂",), unit="吨", as_printed=("去年",))
    assert not lacks(query, HARVEST, "2021-03-09", said=True).lack


@pytest.mark.parametrize(
    ("asks", "year", "sentence", "lack"),
    [
        pytest.param(Asks.NUMBER, "去年", HARVEST, Support(), id="its figure"),
        pytest.param(Asks.NUMBER, "今年", HARVEST, Support(Lack.DATE, "今年"), id="no figure of that year"),
        pytest.param(Asks.WHAT, "今年", HARVEST, Support(), id="what is no figure"),
        pytest.param(Asks.WHAT, "前年", HARVEST, Support(Lack.DATE, "前年"), id="a year it does not name"),
        pytest.param(Asks.WHAT, "去年", QUIET, Support(Lack.DATE, "去年"), id="no year at all"),
    ],
)
def test_the_year_that_the_report_means(asks: Asks, year: str, sentence: str, lack: Support) -> None:
    query = asked(asks, "窑厂去年怎么样？", words=("窑厂",), as_printed=(year,))
    assert lacks(query, sentence, "2021-03-09", said=True) == lack
