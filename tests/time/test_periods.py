"""Dates in questions."""

from __future__ import annotations

from datetime import date

import pytest

from rag.records import Period
from rag.time import period_contains, question_periods

TODAY = date(2024, 3, 15)

QUESTIONS = [
    ("5月6日谁督查了企业", "--05-06", "--05-06"),
    ("5月6号", "--05-06", "--05-06"),
    ("2022年5月", "2022-05-01", "2022-05-31"),
    ("2021年12月12日晚", "2021-12-12", "2021-12-12"),
    ("5月上旬", "--05-01", "--05-10"),
    ("2月下旬", "--02-21", "--02-29"),
    ("去年年底", "2023-11-01", "2023-12-31"),
    ("2021年的会议", "2021-01-01", "2021-12-31"),
    ("2022年上半年", "2022-01-01", "2022-06-30"),
    ("12月", "--12-01", "--12-31"),
    ("5月5日至7日", "--05-05", "--05-07"),
    ("2021-12-12", "2021-12-12", "2021-12-12"),
    ("last December", "2023-12-01", "2023-12-31"),
    ("last January", "2024-01-01", "2024-01-31"),
    ("6 May 2022", "2022-05-06", "2022-05-06"),
    ("on May 6th, 2022", "2022-05-06", "2022-05-06"),
    ("May 2022", "2022-05-01", "2022-05-31"),
    ("in 2023", "2023-01-01", "2023-12-31"),
    ("5 to 7 May 2022", "2022-05-05", "2022-05-07"),
    ("on 12 December", "--12-12", "--12-12"),
]


@pytest.mark.parametrize(("question", "first", "last"), QUESTIONS, ids=[q for q, _, _ in QUESTIONS])
def test_a_date_in_a_question_is_a_period(question: str, first: str, last: str) -> None:
    (period,) = question_periods(question, TODAY)
    assert (period.first, period.last) == (first, last)
    assert period.printed in question


@pytest.mark.parametrize("question", ["谁督查了企业", "13月5日", "the mayor may visit", "第3次会议", "5个月"])
def test_what_is_no_date_gives_no_period(question: str) -> None:
    assert question_periods(question, TODAY) == ()


def test_two_dates_stand_in_order_and_share_their_year() -> None:
    found = question_periods("2023年1月和7月分别做了什么", TODAY)
    assert [(p.first, p.last) for p in found] == [("2023-01-01", "2023-01-31"), ("2023-07-01", "2023-07-31")]


def test_a_single_known_year_completes_a_day() -> None:
    (period,) = question_periods("5月6日", known_years=(2022,))
    assert period.first == "2022-05-06"


def test_relative_words_need_a_today() -> None:
    assert question_periods("去年的会议") == ()


HELD = [
    ("2021-12-09", "2021-12-09", "2021-12-09", True),
    ("2021-12-09", "2021-12-09", "2021-12-10", False),
    ("2021-12-09", "2021-12-09", "2021-12", False),
    ("2021-12-09", "2021-12-09", "2021-11", False),
    ("2021-12-01", "2021-12-31", "2021", True),
    ("--05-06", "--05-06", "2022-05-06", True),
    ("--05-06", "--05-06", "2022-05", True),
    ("--05-06", "--05-06", "2022-06-06", False),
    ("--05-06", "--05-06", "2022", True),
    ("2021-12-09", "2021-12-09", None, False),
]


@pytest.mark.parametrize(("first", "last", "day", "held"), HELD)
def test_a_partial_date_is_held_when_it_may_lie_within_more_than_a_day(
    first: str, last: str, day: str | None, held: bool
) -> None:
    assert period_contains(Period(first, last), day) is held
