"""How many: a number with its unit, and what is counted named in the sentence or beside it."""

from __future__ import annotations

from collections.abc import Iterable

from rag.asked import TERM, Frame
from rag.asking.expected.points import UNITS, lists_points
from rag.asking.expected.times import lasts
from rag.asking.matching.candidates import Candidate, around
from rag.asking.matching.mentioned import numbers
from rag.asking.matching.terms import generic_nouns, plain, said
from rag.mentions import same_unit
from rag.records import Mention, Passage

_PEOPLE = "人"
_ALSO = {"例": ("台", "人")}
"""Measures that a newspaper may print for another one, besides those that count the same."""


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A number, with what is counted named in the sentence or beside it."""
    if query.unit in UNITS and lists_points(passage.text):
        return True
    near = around(candidate, passage)
    counted = [w for w in query.focus if w not in generic_nouns()]
    return counts(query, passage.mentions) and all(said(plain(w), near) for w in counted)


def counts(query: Frame, told: Iterable[Mention]) -> bool:
    """Whether a figure is mentioned, with the unit asked for if there is one."""
    if query.unit == TERM:
        return lasts(told)
    return any(not query.unit or measures(m, query.unit) for m in numbers(told))


def measures(told: Mention, unit: str) -> bool:
    """Whether a figure is of a unit, of one that counts the same or begins with it (家, 家次), or has its scale (亿元).

    名 counts people of a kind (1260名学生), so it does not say how many people there were of another.
    """
    if not told.unit or not unit:
        return False
    same = same_unit(told.unit)
    alike = (same == same_unit(unit) and same != _PEOPLE) or same in _ALSO.get(unit, ())
    return alike or told.text.endswith(unit) or told.unit.startswith(unit)
