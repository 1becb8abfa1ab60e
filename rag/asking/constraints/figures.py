"""Whether a number that is asked for is of what is counted: money where money is asked, a share where each one's is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.candidates import around, neighbours
from rag.asking.matching.mentioned import numbers, parts
from rag.asking.matching.terms import Term, generic_nouns, plain, said
from rag.asking.retrieval.judge import Judged
from rag.records import MentionKind, Passage

LEAST = 0.3
"""How far a clause with a number says what is counted before it may be of that; it may well be paraphrased."""

_SUMS = (MentionKind.MONEY, MentionKind.PERCENT)
_EACH = re.compile(r"每|均|[/／]|不等|一[户人名]")
_PART = re.compile(r"[；;]|[，,](?=其中)")
_CLAUSE = re.compile(r"[，,；;。！？!?]")


def figure(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A sum, a share of each, or a number of what is counted, which neither the sentence nor its neighbours hold."""
    if query.asks is not Asks.NUMBER:
        return Support()
    near = around(best.candidate, best.passage)
    beside = neighbours(best.candidate, best.passage)
    if Cue.MONEY in query.cues and not any(m.kind in _SUMS for p in beside for m in p.mentions):
        return Support(Lack.KIND)
    if Cue.EACH in query.cues and not _EACH.search(near):
        return Support(Lack.KIND)
    if _another(query, about, best):
        return Support(Lack.KIND)
    counted = [w for w in query.focus if w not in generic_nouns() and not any(w in p for p in query.places)]
    return Support(Lack.KIND) if counted and not _counts(counted, beside) else Support()


def _another(query: Frame, about: Sequence[Term], best: Judged) -> bool:
    """Whether the sentence tells several things, each in a part of its own, and the one asked about without what is counted
    (甲投资…，床位…；乙占地…)."""
    text = best.passage.text
    told = [p.strip() for p in _PART.split(text)]
    for word in (t.word for t in about if len(t.word) > 1 and t.word not in query.focus):
        own = [p for p in told if p.startswith(word)]
        if own and len(told) > 1 and query.focus and not any(said(plain(w), p) for w in query.focus for p in own):
            return any(said(plain(w), p) for w in query.focus for p in told)
    return False


def _counts(counted: Sequence[str], passages: Sequence[Passage]) -> bool:
    """Whether a clause with a number other than a date says anything of what is counted."""
    told = (part for p in passages for part in parts(p.text, p.mentions, _CLAUSE))
    clauses = [c for c, own in told if numbers(own)]
    return any(said(plain(w), c) >= LEAST or (len(w) > 1 and any(k in c for k in w)) for c in clauses for w in counted)
