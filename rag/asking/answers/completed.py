"""A question of several clauses that each ask: what each of them is answered with in the article that answers the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.asked import Frame
from rag.asking.answers.facts import answers_best
from rag.asking.answers.finding import Finding
from rag.asking.constraints.limits import limit
from rag.asking.matching.types import type_of
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt
from rag.records import PassageKind


def held(clause: Frame, whole: Finding) -> Frame:
    """The clause, asked of the article that answers the whole and about the people of it, where it names none."""
    query = whole.query
    return replace(
        clause, within=(answers_best(query, whole.judged).candidate.key,), people=clause.people or query.people
    )


def sure(found: Finding) -> bool:
    """Whether the reader is sure of the sentence that answers."""
    return answers_best(found.query, found.judged).opinion >= limit("sure")


def completed(whole: Finding, clauses: Sequence[Finding]) -> Finding:
    """The whole with the sentence of the same article that answers each clause, where the reader is sure of it and it is not
    quoted yet.

    It is quoted and nothing is stated of it: a clause says too little by itself for a head.
    """
    key = answers_best(whole.query, whole.judged).candidate.key
    quoted = {source.passage.id for claim in whole.claims for source in claim.sources}
    more: list[Claim] = []
    for found in (f for f in clauses if f.tells and f.judged and sure(f)):
        best = answers_best(found.query, found.judged)
        if best.candidate.key == key and best.passage.kind is PassageKind.SENTENCE and best.passage.id not in quoted:
            quoted.add(best.passage.id)
            text = excerpt(best.passage.text, found.about, type_of(found.query).characters)
            more.append(Claim(text, (Source(best.passage, best.candidate),)))
    return replace(whole, claims=(*whole.claims, *more))
