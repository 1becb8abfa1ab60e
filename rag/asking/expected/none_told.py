"""That there is none of what is asked for, or that it is not settled: an answer that holds nothing of the kind (没有奖金; 选址
未定; 今年亏本), and that is quoted whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rag.asked import Asks, Cue, Frame
from rag.asking.matching.terms import ALTERNATIVE
from rag.records import Passage
from rag.tables import rows

SETTLED = (Asks.WHEN, Asks.WHERE)
"""What a page may say is not settled yet."""


def none_told(query: Frame, passage: Passage) -> bool:
    """Whether the sentence says that there is none of it, or that it is not settled."""
    text = passage.text
    if query.asks is Asks.NUMBER and (_says_none(query.focus, text) or _broke(query, text)):
        return True
    if query.asks is Asks.YES_NO and all(name in text for name in query.people):
        return _says_none(_matter(query), text)
    return query.asks in SETTLED and any(p.search(text) for p in _patterns("open"))


def _says_none(words: Iterable[str], text: str) -> bool:
    """Whether the text denies that there is any of what one of the words is for."""
    return any(p.search(text) for w in words if len(w) > 1 for p in _patterns("none", w))


def _matter(query: Frame) -> Iterator[str]:
    """What it is asked of those named whether it is so, in all its wordings."""
    known = (*query.people, *query.places)
    return (way for w in query.words if w not in known for way in w.split(ALTERNATIVE))


def _broke(query: Frame, text: str) -> bool:
    """Whether the text says instead of a sum that nothing was earned, or nothing is to be paid."""
    return Cue.MONEY in query.cues and any(p.search(text) for p in _patterns("broke"))


@lru_cache(maxsize=256)
def _patterns(kind: str, word: str = "") -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p.format(re.escape(word))) for own, p, *_ in rows("none_told.tsv") if own == kind)
