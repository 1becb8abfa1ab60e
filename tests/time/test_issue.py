"""The day of an issue, as mastheads and file names write it."""

from __future__ import annotations

import pytest

from rag.time import compact_day, in_figures, issue_day, number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("北溪日报 2024年5月6日 星期一", "2024-05-06"),
        ("发布时间：2024 年 05 月 06 日 08:30", "2024-05-06"),
        ("2024·5·6 第3版", "2024-05-06"),
        ("二〇二四年五月六日", "2024-05-06"),
        ("2024年第12期（总第88期）5月6日", "2024-05-06"),
        ("Published 6 May 2024", "2024-05-06"),
        ("2023-02-30 2023-03-01", "2023-03-01"),
        ("北溪日报20240506", None),
        ("5月6日", None),
    ],
)
def test_issue_day(text: str, day: str | None) -> None:
    assert issue_day(text) == day


def test_compact_day() -> None:
    assert (compact_day("beixi_20240506_01"), compact_day("beixi_20241306")) == ("2024-05-06", None)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二〇二四", 2024),
        ("十", 10),
        ("二十三", 23),
        ("廿三", 23),
        ("初八", 8),
        ("12", 12),
        ("third", 3),
        ("5th", 5),
        ("", 0),
    ],
)
def test_number(numeral: str, value: int) -> None:
    assert number(numeral) == value


def test_in_figures() -> None:
    assert in_figures("二〇二四年五月十九日谁到了三月亮，八月初三呢") == "2024年5月19日谁到了三月亮，八月初三呢"
