"""Which of several people of one name a question means, by the town or the office it tells them by."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.matching.candidates import Candidate

STEM = 2
"""Characters by which a place is told: 海州 of 海州市."""


def unclear(query: Frame) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """The names of which nothing says whose they are, each with the offices of one person after the other."""
    return tuple((name, groups) for name, groups in query.namesakes if not _meant(query, groups))


def of_those_meant(query: Frame, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without the articles that give somebody asked about an office of another of that name."""
    others = {
        (name, role)
        for name, groups in query.namesakes
        if (meant := _meant(query, groups))
        for group in groups
        if group is not meant
        for role in group
    }
    return [c for c in candidates if not any((p.name, p.role) in others for p in c.roles)]


def _meant(query: Frame, groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The offices of the one that the question tells by its place or its office; () where it tells none, or several."""
    told = [*query.offices, *(place[:STEM] for place in query.places)]
    fitting = [g for g in groups if any(word in role for word in told for role in g)]
    return fitting[0] if len(fitting) == 1 else ()
