"""Times of a sentence, each read as the day, month or year it stands for."""

from __future__ import annotations

import re

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged
from rag.spans import overlap
from rag.time import Clock, moments, resolve
from rag.understanding import as_of

_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?!\d{1,2}月|度)|(?P<word>今年|去年|前年|明年)(?!\d{1,2}月|的?\d{1,2}月)"
)
_BACK = {"今年": 0, "去年": 1, "前年": 2, "明年": -1}


def days(query: Frame, best: Judged) -> list[Slot]:
    """What the sentence prints, then the day of the event it tells of or of its article, where it prints none."""
    reading, text = best.candidate.reading, best.passage.text
    clock = Clock(as_of(reading.page, reading.article), reading.understood.when)
    found = []
    taken: list[tuple[int, int]] = []
    for moment in moments(text):
        dated = resolve(moment, clock)
        taken.append((moment.start, moment.end))
        if dated.value and not moment.dateline:
            found.append(Slot(dated.value, HeadKind.DATE, moment.start, moment.end, dated.basis))
    now = clock.as_of.day
    for match in _YEAR.finditer(text):
        if any(s < match.end() and match.start() < e for s, e in taken):
            continue
        year = match["year"] or (str(now.year - _BACK[match["word"]]) if now else "")
        if year:
            found.append(Slot(year, HeadKind.DATE, match.start(), match.end(), f"“{match.group()}”"))
    if not found:
        told = [e.when for e in reading.understood.events if e.when.value and overlap(e.spans, best.passage.spans)]
        when = (told or [reading.understood.when])[0]
        found += [Slot(when.value, HeadKind.DATE, note=when.basis)] if when.value else []
    return sorted(found, key=lambda s: s.start)
