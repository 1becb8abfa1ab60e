"""Whether a number that is asked for is of what is counted: money where money is asked, a share where each one's is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.matching.candidates import around
from rag.asking.matching.terms import Term, generic_nouns, plain, said
from rag.asking.retrieval.judge import Judged

LEAST = 0.3
"""How far a clause with a number says what is counted before it may be of that; it may well be paraphrased."""

_MONEY = re.compile(r"元|块钱|[%％]")
_EACH = re.compile(r"每|均|[/／]|不等|一[户人名]")
_PART = re.compile(r"[；;]|[，,](?=其中)")
_CLAUSE = re.compile(r"[，,；;。！？!?]")
_NUMERAL = re.compile(
    r"\d|[一二两三四五六七八九十百千万亿几][余多]?[个位名家户人件条项次处座所台辆吨米亩元只块份场万亿]"
)
_DATE = re.compile(r"\d{4}年|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号时点]")


def figure(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A sum, a share of each, or a number of what is counted, which neither the sentence nor its neighbours hold."""
    if query.asks is not Asks.NUMBER:
        return Support()
    near = around(best.candidate, best.passage)
    if Cue.MONEY in query.cues and not _MONEY.search(near):
        return Support(Lack.KIND)
    if Cue.EACH in query.cues and not _EACH.search(near):
        return Support(Lack.KIND)
    if _another(query, about, best):
        return Support(Lack.KIND)
    counted = [w for w in query.focus if w not in generic_nouns() and not any(w in p for p in query.places)]
    return Support(Lack.KIND) if counted and not _counts(counted, near) else Support()


def _another(query: Frame, about: Sequence[Term], best: Judged) -> bool:
    """Whether the sentence tells several things, each in a part of its own, and the one asked about without what is counted
    (甲投资…，床位…；乙占地…)."""
    text = best.passage.text
    parts = [p.strip() for p in _PART.split(text)]
    for word in (t.word for t in about if len(t.word) > 1 and t.word not in query.focus):
        own = [p for p in parts if p.startswith(word)]
        if own and len(parts) > 1 and query.focus and not any(said(plain(w), p) for w in query.focus for p in own):
            return any(said(plain(w), p) for w in query.focus for p in parts)
    return False


def _counts(counted: Sequence[str], text: str) -> bool:
    """Whether a clause with a number other than a date says anything of what is counted."""
    clauses = (c for c in _CLAUSE.split(text) if _NUMERAL.search(_DATE.sub("", c)))
    return any(said(plain(w), c) >= LEAST or (len(w) > 1 and any(k in c for k in w)) for c in clauses for w in counted)
