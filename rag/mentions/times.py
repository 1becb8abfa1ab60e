"""Times: those of the grammar of time with the day they are, and those too loose for it, which only say that a time is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from rag.mentions.spots import free
from rag.records import Dated, Mention, MentionKind
from rag.tables import rows
from rag.text import fold
from rag.time import Clock, Moment, moments, of_same_year, resolve, unclear

LEAP = 2000
"""A year that has every day."""

_BARE = "bare"
"""The unit of a day without its month, however it is told for one."""

HOUR = "hour"
_HOURS = ("时", "点")
DATELINE = "dateline"
"""The unit of a time that dates the report (5月6日讯), not what is reported."""


def times(text: str, clock: Clock | None = None) -> tuple[Mention, ...]:
    """The times of a text in its order, without overlaps; without a clock no day is worked out."""
    read = ((m, resolve(of_same_year(m, text, clock), clock) if clock else Dated()) for m in moments(text))
    found = [_read(text, m, when, clock) for m, when in read if not unclear(m, when)]
    found += free(_loose(text), found)
    return tuple(sorted(found, key=lambda m: m.start))


def _read(text: str, moment: Moment, when: Dated, clock: Clock | None) -> Mention:
    value = iso(when)
    if clock and not value and moment.kind == "day" and not moment.year:
        value = _yearless(moment.month or 0, moment.day or 0)
    unit = DATELINE if moment.dateline else _BARE if moment.kind == "alone" else moment.kind
    return _mention(text, moment.start, moment.end, unit, value, when.basis if value else "")


def _yearless(month: int, day: int) -> str:
    try:
        return f"-{date(LEAP, month, day):-%m-%d}"
    except ValueError:
        return ""


def iso(when: Dated) -> str:
    """Its day, month or year, then the ends of what lasts longer or is told less finely, with / between them; empty
    where nothing is known."""
    ends = dict.fromkeys((when.value or "", when.first, when.last))
    return "/".join(part for part in ends if part) if when.value else ""


def day_of(mention: Mention) -> str:
    """The day, month or year that a time is of, --05-06 where nothing tells the year; empty where it is not known."""
    return mention.value.partition("/")[0]


def days_of(mention: Mention) -> tuple[str, ...]:
    """The first and the last day of a time, twice the same where it is one; () where they are not known."""
    parts = mention.value.split("/") if mention.value else []
    return (parts[-2] if len(parts) > 1 else parts[0], parts[-1]) if parts else ()


def loose(mention: Mention) -> bool:
    """Whether a time is told too loosely to date anything."""
    return mention.unit in _loose_kinds()


def tells_hour(mention: Mention) -> bool:
    """Whether a time says at what time of the day."""
    return mention.kind is MentionKind.TIME and (mention.unit == HOUR or mention.text.endswith(_HOURS))


def _mention(text: str, start: int, end: int, unit: str, value: str = "", note: str = "") -> Mention:
    return Mention(MentionKind.TIME, text[start:end], start, end, value, unit, note)


def _loose(text: str) -> Iterator[Mention]:
    plain = fold(text)
    for kind, pattern in _wordings():
        for match in pattern.finditer(plain):
            yield _mention(text, match.start(), match.end(), kind)


@cache
def _wordings() -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in rows("loose_times.tsv"))


@cache
def _loose_kinds() -> frozenset[str]:
    return frozenset(kind for kind, _ in _wordings())
