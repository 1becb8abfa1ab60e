"""Sentences that say of somebody that he was not there, before the others, where it is asked who was not."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.expected.absence import asks_absent, holds
from rag.asking.retrieval.judge import Judged


def absentees(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences in their order, or those that tell who was missing first: a list of who came is like the question too, and
    a reader may take it for the answer."""
    if not asks_absent(query):
        return list(judged)
    return sorted(judged, key=lambda j: not holds(query, j.passage, j.candidate))
