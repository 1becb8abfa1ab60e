"""How something went, or where somebody served, in the order of the times that one article tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Frame
from rag.asking.matching.terms import Term
from rag.asking.matching.types import type_of
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.excerpt import excerpt
from rag.records import PassageKind

_TIMED = re.compile(
    r"\d{4}年|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[日号](?![一-鿿]{0,2}[楼院])|\d{1,2}[时点](?:\d{1,2}分)?|\d+小时(?:后|内)|[次当同]日|[当昨今]天|随后|同年"
)
_TIME_PRINTED = re.compile(r"\d{4}年|\d{1,2}月|\d{1,2}日")

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
    timed = [j for j in own if _TIMED.search(j.passage.text) and j.score > best.score - FAR]
    if sum(_TIME_PRINTED.search(j.passage.text) is not None for j in timed) < FEWEST:
        return []
    kind = type_of(query)
    chosen = sorted(timed[: kind.sentences], key=lambda j: j.passage.number)
    return [Claim(excerpt(j.passage.text, about, kind.characters), (Source(j.passage, j.candidate),)) for j in chosen]
