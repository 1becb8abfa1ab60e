"""Days told by their distance from today."""

from __future__ import annotations

from datetime import date

import pytest

from rag.records import Period
from rag.time import question_periods

FRIDAY = date(2023, 9, 1)


@pytest.mark.parametrize(
    ("text", "first", "last", "printed"),
    [
        pytest.param("昨天谁来了", "2023-08-31", "2023-08-31", "昨天", id="yesterday, over a month's end"),
        pytest.param("前天的会", "2023-08-30", "2023-08-30", "前天", id="the day before"),
        pytest.param("上个月做了什么", "2023-08-01", "2023-08-31", "上个月", id="last month"),
        pytest.param("本月的活动", "2023-09-01", "2023-09-30", "本月", id="this month"),
        pytest.param("上周的调研", "2023-08-21", "2023-08-27", "上周", id="last week, Monday to Sunday"),
        pytest.param("what happened this week", "2023-08-28", "2023-09-03", "this week", id="English"),
    ],
)
def test_recent(text: str, first: str, last: str, printed: str) -> None:
    assert question_periods(text, FRIDAY) == (Period(first, last, printed),)


def test_none() -> None:
    assert [p for p in question_periods("8月3日的周报", FRIDAY) if p.relative] == []
