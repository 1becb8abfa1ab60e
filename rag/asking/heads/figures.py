"""Figures of a sentence with their units, and how much speaks for one being of what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Counted, Frame, Language
from rag.asking.heads.slots import Slot
from rag.asking.matching.mentioned import numbers
from rag.asking.retrieval.judge import Judged
from rag.mentions import same_unit
from rag.records import Mention, MentionKind

_MEANING = ("亩", "吨")
"""Measures of things without which a figure says another thing, as it does without that of money or a share."""


NEAR = 12
"""Characters beside a figure in which what it counts is named."""

ANYTHING = "个"
"""A measure of anything, which tells of nothing what it is."""

_ENDS = re.compile(r"[，,；;。]")


def figures(query: Frame, best: Judged) -> list[Slot]:
    """Every figure that is no date and no ordinal, with the measure behind it as printed."""
    return [
        Slot(_stated(m, query.language), HeadKind.NUMBER, m.start, m.end, m.unit)
        for m in numbers(best.passage.mentions)
    ]


def _stated(told: Mention, language: Language) -> str:
    """As printed; in English without a measure that English has no word for (38部 -> 38)."""
    counted = told.kind is MentionKind.QUANTITY and told.unit not in _MEANING
    if language is Language.ZH or not told.unit or not counted:
        return told.text
    return told.text.removesuffix(told.unit).rstrip("余多")


def fit(asked: Counted, slot: Slot, slots: Sequence[Slot], best: Judged) -> int:
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
