"""What an answer quotes from pages that were recognised: it is told, and which characters of it may be others in print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rag.answered import Answer, Citation
from rag.indexing.engines.port import Connection
from rag.indexing.scanned import scan_of
from rag.scans import Scan


def with_doubts(db: Connection, answer: Answer) -> Answer:
    """The answer, what it cites and shows as nearest marked where it was read off a picture."""
    pages = dict.fromkeys(citation.page for citation in (*answer.citations, *answer.nearest))
    scans = {page: scan for page in pages if (scan := scan_of(db, page))}
    if not scans:
        return answer
    cited, nearest = (tuple(_seen(c, scans) for c in found) for found in (answer.citations, answer.nearest))
    return replace(answer, citations=cited, nearest=nearest)


def _seen(citation: Citation, scans: Mapping[str, Scan]) -> Citation:
    scan = scans.get(citation.page)
    spans = [(span.start, span.end) for span in citation.spans]
    if scan is None or not scan.recognised(spans):
        return citation
    places = [at for start, end in spans for at in range(start, end)]
    doubted = set(scan.doubted(spans))
    return replace(citation, seen=True, doubted=tuple(k for k, at in enumerate(places) if at in doubted))
