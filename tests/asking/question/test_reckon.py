"""Days told by their distance from today, read where nobody says what day today is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rag.asked import Asks, Language, Overall
from rag.asking.assistant import Assistant
from rag.asking.question.question import Question
from rag.asking.question.reckon import as_printed, reckoned
from rag.asking.writing.readings import as_counted, reading_of
from rag.asking.writing.readings import as_printed as said_so
from rag.records import Period
from tests.asking.handmade import asked

NEWEST = "2023-01-20"
DECEMBER = Period("2022-12-01", "2022-12-31", "去年12月", relative=True)
LAST_YEAR = Period("2022-01-01", "2022-12-31", "去年", relative=True)
THIS_YEAR = Period("2023-01-01", "2023-12-31", "今年", relative=True)
MAY = Period("2022-05-01", "2022-05-31", "2022年5月")


@pytest.mark.parametrize(
    ("query", "periods", "counted"),
    [
        pytest.param(asked(Asks.WHO, periods=(DECEMBER,)), (DECEMBER,), (DECEMBER,), id="counted from the newest day"),
        pytest.param(asked(Asks.WHO, periods=(MAY,)), (MAY,), (), id="a year that is printed needs no today"),
        pytest.param(asked(Asks.NUMBER, periods=(THIS_YEAR,)), (), (), id="most pages are of this year"),
        pytest.param(asked(Asks.NUMBER, periods=(LAST_YEAR,)), (), (), id="a year alone may be the page's wording"),
        pytest.param(
            asked(Asks.COUNT, periods=(LAST_YEAR,), people=("陈志远",)),
            (LAST_YEAR,),
            (LAST_YEAR,),
            id="doings of a year",
        ),
    ],
)
def test_which_periods_are_read(query: Question, periods: tuple[Period, ...], counted: tuple[Period, ...]) -> None:
    found = reckoned(query, NEWEST)
    assert (found.periods, found.reckoned) == (periods, counted)
    assert found.newest == (NEWEST if counted or found.as_printed else "")


def test_the_last_year_of_a_matter_may_be_the_report_s_own() -> None:
    assert reckoned(asked(Asks.NUMBER, periods=(LAST_YEAR,)), NEWEST).as_printed == ("去年",)
    assert reckoned(asked(Asks.NUMBER, periods=(THIS_YEAR,)), NEWEST).as_printed == ()
    assert reckoned(asked(Asks.COUNT, periods=(LAST_YEAR,), people=("陈志远",)), NEWEST).as_printed == ()


def years_of(query: Question) -> tuple[str, ...]:
    found = as_printed(query)
    return found.as_printed if found else ()


@pytest.mark.parametrize(
    ("query", "years"),
    [
        pytest.param(asked(Asks.NUMBER, periods=(LAST_YEAR,)), ("去年",), id="a year"),
        pytest.param(
            asked(Asks.NUMBER, periods=(replace(LAST_YEAR, printed="Last year"),)), ("去年",), id="a year in English"
        ),
        pytest.param(
            asked(Asks.WHO, periods=(replace(LAST_YEAR, printed="今年上半年"),)), ("今年上半年",), id="half of a year"
        ),
        pytest.param(asked(Asks.WHO, periods=(DECEMBER,)), (), id="a month is counted"),
        pytest.param(asked(Asks.WHO, periods=(replace(LAST_YEAR, relative=False),)), (), id="a year that is told"),
        pytest.param(asked(Asks.WHO), (), id="no year at all"),
        pytest.param(asked(Asks.TIMELINE, periods=(LAST_YEAR,), people=("陈志远",)), (), id="told by many articles"),
        pytest.param(asked(Asks.WHO, periods=(LAST_YEAR,), overall=Overall.WHO_MOST), (), id="told by the table"),
    ],
)
def test_which_years_a_report_may_mean(query: Question, years: tuple[str, ...]) -> None:
    assert years_of(query) == years


def test_a_year_taken_at_its_word_is_no_period_and_not_counted() -> None:
    found = as_printed(reckoned(asked(Asks.NUMBER, periods=(LAST_YEAR, DECEMBER), people=("陈志远",)), NEWEST))
    assert found is not None
    assert (found.periods, found.reckoned, found.newest) == ((DECEMBER,), (DECEMBER,), NEWEST)
    alone = as_printed(reckoned(asked(Asks.NUMBER, periods=(LAST_YEAR,), people=("陈志远",)), NEWEST))
    assert alone is not None
    assert (alone.periods, alone.reckoned, alone.newest) == ((), (), "")


def test_the_answer_says_whose_word_it_is() -> None:
    query = asked(Asks.NUMBER)
    assert said_so(query, "去年", ["2022-05-08", "2022-05-08"]) == "“去年”是报道自己的说法，报道见于2022年5月8日。"
    assert said_so(query, "去年", []) == "“去年”是报道自己的说法。"
    english = Question(Language.EN, Asks.NUMBER, question="How much last year?")
    assert said_so(english, "去年", ["2022-05-08"]) == '"去年" is as the report says it, which is of 8 May 2022.'


def test_a_year_that_the_report_tells_in_other_words_is_not_said_to_be_its_word() -> None:
    query = asked(Asks.NUMBER)
    assert as_counted(query, "去年", ["2022-05-08"], "2021") == "“去年”从报道见报的2022年5月8日算起，指2021年。"
    assert as_counted(query, "去年", [], "") == "“去年”从报道写成的时候算起。"


def test_the_answer_says_how_it_was_read() -> None:
    query = reckoned(asked(Asks.WHO, periods=(DECEMBER,)), NEWEST)
    assert reading_of(query, DECEMBER) == "“去年12月”从报纸最近的一天（2023年1月20日）算起，指2022年12月。"
    week = Period("2023-01-09", "2023-01-15", "last week", relative=True)
    english = reckoned(Question(Language.EN, Asks.WHO, periods=(week,), question="Who met last week?"), NEWEST)
    assert reading_of(english, week) == (
        '"last week", counted from the newest page (20 January 2023), is 9 January 2023 to 15 January 2023.'
    )


@pytest.mark.model
def test_asked_of_pages(assistant: Assistant) -> None:
    newest = assistant.ask("谁督查了安全生产？").searched.last
    assert newest is not None
    answer = assistant.ask("前年5月陈志远督查了什么？")
    assert answer.query.reckoned[0].first == f"{int(newest[:4]) - 2}-05-01"
    assert answer.text.startswith("“前年5月”从报纸最近的一天") or "\n“前年5月”从报纸最近的一天" in answer.text
