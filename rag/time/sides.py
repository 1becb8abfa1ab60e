"""What stands beside a time of a question and says on which side of it is meant: 8月1日前, 八一前后, by the end of July."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from rag.records import Period
from rag.tables import rows
from rag.time.days import CENTURY
from rag.time.within import FULL, YEARLESS, has_year

EARLIEST, LATEST = "0001-01-01", "9999-12-31"
"""Bounds of periods that have one end only (2022年以来)."""

FIRST_OF_ANY, LAST_OF_ANY = "--01-01", "--12-31"
"""The same within a year that is not told."""

NEAR = timedelta(days=31)
"""How long before and behind a festival is what is called before or after it (八一前)."""

_THE = re.compile(r"(?<=\s)the\s+$", re.I)
_DAY = timedelta(days=1)


class Side(StrEnum):
    """As in `time_sides.tsv`."""

    UNTIL = "until"
    BEFORE = "before"
    SINCE = "since"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Beside:
    """The side that is meant, and the characters before and behind the time that say so."""

    side: Side
    before: int = 0
    behind: int = 0


def beside(text: str, start: int, end: int, *, named: bool) -> Beside | None:
    """What stands before and behind the time at `[start, end)` of a text says of it; None where they name no side. One that is `named` may have "the"
    before it, where any other belongs to what follows (before the May meeting)."""
    article = _THE.search(text[:start]) if named else None
    before = text[: article.start() if article else start]
    for side, where, pattern in _table():
        if where == "behind" and (found := pattern.match(text, end)):
            return Beside(side, behind=found.end() - end)
        if where == "before" and (found := pattern.search(before)):
            return Beside(side, before=start - found.start())
    return None


def opens(printed: str) -> bool:
    """Whether a time as printed begins with a word for a side (before May)."""
    return any(beside(printed, m.end(), len(printed), named=False) for m in re.finditer(" ", printed))


def on_side(period: Period, side: Side) -> Period | None:
    """The period on that side of a time: a month's reach of a festival, else all that lies there. None where it is beside a
    festival of which no day is known."""
    if period.festival:
        return _near(period, side) if period.first else None
    if not (has_year(period) or (period.first.startswith(YEARLESS) and len(period.first) == len(FIRST_OF_ANY))):
        return period
    first, last = (EARLIEST, LATEST) if has_year(period) else (FIRST_OF_ANY, LAST_OF_ANY)
    if side is Side.SINCE:
        return replace(period, last=last)
    if side is Side.ABOUT:
        return period
    return replace(period, first=first, last=_moved(period.first, -_DAY) if side is Side.BEFORE else period.last)


def _near(festival: Period, side: Side) -> Period:
    """Of several days off the first is before a festival still."""
    first, last = festival.first, festival.last
    if side is Side.BEFORE:
        last = first if first != last else _moved(first, -_DAY)
    return replace(
        festival,
        first=first if side is Side.SINCE else _moved(first, -NEAR),
        last=last if side in (Side.BEFORE, Side.UNTIL) else _moved(last, NEAR),
    )


def _moved(iso: str, by: timedelta) -> str:
    """The day so much later, without a year where it has none."""
    if len(iso) == FULL:
        return (date.fromisoformat(iso) + by).isoformat()
    return f"-{(date.fromisoformat(f'{CENTURY}{iso[1:]}') + by).isoformat()[4:]}"


@cache
def _table() -> tuple[tuple[Side, str, re.Pattern[str]], ...]:
    tail = {"before": "$", "behind": ""}
    return tuple(
        (Side(side), where, re.compile(f"(?:{pattern}){tail[where]}", re.I))
        for side, where, pattern in rows("time_sides.tsv")
    )
