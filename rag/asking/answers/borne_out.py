"""Of what the event table offers as the answer, what the reader bears out: only that is stated in its own right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rag.answered import HeadKind
from rag.asking.answers.finding import Evidence, Finding
from rag.asking.constraints.lack import Lack, Support
from rag.asking.heads.licence import licensed
from rag.asking.reranking.likeliest import of_any
from rag.asking.writing.draft import Claim
from rag.asking.writing.excerpt import shown

READ = (HeadKind.PLACE,)
"""Kinds that the reader has to mark: a page tells many offices of one person and many places of one visit."""

BEHIND = -0.5
"""Log-odds of the reader from which a question that it reads behind another one is answered: a sentence that answers the other
is lent some four by that."""


def licensed_only(e: Evidence, found: Sequence[Claim]) -> list[Claim]:
    """The claims, of whose offices and places only those are stated that the reader marks as the answer."""
    marked = {f.slot.value for f in licensed(e.query, e.about, e.judged)}
    return [replace(c, states=tuple(s for s in c.states if s.kind not in READ or s.value in marked)) for c in found]


def listed_or_quoted(e: Evidence, found: Sequence[Claim]) -> list[Claim]:
    """Claims that make one list: as they are where the reader marks each of them as an answer, else the sentences that
    they rest on, each once."""
    kept = licensed_only(e, found)
    return kept if all(c.states for c in kept) else list(dict.fromkeys(map(quoted, found)))


def quoted(claim: Claim) -> Claim:
    """The sentence that a claim rests on, in place of what was made of it."""
    return Claim(shown(claim.sources[0].passage.text), claim.sources[:1])


def behind(found: Finding) -> Finding:
    """What a question read behind another one is answered with: nothing where the reader is in doubt (BEHIND), and nothing is
    stated in its own right, since a name may answer the other one."""
    if of_any(found.judged) < BEHIND:
        return replace(found, claims=(), support=found.support if found.support.lack else Support(Lack.KIND))
    return replace(found, claims=tuple(dict.fromkeys(quoted(c) if c.states else c for c in found.claims)))
