"""The day of an issue as mastheads, lines beneath headlines, file names and the heads of web pages write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rag.time.calendars import Calendar, readers
from rag.time.days import Days, NoSuchDayError
from rag.time.folding import folded
from rag.time.numerals import DIGITS
from rag.time.wordings import Moment, headed

_YEAR = re.compile(rf"\d{{4}}|[一二][{DIGITS}]{{3}}")
"""Without a year no day is full: few lines of a page have one."""


def issue_day(text: str) -> str | None:
    """The first full day in a text, as ISO, in figures, Chinese numerals or English; None where there is none.

    A day that never was (2023-02-30) is passed over, and so is one in eight figures, which may be any number.
    """
    return next((day for moment, day in _full_days(text) if "compact" not in moment.parts), None)


def compact_day(text: str) -> str | None:
    """The first day of a text that is written in eight figures (20230509), as ISO."""
    return next((day for moment, day in _full_days(text) if "compact" in moment.parts), None)


def _full_days(text: str) -> Iterator[tuple[Moment, str]]:
    if not _YEAR.search(folded(text)):
        return
    for moment in headed(text):
        if moment.kind != "day":
            continue
        try:
            read = readers["day"](moment.parts, Calendar(None))
        except NoSuchDayError:
            continue
        if isinstance(read, Days) and read.year in range(date.min.year + 1, date.max.year):
            yield moment, read.iso()[0]
