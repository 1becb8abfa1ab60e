"""Times of the day that a sentence prints, with the day they are printed with."""

from __future__ import annotations

import re

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.heads.slots import Slot
from rag.asking.matching.mentioned import times
from rag.asking.matching.rivals import half_days
from rag.asking.retrieval.judge import Judged
from rag.mentions import tells_hour

_OPEN = re.compile(r"[（(“]")


def hours(query: Frame, best: Judged) -> list[Slot]:
    """Each hour as printed, from the day on where that stands right before it (8月6日凌晨2时33分)."""
    text = best.passage.text
    found: list[Slot] = []
    start = end = -1
    for told in sorted(times(best.passage.mentions), key=lambda m: m.start):
        start = start if told.start == end else told.start
        end = told.end
        if not tells_hour(told):
            continue
        if found and found[-1].end == told.start:
            start = found.pop().start
        whole = text[start:end]
        at = start if not _OPEN.search(whole) else end - len(_bare(whole))
        at -= len(_part_before(text[:at]))
        found.append(Slot(text[at:end], HeadKind.OTHER, at, end))
    return found


def _bare(printed: str) -> str:
    """The hour without the day that is set in brackets before it, with the part of the day (凌晨2时33分)."""
    behind = re.split(r"[）)”]", printed)[-1]
    return behind if re.match(rf"(?:{half_days()}|凌晨)?.*\d", behind) else printed


def _part_before(text: str) -> str:
    """The part of the day that stands right before an hour and is no time by itself (早上五点半)."""
    part = re.search(rf"(?:{half_days()}|凌晨|清晨|早上|早|夜里)$", text)
    return part[0] if part else ""
