"""Which office: one that is put before a name, or told of somebody."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected.appointed import appointed
from rag.asking.matching.candidates import Candidate
from rag.records import Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence gives an office of those asked about, or of anybody where nobody is."""
    if any(appointed(n, passage.text) for n in query.people):
        return True
    asked = [r for r in candidate.roles if r.name in query.people] or candidate.roles
    return any(p.role and p.role in passage.text and p.name in passage.text for p in asked)
