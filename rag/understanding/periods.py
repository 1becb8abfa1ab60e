"""Dates in questions, as closed intervals of ISO days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rag.records import Period


def question_periods(text: str, today: date | None = None, known_years: Sequence[int] = ()) -> tuple[Period, ...]:
    """Every date in a question, in order of occurrence.

    A day without a year is given in ISO 8601's yearless form: `first == last == "--05-06"`; a month without a year is
    `--05-01` to `--05-31`. Words relative to now (去年, last December) need `today`; without it they are left out.
    """
    return ()


def period_contains(period: Period, iso_date: str | None) -> bool:
    """Whether a date lies within the period. A partial date (2021-12, 2021) counts when the two overlap at all."""
    return False
