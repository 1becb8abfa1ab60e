"""Answers made of the one or two sentences that tell what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asking.draft import Claim, Source
from rag.asking.excerpt import excerpt
from rag.asking.judge import Judged
from rag.asking.kinds import holds
from rag.asking.terms import Term
from rag.records import Asks, PassageKind, Query

SHORT, LONG = 130, 240
"""Characters quoted of one sentence in an answer to a question of fact, and in a list or an account."""

CLOSE = 0.9
"""How far behind the best sentence (in log-odds) another one may be and still be quoted beside it."""

MOST = {Asks.LIST: 4, Asks.WHAT: 3, Asks.SUMMARY: 5, Asks.COMPARISON: 4}
"""Sentences quoted at most; two for a question of fact."""


def facts(query: Query, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """The best sentences, in the order of the page, each a claim of its own."""
    chosen = choose(query, judged)
    limit = LONG if query.asks in MOST else SHORT
    return [
        Claim(excerpt(j.passage.text, about, limit), (Source(j.passage, j.candidate),))
        for j in sorted(chosen, key=lambda j: (j.candidate.key, j.passage.number))
    ]


def choose(query: Query, judged: Sequence[Judged]) -> list[Judged]:
    """The best sentence and those close behind it that add something."""
    best = judged[0]
    chosen = [best]
    for j in judged[1:]:
        if len(chosen) >= MOST.get(query.asks, 2) or j.score < best.score - CLOSE:
            break
        if j.passage.kind is PassageKind.TITLE or any(j.passage.text in c.passage.text for c in chosen):
            continue
        if j.candidate.key == best.candidate.key or not holds(query, best.passage, best.candidate):
            chosen.append(j)
    return chosen
