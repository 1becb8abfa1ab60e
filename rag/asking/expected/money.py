"""How much money: a sum, of what is asked about."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected import quantity
from rag.asking.matching.candidates import Candidate
from rag.records import MentionKind, Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence prints a sum, of what is asked about."""
    told = any(m.kind is MentionKind.MONEY for m in passage.mentions)
    return told and quantity.holds(query, passage, candidate)
