"""What an article tells, in its own sentences: its points where it is told point by point, else what the reader likes best."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.answers.pointwise import announcing, claimed, standing_among
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import MOST, Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt, shown
from rag.records import PassageKind

SENTENCES = 7
"""Sentences of a summary; this, LIKED and ALIKE are what `tests/tuning/summaries.py` measures."""

LIKED = 3
"""Best sentences of which one has to stand among points for these to be the summary."""

ALIKE = 2.0
"""What a sentence loses, in log-odds, that says nothing that a chosen one does not say, in pairs of characters."""

QUOTED = 300
"""Characters quoted of each."""

ROOM = 800
"""Characters of the whole: a summary is read in a minute or two."""


def summary(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """The best article's points, or its sentences that the reader likes best, each for what the others do not say, in the
    order of the page; [] if it has but one sentence."""
    best = judged[0].candidate.key
    told = [j for j in judged if j.candidate.key == best and j.passage.kind is PassageKind.SENTENCE]
    if len(told) < 2:
        return []
    for j in told[:LIKED]:
        if run := standing_among(query, j):
            return claimed(about, run, j, judged, announcing(j, run))
    chosen: list[tuple[Judged, str]] = []
    room = ROOM
    for j in _liked(told):
        text = excerpt(j.passage.text, about, QUOTED, shown(j.passage.text).startswith)
        if len(text) <= room:
            chosen.append((j, text))
            room -= len(text)
    chosen.sort(key=lambda pair: pair[0].passage.number)
    return [Claim(text, (Source(j.passage, j.candidate),)) for j, text in chosen]


def _liked(told: Sequence[Judged]) -> list[Judged]:
    """The reader decides, not how like the question a sentence is: that would choose those that say again what was asked.
    Nothing follows the best of which the reader is sure that it tells nothing of what is asked, or nothing new."""
    chosen: list[Judged] = []
    left = list(told)
    while left and len(chosen) < SENTENCES:
        worth = {j.passage.id: j.opinion - ALIKE * max((_shared(j, c) for c in chosen), default=0.0) for j in left}
        best = max(left, key=lambda j: (worth[j.passage.id], j.score))
        if chosen and worth[best.passage.id] < -MOST:
            break
        chosen.append(best)
        left.remove(best)
    return chosen


def _shared(one: Judged, other: Judged) -> float:
    """The share of the pairs of characters of the shorter sentence that the other one has too."""
    pairs = [{j.passage.text[k : k + 2] for k in range(len(j.passage.text) - 1)} for j in (one, other)]
    return len(pairs[0] & pairs[1]) / max(min(map(len, pairs)), 1)
