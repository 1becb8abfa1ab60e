"""What is needed to read a date: the day of the page, and how far the story has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rag.records import Dated


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day nothing on the page is later than, and why; `day` is None where nothing tells the year.

    `printed` is whether the page itself names its day, rather than an estimate. `month` is the one that 近日 is of, as
    2022-05; empty where nothing tells.
    """

    day: date | None = None
    why: str = ""
    printed: bool = False
    month: str = ""


class Clock(NamedTuple):
    """What is needed to read a date: the day of the page, and the day and year the story has arrived at (当天, 同年).

    `written` is the day of the report's dateline (8月16日讯), from which 今天 counts; None where there is none.
    """

    as_of: AsOf
    day: Dated = Dated()
    year: int | None = None
    written: date | None = None
