"""Times of questions: what is a period, what can be none, and what is only said to be there."""

from __future__ import annotations

from datetime import date

import pytest

from rag.records import Period
from rag.time import on_festival, period_contains, question_times

TODAY = date(2024, 3, 15)

WORDED = [
    ("2024/7/31谁来了", "2024-07-31", "2024-07-31"),
    ("20240731谁来了", "2024-07-31", "2024-07-31"),
    ("2024.7.31谁来了", "2024-07-31", "2024-07-31"),
    ("23年7月31日谁来了", "2023-07-31", "2023-07-31"),
    ("2024年的5月3日谁来了", "2024-05-03", "2024-05-03"),
    ("7/31谁来了", "--07-31", "--07-31"),
    ("31日谁来了", "---31", "---31"),
    ("5日至7日谁来了", "---05", "---07"),
    ("二十日谁来了", "---20", "---20"),
    ("on the 31st, who came", "---31", "---31"),
    ("What about May?", "--05-01", "--05-31"),
    ("星期三谁来了", "-W-3", "-W-3"),
    ("上周三谁来了", "2024-03-06", "2024-03-06"),
    ("last Monday", "2024-03-11", "2024-03-11"),
    ("5月6日（星期五）谁来了", "--05-06", "--05-06"),
    ("2024年一季度", "2024-01-01", "2024-03-31"),
    ("第三季度", "--07-01", "--09-30"),
    ("Q1 2024", "2024-01-01", "2024-03-31"),
    ("the third quarter of 2023", "2023-07-01", "2023-09-30"),
    ("2024年前三个月", "2024-01-01", "2024-03-31"),
    ("the first three months of 2024", "2024-01-01", "2024-03-31"),
    ("2023年下半年", "2023-07-01", "2023-12-31"),
    ("2021年年底", "2021-11-01", "2021-12-31"),
    ("2021年年中", "2021-06-01", "2021-07-31"),
    ("2023年中国公开赛在哪天", "2023-01-01", "2023-12-31"),
    ("in early May 2022", "2022-05-01", "2022-05-10"),
    ("in summer 2023", "2023-06-01", "2023-08-31"),
    ("2024年1月到3月", "2024-01-01", "2024-03-31"),
    ("2023年12月到2024年2月", "2023-12-01", "2024-02-29"),
    ("2023年11月到2月", "2023-11-01", "2024-02-29"),
    ("12月30日至1月2日", "--12-30", "--01-02"),
    ("from March to May 2024", "2024-03-01", "2024-05-31"),
    ("between 5 and 7 May 2022", "2022-05-05", "2022-05-07"),
    ("2022年以来", "2022-01-01", "9999-12-31"),
    ("2022年之前", "0001-01-01", "2021-12-31"),
    ("2022年以前", "0001-01-01", "2022-12-31"),
    ("2023年8月1日前", "0001-01-01", "2023-07-31"),
    ("7月底前通水", "--01-01", "--07-31"),
    ("8月1日前往海州的是谁", "--08-01", "--08-01"),
    ("2023年八一前夕", "2023-07-01", "2023-07-31"),
    ("八一前", "--07-01", "--07-31"),
    ("七一前后", "--05-31", "--08-01"),
    ("2023年春节前", "2022-12-21", "2023-01-21"),
    ("春节前", None, None),
    ("7月31日，八一前一天", "--07-31", "--07-31"),
    ("before August 1, 2023", "0001-01-01", "2023-07-31"),
    ("before the August 1 visit", "--08-01", "--08-01"),
    ("by the end of July 2023", "0001-01-01", "2023-07-31"),
    ("in the run-up to the Spring Festival of 2023", "2022-12-21", "2023-01-21"),
    ("ahead of Army Day", "--07-01", "--07-31"),
    ("before the 2023 Spring Festival", "2022-12-21", "2023-01-21"),
    ("after 5 May", "--05-05", "--12-31"),
    ("2023年国庆期间", "2023-09-29", "2023-10-08"),
    ("2023年春节期间", "2023-01-21", "2023-01-29"),
    ("during the Spring Festival of 2023", "2023-01-21", "2023-01-29"),
    ("春节期间谁来了", "", ""),
    ("3024年谁来了", "3024-01-01", "3024-12-31"),
]


