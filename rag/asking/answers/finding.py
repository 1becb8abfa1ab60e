"""What was found for one question, or for one part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answered import Hit
from rag.asked import Frame
from rag.asking.constraints.lack import MET, Support
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged
from rag.asking.retrieval.screen import Promising
from rag.asking.writing.draft import Claim

SHOWN = 10
"""Sentences kept with an answer to show how it was found."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a question, the frame of one, is answered from: the articles that were read and their sentences, best first.

    `timely` are the sentences in the order they are told in, where a time of its own puts another one first.
    """

    query: Frame
    about: Sequence[Term]
    candidates: Sequence[Candidate]
    judged: Sequence[Judged]
    timely: Sequence[Judged]


@dataclass(frozen=True, slots=True)
class Draft:
    """The claims of an answer; where there is none, what is missing."""

    claims: Sequence[Claim] = ()
    missing: Support = MET


@dataclass(frozen=True, slots=True)
class Finding:
    """Articles screened, those that were read and their sentences, all best first, and the claims that answer, if any do.

    Where there are none, `support` says what is missing. Nothing is found where the table of events answers.
    """

    query: Frame
    about: Sequence[Term]
    screened: Sequence[Promising]
    candidates: Sequence[Candidate]
    judged: Sequence[Judged]
    support: Support
    claims: Sequence[Claim] = ()

    @property
    def tells(self) -> bool:
        """Whether there is something to answer with."""
        return bool(self.claims)


def hits(findings: Sequence[Finding]) -> tuple[Hit, ...]:
    """The best sentences of all parts with their scores and what each leg said of them."""
    best = [j for f in findings for j in f.judged[:SHOWN]]
    best.sort(key=lambda j: -j.score)
    return tuple(Hit(j.passage, j.score, j.candidate.ranks.get(j.passage.id, ()), j.answers) for j in best[:SHOWN])
