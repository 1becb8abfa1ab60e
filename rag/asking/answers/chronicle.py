"""How something went, or where somebody served, in the order of the times that one article tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.matching.mentioned import times
from rag.asking.matching.terms import Term
from rag.asking.matching.types import type_of
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt
from rag.records import Passage, PassageKind

_THEN = re.compile(r"随后|小时(?:后|内)")
"""What puts a sentence behind the one before it, without a time of its own."""
_PRINTED = ("day", "bare", "some_day", "month", "some_month", "year", "lunar")
"""Units of times that stand by themselves."""
_UNTIMED = ("vague", "part", "end", "about", "stretch")
"""Units of times that put nothing in an order."""

FEWEST = 2
"""Sentences with a time that make an account; one is an answer like any other."""

FAR = 9.0
"""How far behind the best sentence of the article (in log-odds) one may be that tells of another time of the same thing."""


def chronicle(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Claim]:
    """The sentences of the best article that print a time, those nearest the question, in the order of the page.

    [] where fewer than two do.
    """
    if not judged:
        return []
    best = judged[0]
    own = [j for j in judged if j.candidate.key == best.candidate.key and j.passage.kind is PassageKind.SENTENCE]
    timed = [j for j in own if _timed(j.passage) and j.score > best.score - FAR]
    if sum(any(m.unit in _PRINTED for m in times(j.passage.mentions)) for j in timed) < FEWEST:
        return []
    kind = type_of(query)
    chosen = sorted(timed[: kind.sentences], key=lambda j: j.passage.number)
    return [Claim(excerpt(j.passage.text, about, kind.characters), (Source(j.passage, j.candidate),)) for j in chosen]


def _timed(passage: Passage) -> bool:
    told = any(m.unit not in _UNTIMED for m in times(passage.mentions))
    return told or _THEN.search(passage.text) is not None
