"""What a sentence mentions, by kind and by the part of the sentence it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rag.mentions import DATELINE, NUMBERS, loose
from rag.records import Mention, MentionKind

_DAYS = ("day", "bare", "some_day", "lunar")
"""Units of times that are a day."""
_NUMBERED = re.compile(r"\d[日号]")


def numbers(told: Iterable[Mention]) -> list[Mention]:
    """Sums, shares, quantities and durations."""
    return [m for m in told if m.kind in NUMBERS]


def times(told: Iterable[Mention]) -> list[Mention]:
    """Times of any kind, loose ones too."""
    return [m for m in told if m.kind is MentionKind.TIME]


def dating(told: Iterable[Mention]) -> list[Mention]:
    """Times that date what is told: neither loose nor the report's own."""
    return [m for m in times(told) if not loose(m) and m.unit != DATELINE]


def of_a_day(told: Iterable[Mention]) -> list[Mention]:
    """Times that tell a day, be it without its month."""
    return [m for m in times(told) if m.unit in _DAYS or _NUMBERED.search(m.text)]


def within(told: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Those that stand wholly within `text[start:end]`."""
    return [m for m in told if start <= m.start and m.end <= end]


def parts(text: str, told: Sequence[Mention], between: re.Pattern[str]) -> Iterator[tuple[str, list[Mention]]]:
    """The parts of a sentence, set apart by a pattern but never inside of what it mentions (27,072元), each with what it
    mentions; what is empty is left out."""
    at = 0
    for end, behind in [*(m.span() for m in between.finditer(text)), (len(text), len(text))]:
        if any(m.start < end and behind < m.end for m in told):
            continue
        if text[at:end].strip():
            yield text[at:end], within(told, at, end)
        at = behind
