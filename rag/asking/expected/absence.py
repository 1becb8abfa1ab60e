"""Who did not do it: a sentence about somebody that says so."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected import person
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.standing import denies
from rag.asking.matching.types import type_of
from rag.records import Passage

OWN = "absence"


def asks_absent(query: Frame) -> bool:
    """Whether those are asked for who did not do it."""
    return type_of(query).expected == OWN


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence names somebody and denies something."""
    return denies().search(passage.text) is not None and person.holds(query, passage, candidate)
