"""What an article tells of one of its events: when, in which sentences, and whether of the matter that is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from rag.asked import Frame
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import alternatives, coverage
from rag.records import Event
from rag.spans import overlap

SAID = 0.7
"""Share of the matter asked about (防汛) that what tells of an event must say."""


def day_of(event: Event, c: Candidate) -> str | None:
    """Its day, else that of the article; None where neither is told."""
    return event.when.value or c.reading.understood.when.value


def telling(event: Event, c: Candidate) -> Iterator[str]:
    """The sentences and headlines that are evidence of it, in their order."""
    return (p.text for p in c.passages if overlap(p.spans, event.spans))


def of_matter(query: Frame, text: str) -> bool:
    """Whether a text says enough of what the question is about."""
    return coverage([alternatives(w) for w in query.matter], text) >= SAID
