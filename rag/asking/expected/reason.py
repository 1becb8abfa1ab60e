"""For what reason: a sentence that says because of what, or what for."""

from __future__ import annotations

import re

from rag.asked import Frame
from rag.asking.expected import statement
from rag.asking.matching.candidates import Candidate
from rag.records import Passage

_REASON = re.compile(r"因|由于|为了|(?:^|[，,。；;”])为(?!期|首|主)|以便|避免|防止|鉴于|根据|引起|引发|导致")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence about those asked about gives a reason."""
    return _REASON.search(passage.text) is not None and statement.holds(query, passage, candidate)
