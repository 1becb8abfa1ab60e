"""What each way of searching found for a question, for whoever wants to see why an answer came out as it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rag.asking.finding import Finding
from rag.listings import Leg
from rag.records import Hit, Passage, Rank

LEGS = {"events": "events", "lexical": "words", "dense": "meaning"}
"""Legs of retrieval in the order shown, and what they are called."""


def legs(findings: Sequence[Finding], limit: int) -> tuple[Leg, ...]:
    """The best `limit` passages of every leg; then all of them fused, then as judged sentence by sentence."""
    passages = {p.id: p for f in findings for c in f.candidates for p in c.passages}
    ranks = {i: r for f in findings for c in f.candidates for i, r in c.ranks.items() if i in passages}
    own = [Leg(name, _of_leg(leg, passages, ranks, limit)) for leg, name in LEGS.items()]
    fused = sorted(ranks, key=lambda i: -_fused(ranks[i]))[:limit]
    best = sorted((j for f in findings for j in f.judged), key=lambda j: -j.score)[:limit]
    return (
        *own,
        Leg("fused", tuple(Hit(passages[i], _fused(ranks[i]), ranks[i]) for i in fused)),
        Leg("judged", tuple(Hit(j.passage, j.score, ranks.get(j.passage.id, ())) for j in best)),
    )


def _of_leg(
    leg: str, passages: Mapping[int, Passage], ranks: Mapping[int, Sequence[Rank]], limit: int
) -> tuple[Hit, ...]:
    found = [(r.rank, i, r) for i, own in ranks.items() for r in own if r.leg == leg]
    return tuple(Hit(passages[i], r.score, tuple(ranks[i])) for _, i, r in sorted(found, key=lambda f: f[:2])[:limit])


def _fused(ranks: Sequence[Rank]) -> float:
    return sum(1 / (60 + r.rank) for r in ranks)
