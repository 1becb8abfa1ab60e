"""Several of a kind: names where people are asked for, else whatever any sentence may tell."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected import person
from rag.asking.expected.wants import wants_people
from rag.asking.matching.candidates import Candidate
from rag.records import Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """As for who, where names are wanted; True else."""
    return person.holds(query, passage, candidate) if wants_people(query) else True
