"""Figures of a sentence with their units."""

from __future__ import annotations

from rag.answered import HeadKind
from rag.asked import Frame, Language
from rag.asking.heads.slots import Slot
from rag.asking.matching.mentioned import numbers
from rag.asking.retrieval.judge import Judged
from rag.records import Mention, MentionKind

_MEANING = ("亩", "吨", "岁")
"""Measures of things without which a figure says another thing, as it does without that of money or a share."""


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
