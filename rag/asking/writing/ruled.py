"""What an answer tells that somebody has corrected: it is said with what is cited."""

from __future__ import annotations

from dataclasses import replace

from rag.answered import Answer, Citation
from rag.indexing.corrected import rulings_of
from rag.indexing.engines.port import Connection
from rag.ruled import Ruled, Thing

OF_ALL = (Thing.DATE, Thing.HEADLINE, Thing.ARTICLE)
"""What is told of every sentence of an article."""


def with_corrections(db: Connection, answer: Answer) -> Answer:
    """The answer, each citation with what was corrected of it."""
    told = {c.marker: found for c in answer.citations if (found := _of(db, c))}
    if not told:
        return answer
    return replace(answer, citations=tuple(replace(c, corrected=told.get(c.marker, ())) for c in answer.citations))


def _of(db: Connection, citation: Citation) -> tuple[Ruled, ...]:
    return tuple(r for r in rulings_of(db, citation.page, citation.article) if r.changed and _concerns(r, citation))


def _concerns(ruled: Ruled, citation: Citation) -> bool:
    if ruled.thing in OF_ALL:
        return True
    there = any(start < s.end and s.start < end for start, end in ruled.places for s in citation.spans)
    words = (w for told in (ruled.was, ruled.now) for w in told.split("、"))
    return there or (ruled.thing is not Thing.EVENT and any(w in citation.quote for w in words if w))
