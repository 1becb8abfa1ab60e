"""Parts of a question that hang together: whom one part found is asked about in the next, or answers both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Asks, Cue, Frame
from rag.asking.answers.facts import answers_best
from rag.asking.answers.finding import Finding
from rag.asking.answers.heads import answering_people


def taken_up(part: Frame, before: Sequence[Finding]) -> Frame:
    """A part about 那位领导, with the people whom the part before it found."""
    if (
        not before
        or part.people
        or Cue.SEVERAL in part.cues
        or part.asks in (Asks.WHO, Asks.LIST)
        or not before[-1].tells
    ):
        return part
    found = before[-1]
    people = tuple(p.name for p in answering_people(found.query, answers_best(found.query, found.judged)))
    return replace(part, people=people, words=(*people, *part.words))


def shared(groups: Sequence[Sequence[str]], known: Sequence[str]) -> tuple[str, ...]:
    """Names that stand in every group and not in the question, in the order of the first."""
    first, *rest = groups
    return tuple(n for n in dict.fromkeys(first) if all(n in r for r in rest) and n not in known)
