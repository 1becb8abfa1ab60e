"""Times: those of the grammar of time with the day they are, and those too loose for it, which only say that a time is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rag.mentions.spots import free
from rag.records import Dated, Mention, MentionKind
from rag.tables import rows
from rag.text import fold
from rag.time import Clock, moments, resolve

DATELINE = "dateline"
"""The unit of a time that dates the report (5月6日讯), not what is reported."""


def times(text: str, clock: Clock | None = None) -> tuple[Mention, ...]:
    """The times of a text in its order, without overlaps; without a clock no day is worked out."""
    found = [
        _mention(text, m.start, m.end, DATELINE if m.dateline else m.kind, resolve(m, clock) if clock else None)
        for m in moments(text)
    ]
    found += free(_loose(text), found)
    return tuple(sorted(found, key=lambda m: m.start))


def iso(when: Dated) -> str:
    """The day, or both ends of what lasts longer with / between them; empty where nothing is known."""
    ends = when.first or when.value, when.last
    return f"{ends[0]}/{ends[1]}" if ends[0] and ends[1] else when.value or ""


def _mention(text: str, start: int, end: int, unit: str, when: Dated | None = None) -> Mention:
    value, note = (iso(when), when.basis) if when else ("", "")
    return Mention(MentionKind.TIME, text[start:end], start, end, value, unit, note if value else "")


def _loose(text: str) -> Iterator[Mention]:
    plain = fold(text)
    for kind, pattern in _wordings():
        for match in pattern.finditer(plain):
            yield _mention(text, match.start(), match.end(), kind)


@cache
def _wordings() -> Sequence[tuple[str, re.Pattern[str]]]:
    return tuple((kind, re.compile(pattern)) for kind, pattern in rows("loose_times.tsv"))
