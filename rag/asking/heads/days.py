"""Times of a sentence, each as the day, month or year it stands for."""

from __future__ import annotations

import re

from rag.answered import HeadKind
from rag.asked import Cue, Frame
from rag.asking.heads.clauses import clause_at, clauses
from rag.asking.heads.slots import Slot
from rag.asking.matching.mentioned import dating
from rag.asking.matching.standing import denies, plans
from rag.asking.retrieval.judge import Judged
from rag.mentions import day_of

_RANGE = re.compile("[至到—]")
"""In a time that has an end, which a question for the end wants (3月18日至24日)."""

_FISCAL = "度"
"""Behind a year it makes a term of accounts of it (2023年度)."""
_YEAR = "year"
_NUMBERED = "第"
"""Behind a year it makes a number of it (2023年第一次会议)."""
_PART = re.compile(r"[旬初底末]")
"""A part of a month or a year, of which the month or the year would say too much: it is stated as printed."""
_YEARLESS = "--"


def days(query: Frame, best: Judged) -> list[Slot]:
    """What the sentence prints, but for days on which it says that nothing took place (原定…取消)."""
    text = best.passage.text
    parts = clauses(text)
    found = []
    for told in dating(best.passage.mentions):
        value = day_of(told)
        own = clause_at(parts, told.start)
        clause = text[own.start : own.end] if own else ""
        if denies().search(clause) or (Cue.DEADLINE in query.cues and _RANGE.search(told.text + told.note)):
            continue
        if told.unit == _YEAR and (text.startswith(_NUMBERED, told.end) or _asked_of(query, value)):
            continue
        if yearless(value) and (Cue.YEAR in query.cues or query.periods):
            continue
        if value and not text.startswith(_FISCAL, told.end):
            if _PART.search(told.text):
                found.append(Slot(told.text, HeadKind.OTHER, told.start, told.end))
                continue
            note = f"“{told.text}”" if told.unit == _YEAR or yearless(value) else told.note
            found.append(Slot(value, HeadKind.DATE, told.start, told.end, note, bool(plans().search(clause))))
    return found


def yearless(value: str) -> bool:
    """Whether nothing tells the year: the day can be stated as it is printed, unless a year or a time is asked about."""
    return value.startswith(_YEARLESS)


def _asked_of(query: Frame, year: str | None) -> bool:
    """Whether the question names the year itself: it asks for more."""
    return any(p.first.startswith(year or "-") for p in query.periods)
