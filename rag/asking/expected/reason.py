"""For what reason: a sentence that says because of what, or what for."""

from __future__ import annotations

import re

from rag.asked import Frame
from rag.asking.expected import statement
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.tables import any_of

_REASON = re.compile(rf"{any_of('reasons', 'asking_cues.tsv')}|引起|引发|导致")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence about those asked about gives a reason."""
    return _REASON.search(passage.text) is not None and statement.holds(query, passage, candidate)
