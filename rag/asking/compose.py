"""From judged sentences to an answer, and from nothing to a refusal that says what was searched."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asking.candidates import Candidate
from rag.asking.draft import Claim, Source, citation, render
from rag.asking.facts import facts
from rag.asking.judge import Judged
from rag.asking.phrases import phrase
from rag.asking.support import Support
from rag.asking.terms import Term
from rag.asking.timeline import timeline
from rag.records import Answer, Asks, PassageKind, Query, Verdict

NEAREST = 3
"""Passages shown with a refusal."""


def composed(query: Query, about: Sequence[Term], candidates: Sequence[Candidate], judged: Sequence[Judged]) -> Answer:
    """The answer in the way its kind of question wants it."""
    claims = timeline(query, about, candidates) if query.asks is Asks.TIMELINE else []
    claims = claims or facts(query, about, judged)
    text, citations = render([*_corrections(query), *claims])
    return Answer(verdict=Verdict.ANSWERED, text=text, query=query, citations=citations)


def abstention(query: Query, why: Support, judged: Sequence[Judged]) -> Answer:
    """A refusal: the reason, and the nearest passages, which support nothing."""
    reason = phrase(f"none_{why.lack}", query.language, about=why.about)
    near = [j for j in judged if j.passage.kind is PassageKind.SENTENCE][:NEAREST]
    nearest = tuple(citation(Source(j.passage, j.candidate), n) for n, j in enumerate(near, start=1))
    return Answer(verdict=Verdict.ABSTAINED, text=reason, query=query, nearest=nearest, missing=why.about)


def _corrections(query: Query) -> list[Claim]:
    return [Claim(phrase("corrected", query.language, given=c.given, meant=c.meant)) for c in query.corrections]
