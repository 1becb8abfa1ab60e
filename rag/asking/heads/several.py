"""Several figures asked for at once (监督立了几件、撤了几件): each by its own measure and by what is counted beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Counted, Frame
from rag.asking.heads.figures import figures
from rag.asking.heads.slots import Slot
from rag.asking.retrieval.judge import Judged
from rag.mentions import same_unit

NEAR = 12
"""Characters beside a figure in which what it counts is named."""

ANYTHING = "个"
"""A measure of anything, which tells of nothing what it is."""

_ENDS = re.compile(r"[，,；;。]")


def several(query: Frame, best: Judged) -> list[Slot]:
    """A figure of the sentence for each that is asked for, in the order of the question; [] unless each has one, and no
    other figure of the sentence is as near to it."""
    slots = [s for s in figures(query, best) if s.kind is HeadKind.NUMBER]
    found: list[Slot] = []
    for asked in query.wording.counted:
        fits = [(_fit(asked, slot, slots, best), slot) for slot in slots]
        most = max((fit for fit, _ in fits), default=0)
        likeliest = [slot for fit, slot in fits if fit == most]
        if not most or len(likeliest) != 1 or likeliest[0] in found:
            return []
        found += likeliest
    return found


def _fit(asked: Counted, slot: Slot, slots: Sequence[Slot], best: Judged) -> int:
    """How much speaks for a figure: its measure, and words that stand in the question in the same place; 0 for nothing,
    and where its measure is another one while nothing is named behind it: what stands before may only say who or where."""
    text = best.passage.text
    ends = [s.end for s in slots if s.end <= slot.start]
    starts = [s.start for s in slots if s.start >= slot.end]
    before = text[max([slot.start - NEAR, *ends]) : slot.start]
    behind = text[slot.end : min([slot.end + NEAR, *starts])]
    before, behind = _ENDS.split(before)[-1], _ENDS.split(behind)[0]
    same = bool(asked.unit) and same_unit(slot.note) == same_unit(asked.unit)
    named = _shares(asked.behind, behind) or _shares(asked.behind, before)
    named = named or ((same or not asked.unit) and _shares(asked.before, before))
    return 2 * named + same if named or (same and asked.unit != ANYTHING) else 0


def _shares(words: str, near: str) -> int:
    """Whether two characters in a row of one stand in the other; of a single character, that one."""
    if len(words) == 1:
        return int(words in near)
    return int(any(words[k : k + 2] in near for k in range(len(words) - 1)))
