"""Parts of a question that hang together: whom one part found is asked about in the next, or answers both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Asks, Cue, Frame
from rag.asking.answers.facts import answers_best
from rag.asking.answers.finding import Finding
from rag.asking.answers.heads import answering_people
from rag.asking.matching.printed import prints_time
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind

TIMELY = 6.0
"""What the time of its side counts for a sentence, in log-odds, beside sentences that print no time or another."""


ALIKE = 0.01
"""What is left of the differences between sentences of one day where all that was done on it is asked for."""


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


def in_their_time(part: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences, those of the best article that print the time of one of several sides before its others.

    What is asked of several days is often told by one article, a sentence each, and each is as near the question.
    """
    if Cue.OWN_TIME not in part.cues or not part.periods or not judged:
        return list(judged)
    best, many = judged[0], part.asks is Asks.LIST and all(p.first == p.last for p in part.periods)

    def timed(j: Judged) -> float:
        if not _same_article(j, best) or not _prints(part, j):
            return j.score
        return best.score + TIMELY + ALIKE * j.score if many else j.score + TIMELY

    found = [replace(j, score=timed(j)) for j in judged]
    return sorted(found, key=lambda j: -j.score)


def _same_article(one: Judged, other: Judged) -> bool:
    return one.candidate.key == other.candidate.key and one.passage.kind is PassageKind.SENTENCE


def _prints(part: Frame, j: Judged) -> bool:
    return any(prints_time(p, j.passage.mentions, j.candidate.reading.understood.when.value) for p in part.periods)


def shared(groups: Sequence[Sequence[str]], known: Sequence[str]) -> tuple[str, ...]:
    """Names that stand in every group and not in the question, in the order of the first."""
    first, *rest = groups
    return tuple(n for n in dict.fromkeys(first) if all(n in r for r in rest) and n not in known)
