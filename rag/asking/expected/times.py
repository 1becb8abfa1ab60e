"""What a question that asks when really wants: a day, the taking up of an office, or the end of a term."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.asked import Asks, Cue, Frame
from rag.asking.matching.mentioned import times
from rag.mentions import tells_hour
from rag.records import Mention, MentionKind
from rag.tables import cue_pattern

_INSTALLED = cue_pattern("installs", "asking_cues.tsv")
_TERM = cue_pattern("over_by", "asking_cues.tsv")
_UP_TO = ("至", "到")
_BEFORE = re.compile(r"之?前|底前?")
_COMING = ("明年", "今年")
_END = "end"
"""The unit of 年底 and 月底."""


def lasts(told: Iterable[Mention]) -> bool:
    """Whether the length of a time is mentioned (一年, 1小时40分钟), no date."""
    return any(m.kind is MentionKind.DURATION for m in told)


def takes_office(query: Frame) -> bool:
    """Whether it asks when an office was taken up."""
    return query.asks is Asks.WHEN and bool(query.offices) and Cue.TAKES_OFFICE in query.cues


def installs(text: str) -> bool:
    """Whether somebody is said to take up an office."""
    return _INSTALLED.search(text) is not None


def deadline(query: Frame) -> bool:
    """Whether it asks by when, which is not the day of the report."""
    return query.asks is Asks.WHEN and Cue.DEADLINE in query.cues


def sets_term(text: str, told: Iterable[Mention]) -> bool:
    """Whether a time is named by which something is to be done."""
    return _TERM.search(text) is not None or any(_ends(text, m) for m in times(told))


def _ends(text: str, told: Mention) -> bool:
    up_to = text[: told.start].endswith(_UP_TO) or any(mark in told.text for mark in _UP_TO)
    return up_to or told.unit == _END or told.text.startswith(_COMING) or _BEFORE.match(text, told.end) is not None


def wants_hour(query: Frame) -> bool:
    """Whether it asks at what time of the day."""
    return query.asks is Asks.WHEN and Cue.CLOCK in query.cues


def hour_alone(query: Frame) -> bool:
    """Whether it asks for that, and not for the day too (几号几点)."""
    return wants_hour(query) and Cue.EXACT_DAY not in query.cues


def hours(told: Iterable[Mention]) -> list[Mention]:
    """Times of a day."""
    return [m for m in told if tells_hour(m)]
