"""Times as questions tell them, beside those that pages tell too."""

from __future__ import annotations

from datetime import date

import pytest

from rag.time import period_contains, question_times

TODAY = date(2025, 3, 20)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("2025年正月初八谁值班", "2025-02-05", "2025-02-05", id="a lunar day"),
        pytest.param("2025年腊月廿六谁值班", "2025-01-25", "2025-01-25", id="one that falls in January"),
        pytest.param("2025年闰六月初一谁值班", "2025-07-25", "2025-07-25", id="of a leap month"),
        pytest.param("2024年除夕谁值班", "2024-02-09", "2024-02-09", id="the eve within that year"),
        pytest.param("2025年国庆节当天谁值班", "2025-10-01", "2025-10-01", id="the day alone"),
        pytest.param("近三个月谁值班", "2024-12-20", "2025-03-20", id="the last three months"),
        pytest.param("最近两周谁值班", "2025-03-06", "2025-03-20", id="the last two weeks"),
        pytest.param("上个月中旬谁值班", "2025-02-11", "2025-02-20", id="a third of last month"),
        pytest.param("昨（19）日谁值班", "---19", "---19", id="a day in brackets"),
    ],
)
def test_asked(text: str, first: str, last: str) -> None:
    (period,) = question_times(text, TODAY).periods
    assert (period.first, period.last) == (first, last)


def test_a_lunar_day_of_any_year_is_found_in_each() -> None:
    (period,) = question_times("正月初八谁值班", TODAY).periods
    assert [d for d in ("2024-02-17", "2025-02-05", "2025-02-06") if period_contains(period, d)] == [
        "2024-02-17",
        "2025-02-05",
    ]


@pytest.mark.parametrize("text", ["2月30日", "2024年13月5日", "2024年闰七月初三", "2024年闰七月", "二月三十日"])
def test_a_day_that_never_was_is_told(text: str) -> None:
    times = question_times(f"{text}谁值班", TODAY)
    assert (times.periods, times.impossible) == ((), (text,))


def test_one_that_never_was_is_told_in_english_too() -> None:
    assert question_times("Who was on duty on February 30?", TODAY).impossible == ("February 30",)
