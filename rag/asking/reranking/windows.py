"""What the reader is given to read: runs of sentences of an article, each under its headline and day.

A sentence alone lacks its subject (他, 一行) and its occasion; read among its neighbours it has both, and the neighbours are
scored in the same pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.asking.matching.candidates import Candidate
from rag.asking.retrieval.judge import Judged
from rag.records import Passage, PassageKind
from rag.script import as_read

ROOM = 320
"""Characters of sentences in a window; more would be cut by the reader's longest input."""

BEFORE = 2
"""Sentences before the one that a window is opened for, where there is room."""


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of one article."""

    candidate: Candidate
    passages: tuple[Passage, ...]

    @property
    def heading(self) -> str:
        """The headline and the day that the sentences stand under."""
        reading = self.candidate.reading
        return f"{reading.article.title} {reading.understood.when.value or ''}".strip()

    @property
    def sentences(self) -> list[str]:
        """The sentences, each with whoever acts in it where it does not say so itself; as read, so that nothing moves."""
        return [as_read(actor_before(p) + p.text) for p in self.passages]


def actor_before(passage: Passage) -> str:
    """What a sentence is read behind: whoever acts in it, where it does not say so itself."""
    return f"{passage.actor}：" if passage.actor and passage.actor not in passage.text else ""


def windows(judged: Sequence[Judged], most: int) -> list[Window]:
    """At most `most` windows, opened for the best sentences that no earlier window holds."""
    found: list[Window] = []
    seen: set[int] = set()
    for j in judged:
        if len(found) == most:
            break
        if j.passage.kind is PassageKind.SENTENCE and j.passage.id not in seen:
            window = _around(j.candidate, j.passage, seen)
            seen.update(p.id for p in window.passages)
            found.append(window)
    return found


def _around(c: Candidate, passage: Passage, seen: set[int]) -> Window:
    """The sentence, what follows and what goes before it, up to the room there is; no sentence that is seen already."""
    body = [p for p in c.passages if p.kind is PassageKind.SENTENCE]
    at = body.index(passage)
    start, end, room = at, at + 1, ROOM - len(passage.text)
    while start > max(at - BEFORE, 0) and body[start - 1].id not in seen and len(body[start - 1].text) <= room:
        start -= 1
        room -= len(body[start].text)
    while end < len(body) and body[end].id not in seen and len(body[end].text) <= room:
        room -= len(body[end].text)
        end += 1
    while start and body[start - 1].id not in seen and len(body[start - 1].text) <= room:
        start -= 1
        room -= len(body[start].text)
    return Window(c, tuple(body[start:end]))
