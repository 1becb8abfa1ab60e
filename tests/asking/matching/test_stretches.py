"""A run of months is the part of the year that it covers."""

from __future__ import annotations

from datetime import date

import pytest

from rag.asking.matching.stretches import of_period, stretches
from rag.mentions import times
from rag.time import AsOf, Clock, question_periods


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1月至6月，全市开工188个项目", {"上半年"}, id="half by its months"),
        pytest.param("2023年7—9月，全市开工18个项目", {"三季度"}, id="quarter by its months"),
        pytest.param("第1季度开工18个", {"一季度"}, id="in words"),
        pytest.param("2月至6月开工18个", set(), id="no part of a year"),
        pytest.param("4月28日至6月3日开工18个", set(), id="days"),
        pytest.param("2021年1月1日至2023年6月30日", set(), id="years apart"),
    ],
)
def test_parts_of_a_year(text: str, expected: set[str]) -> None:
    assert stretches(times(text, Clock(AsOf(date(2023, 7, 27), "", True)))) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("How much was sold in the first half of 2023?", {"上半年"}, id="half"),
        pytest.param("What was it in the second quarter?", {"二季度"}, id="a quarter of no year"),
        pytest.param("2023年下半年", {"下半年"}, id="Chinese"),
        pytest.param("What was it in the summer of 2023?", set(), id="a season"),
        pytest.param("since January 2023", set(), id="no end"),
    ],
)
def test_a_part_of_a_year_in_any_language(question: str, expected: set[str]) -> None:
    (period,) = question_periods(question)
    assert of_period(period) == expected
