"""Answers made of the one or two sentences that tell what was asked."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asking.draft import Claim, Source
from rag.asking.excerpt import excerpt
from rag.asking.heads import head, when
from rag.asking.judge import Judged
from rag.asking.kinds import holds
from rag.asking.terms import Term
from rag.records import Asks, PassageKind, Query

SHORT, LONG = 150, 240
"""Characters quoted of one sentence in an answer to a question of fact, and in a list or an account."""

NEIGHBOUR = 6.0
"""How far behind the best sentence of its article one may be that holds what was asked for."""

CLOSE = 0.9
"""How far behind the best sentence (in log-odds) another one may be and still be quoted beside it."""

SAME = 90
"""Likeness in per cent from which two sentences are one sentence printed twice."""

MOST = {Asks.LIST: 4, Asks.WHAT: 3, Asks.SUMMARY: 5, Asks.COMPARISON: 4}
"""Sentences quoted at most; two for a question of fact."""


def facts(query: Query, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """A short answer where there is one, then the best sentences in the order of the page, each a claim of its own."""
    answering = answers_best(query, judged)
    chosen = choose(query, [answering, *(j for j in judged if j is not answering)])
    limit = LONG if query.asks in MOST else SHORT
    short = head(query, answering)
    first = (
        [Claim(short, tuple(Source(j.passage, j.candidate) for j in bearing(query, answering, judged)))]
        if short
        else []
    )
    return first + [
        Claim(_shown(j, query, about, limit), (Source(j.passage, j.candidate),))
        for j in sorted(chosen, key=lambda j: (j.candidate.key, j.passage.number))
    ]


def _shown(j: Judged, query: Query, about: Sequence[Term], limit: int) -> str:
    wanted = [w for w in (*query.focus, *query.people) if w in j.passage.text]
    return excerpt(j.passage.text, about, limit, lambda run: all(w in run for w in wanted))


def answers_best(query: Query, judged: Sequence[Judged]) -> Judged:
    """The best sentence of the best article that holds the kind of thing asked for; the very best where none does.

    The sentence most like the question often only sets the scene (a meeting was held); its neighbour answers (who came).
    """
    best = judged[0]
    near = (j for j in judged if j.candidate.key == best.candidate.key and j.score > best.score - NEIGHBOUR)
    return next(
        (j for j in near if j.passage.kind is PassageKind.SENTENCE and holds(query, j.passage, j.candidate)), best
    )


def bearing(query: Query, answering: Judged, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences that bear a short answer out: the one that answers, and the one that prints the date given."""
    printed = when(answering).printed if query.asks is Asks.WHEN else ""
    if not printed or printed in answering.passage.text:
        return [answering]
    same = [j for j in judged if j.candidate.key == answering.candidate.key and printed in j.passage.text]
    return [answering, *sorted(same, key=lambda j: j.passage.number)[:1]]


def choose(query: Query, judged: Sequence[Judged]) -> list[Judged]:
    """The best sentence and those close behind it that add something."""
    best = judged[0]
    chosen = [best]
    for j in judged[1:]:
        if len(chosen) >= MOST.get(query.asks, 2) or j.score < best.score - CLOSE:
            break
        if j.passage.kind is PassageKind.TITLE or any(_repeats(j, c) for c in chosen):
            continue
        if j.candidate.key == best.candidate.key or not holds(query, best.passage, best.candidate):
            chosen.append(j)
    return chosen


def _repeats(one: Judged, other: Judged) -> bool:
    """Whether a sentence says what another one says already: a fragment printed twice, with a slip or without."""
    from rapidfuzz.fuzz import ratio

    return ratio(one.passage.text, other.passage.text) > SAME
