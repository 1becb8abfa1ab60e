"""What an answer tells that somebody has corrected: it is said with what is cited."""

from __future__ import annotations

from dataclasses import replace

from rag.answered import Answer, Citation
from rag.corrections import concerning
from rag.indexing.corrected import rulings_of
from rag.indexing.engines.port import Connection
from rag.ruled import Ruled


def with_corrections(db: Connection, answer: Answer) -> Answer:
    """The answer, each citation with what was corrected of it."""
    told = {c.marker: found for c in answer.citations if (found := _of(db, c))}
    if not told:
        return answer
    return replace(answer, citations=tuple(replace(c, corrected=told.get(c.marker, ())) for c in answer.citations))


def _of(db: Connection, citation: Citation) -> tuple[Ruled, ...]:
    return concerning(rulings_of(db, citation.page, citation.article), citation.spans, citation.quote)
