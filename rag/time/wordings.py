"""Where times stand in a question: what the table of wordings finds, before any of it is worked out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rag.tables import rows
from rag.time import almanac

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST = 3
"""Letters that a month's name is cut down to."""

_NAMES = "|".join(f"{m[:SHORTEST]}(?:{m[SHORTEST:]}|{'t' if m == 'september' else ''}\\b\\.?)" for m in MONTHS)
_YEAR = r"(?<!\d)(?P<year>\d{4})\s*年度?的?|(?<!\d)(?P<yy>\d{2})年|(?P<word>今年|去年|前年)的?"
_MACROS = {
    "{Y}": rf"(?:{_YEAR})?\s*",
    "{Y!}": rf"(?:{_YEAR})\s*",
    "{M}": r"(?<![\d第])(?P<month>\d{1,2})\s*",
    "{D}": r"(?P<day>\d{1,2})",
    "{N}": rf"(?P<name>{_NAMES})",
    "{ND}": r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    "{EY}": r"(?:,?\s+(?:of\s+)?(?P<year>[1-3]\d{3})\b)?",
    "{F}": almanac.wordings(0),
    "{FE}": almanac.wordings(1),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A time at `[start, end)` of a question, of a kind of `period_wordings.tsv`; `parts` are the groups that matched."""

    kind: str
    start: int
    end: int
    parts: Mapping[str, str]


def worded(text: str) -> list[Wording]:
    """Times in order of occurrence; of those that overlap the one whose row stands first."""
    kept: list[Wording] = []
    for kind, pattern in _rows():
        for match in pattern.finditer(text):
            if not any(k.start < match.end() and match.start() < k.end for k in kept):
                parts = {name: value for name, value in match.groupdict().items() if value}
                kept.append(Wording(kind, match.start(), match.end(), parts))
    return sorted(kept, key=lambda w: w.start)


def unread(text: str) -> list[tuple[str, int, int]]:
    """(kind, start, end) of what looks like a time and is read by nobody, as `period_unread.tsv` has it."""
    return [(kind, m.start(), m.end()) for kind, pattern in _unread() for m in pattern.finditer(text)]


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(_spelled_out(pattern), re.I)) for kind, pattern in rows("period_wordings.tsv"))


@lru_cache(maxsize=1)
def _unread() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.I)) for kind, pattern in rows("period_unread.tsv"))


def _spelled_out(pattern: str) -> str:
    for macro, meaning in _MACROS.items():
        pattern = pattern.replace(macro, meaning)
    return pattern
