"""Whether a sentence tells of the deed that whoever is asked for did."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.matching.terms import plain, said
from rag.records import Event, Passage
from rag.spans import overlap


def tells_deed(query: Frame, passage: Passage, events: Sequence[Event]) -> bool:
    """Whether the sentence says the deed in its word or a like one, or is evidence of an event of that kind."""
    if not query.deed:
        return True
    if any(said(plain(w), passage.text) >= 0.7 for w in query.deed):
        return True
    kinds = set(query.activities)
    return any(e.activity in kinds and overlap(e.spans, passage.spans) for e in events)
