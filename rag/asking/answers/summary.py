"""What an article tells, in its own sentences: how it opens, then what bears most on the question and on what was done."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt, shown
from rag.records import PassageKind
from rag.spans import overlap

SENTENCES = 5
"""Sentences of a summary."""

QUOTED = 300
"""Characters quoted of each."""

ROOM = 800
"""Characters of the whole: a summary is read in a minute or two."""

ACTED = 1.0
"""What telling of an event counts for a sentence, in log-odds: a summary says what was done before it says what for."""


def summary(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """The best article's opening sentence and its weightiest others in the order of the page; [] if it has but one."""
    best = judged[0].candidate.key
    told = [j for j in judged if j.candidate.key == best and j.passage.kind is PassageKind.SENTENCE]
    if len(told) < 2:
        return []
    opening = min(told, key=lambda j: j.passage.number)
    others = sorted((j for j in told if j is not opening), key=lambda j: -(j.score + ACTED * _acts(j)))
    chosen: list[tuple[Judged, str]] = []
    room = ROOM
    for j in [opening, *others][:SENTENCES]:
        text = excerpt(j.passage.text, about, QUOTED, shown(j.passage.text).startswith)
        if len(text) <= room:
            chosen.append((j, text))
            room -= len(text)
    chosen.sort(key=lambda pair: pair[0].passage.number)
    return [Claim(text, (Source(j.passage, j.candidate),)) for j, text in chosen]


def _acts(j: Judged) -> bool:
    return any(overlap(e.spans, j.passage.spans) for e in j.candidate.reading.understood.events)
