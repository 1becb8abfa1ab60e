"""Which of an article's rulings are told with a quotation from it."""

from __future__ import annotations

from collections.abc import Iterable

from rag.records import Spans
from rag.ruled import Ruled, Thing

OF_ALL = (Thing.DATE, Thing.HEADLINE, Thing.ARTICLE)
"""What is told of every sentence of an article."""


def concerning(ruled: Iterable[Ruled], spans: Spans, quote: str) -> tuple[Ruled, ...]:
    """Those that changed something of a quotation, which stands at these spans of the page."""
    return tuple(r for r in ruled if r.changed and _concerns(r, spans, quote))


def _concerns(ruled: Ruled, spans: Spans, quote: str) -> bool:
    if ruled.thing in OF_ALL:
        return True
    there = any(start < s.end and s.start < end for start, end in ruled.places for s in spans)
    words = (w for told in (ruled.was, ruled.now) for w in told.split("、"))
    return there or (ruled.thing is not Thing.EVENT and any(w in quote for w in words if w))
