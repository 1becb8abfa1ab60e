"""Times of a sentence, each read as the day, month or year it stands for."""

from __future__ import annotations

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged
from rag.spans import overlap
from rag.time import Clock, moments, resolve
from rag.understanding import as_of

_FISCAL = "度"
"""Behind a year it makes a term of accounts of it (2023年度)."""


def days(query: Frame, best: Judged) -> list[Slot]:
    """What the sentence prints, then the day of the event it tells of or of its article, where it prints none."""
    reading, text = best.candidate.reading, best.passage.text
    clock = Clock(as_of(reading.page, reading.article), reading.understood.when)
    found = []
    for moment in moments(text):
        dated = resolve(moment, clock)
        if dated.value and not moment.dateline and not text.startswith(_FISCAL, moment.end):
            note = f"“{moment.printed}”" if moment.kind == "year" else dated.basis
            found.append(Slot(dated.value, HeadKind.DATE, moment.start, moment.end, note))
    if not found:
        told = [e.when for e in reading.understood.events if e.when.value and overlap(e.spans, best.passage.spans)]
        when = (told or [reading.understood.when])[0]
        found += [Slot(when.value, HeadKind.DATE, note=when.basis)] if when.value else []
    return sorted(found, key=lambda s: s.start)
