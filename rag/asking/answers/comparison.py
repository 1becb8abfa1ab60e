"""Which of two people, or of two times, has more of the acts asked about: each counted by itself, both shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asked import Frame
from rag.asking.answers.ranking import counted, standing
from rag.asking.answers.timeline import Entry
from rag.asking.matching.terms import Term
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Stated
from rag.asking.writing.phrases import phrase

SHOWN = 4
"""Acts given of each side."""


def comparison(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """A line for each side, the one with more first and stated; none is where both have as many. [] where neither has any."""
    sides = _sides(query, about, table)
    order = sorted(sides, key=lambda side: -len(side[1]))
    if not order[0][1]:
        return []
    ahead = len(order[0][1]) > len(order[1][1])
    states = (Stated(order[0][0], HeadKind.PERSON if len(query.people) > 1 else HeadKind.DATE),) if ahead else ()
    lines = [_line(query, name, acts, states if k == 0 else ()) for k, (name, acts) in enumerate(order)]
    return [*lines, *(e.claim for _, acts in order for e in acts[:SHOWN])]


def _sides(query: Frame, about: Sequence[Term], table: Table) -> list[tuple[str, list[Entry]]]:
    if len(query.people) > 1:
        return [(name, counted(query, about, name, table)) for name in query.people]
    times = [replace(query, periods=(p,)) for p in query.periods]
    return [(q.periods[0].printed, counted(q, about, q.people[0], table)) for q in times]


def _line(query: Frame, name: str, acts: Sequence[Entry], states: Sequence[Stated]) -> Claim:
    return standing(query, name, acts, states) if acts else Claim(phrase("times_none", query.language, who=name))
