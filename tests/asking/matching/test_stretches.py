"""A run of months is the part of the year that it covers."""

from __future__ import annotations

from datetime import date

import pytest

from rag.asking.matching.stretches import stretches
from rag.mentions import times
from rag.time import AsOf, Clock


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