@pytest.mark.parametrize(("question", "first", "last"), WORDED, ids=[q for q, _, _ in WORDED])
def test_every_wording_is_a_period(question: str, first: str | None, last: str | None) -> None:
    times = question_times(question, TODAY)
    assert [(p.first, p.last) for p in times.periods] == ([] if first is None else [(first, last)])
    assert (times.impossible, times.ahead, times.unread) == ((), (), ())


def test_days_that_are_named_together_are_days_apart() -> None:
    found = question_times("2023年5月6日、8日和9日分别去了哪里").periods
    assert [p.first for p in found] == ["2023-05-06", "2023-05-08", "2023-05-09"]


def test_years_in_a_row_are_years_apart() -> None:
    found = question_times("2017年 2018年2020年都在哪里任职").periods
    assert [p.first for p in found] == ["2017-01-01", "2018-01-01", "2020-01-01"]


@pytest.mark.parametrize(
    "printed",
    [
        "2月30日",
        "13月",
        "2023年2月29日",
        "2023年2024年5月3日",
        "5月3日到5月1日",
        "2024年5月到2023年2月",
        "2022年5月6日星期三",
    ],
)
def test_what_never_was_is_said_to_be_no_day(printed: str) -> None:
    times = question_times(f"{printed}谁来了", TODAY)
    assert (times.periods, times.impossible) == ((), (printed,))


@pytest.mark.parametrize(
    ("question", "ahead", "unread"),
    [
        ("What will the county do next?", (), ()),
        ("What will happen there next week?", ("next week",), ()),
        pytest.param("明年谁来", ("明年",), (), id="to come"),
        pytest.param("2023年暑假谁来了", (), ("暑假",), id="not understood"),
        pytest.param("5号楼在哪里", (), (), id="a building"),
        pytest.param("第3次会议开了5个月", (), (), id="numbers that are no time"),
    ],
)
def test_what_is_no_period_is_kept(question: str, ahead: tuple[str, ...], unread: tuple[str, ...]) -> None:
    times = question_times(question, TODAY)
    assert (times.ahead, times.unread) == (ahead, unread)


HELD = [
    (Period("---31", "---31"), "2024-07-31", True),
    (Period("---31", "---31"), "2024-07-30", False),
    (Period("---31", "---31"), "2024-07", False),
    (Period("-W-3", "-W-3"), "2024-03-06", True),
    (Period("-W-3", "-W-3"), "2024-03-07", False),
    (Period("--12-30", "--01-02"), "2024-01-01", True),
    (Period("--12-30", "--01-02"), "2024-02-01", False),
    (Period("--07-31", "--07-31"), "--07-31", True),
    (Period("2022-07-31", "2022-07-31"), "--07-31", False),
    (Period("", "", festival="春节"), "2023-01-25", True),
    (Period("", "", festival="春节"), "2024-01-25", False),
]


@pytest.mark.parametrize(("period", "day", "held"), HELD)
def test_what_is_open_holds_any_year_or_month(period: Period, day: str, held: bool) -> None:
    assert period_contains(period, day) is held


@pytest.mark.parametrize(
    ("name", "day", "on"),
    [
        ("国庆", "2023-10-03", True),
        ("国庆", "2023-11-03", False),
        ("元旦", "2023-12-31", True),
        ("护士节", "2023-05-12", True),
        ("腊八", "2023-12-30", False),
        ("腊八", "2024-01-18", True),
        ("庙会", "2023-05-12", False),
    ],
)
def test_whether_a_day_is_a_festivals(name: str, day: str, on: bool) -> None:
    assert on_festival(name, day) is on
