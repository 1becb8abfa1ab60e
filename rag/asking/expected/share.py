"""What share: a percentage, or a part told in words."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected import quantity
from rag.asking.matching.candidates import Candidate
from rag.records import MentionKind, Passage

_WHOLE = ("全部", "零")
_TIMES = "倍"


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence prints a share, of what is asked about."""
    told = any(m.kind is MentionKind.PERCENT or m.unit == _TIMES for m in passage.mentions)
    whole = any(word in passage.text for word in _WHOLE)
    return (told or whole) and quantity.holds(query, passage, candidate)
