"""The judged sentences put in the order that the reader and the judge give them together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache, reduce

from rag.asked import Frame
from rag.asking.reranking.windows import windows
from rag.asking.retrieval.judge import Judged
from rag.asking.retrieval.retrieve import put
from rag.ports import Reranker
from rag.tables import rows

AT_ONCE, MOST = 2, 3
"""Windows read side by side, and the most that are read: a further one where the first hold no likely answer."""

LIKELY = -1.0
"""Log-odds from which on a sentence is one."""

HEARD = -3.5
"""Log-odds that some sentence must have for the reader's order to count; where it takes none for an answer, the order of
those it likes least says nothing, and the judge's stands."""

UNHEARD = float("-inf")

_BESIDE = ThreadPoolExecutor(os.cpu_count(), "reading")
"""Windows are read side by side, a core each."""


def reranked(query: Frame, judged: Sequence[Judged], reader: Reranker) -> list[Judged]:
    """Every sentence with its new score, best first; those of the best windows with what the reader says of them."""
    if not judged:
        return []
    said: dict[int, float] = {}
    question, opened = _asked(query), windows(judged, MOST)
    while opened and max(said.values(), default=UNHEARD) < LIKELY:
        now, opened = opened[:AT_ONCE], opened[AT_ONCE:]
        read = _BESIDE.map(lambda w: reader.read(question, w.heading, w.sentences), now)
        for window, answers in zip(now, read, strict=True):
            said |= dict(zip((p.id for p in window.passages), answers, strict=False))
    heard = max(said.values(), default=UNHEARD) >= HEARD
    found = [_scored(j, said.get(j.passage.id), heard=heard) for j in judged]
    return sorted(found, key=lambda j: (-j.score, j.passage.page, j.passage.article, j.passage.number))


def _asked(query: Frame) -> str:
    """The question as it is encoded, with every name as the pages write it."""
    return reduce(lambda text, c: text.replace(c.given, c.meant), query.corrections, put(query))


def _scored(j: Judged, answers: float | None, *, heard: bool) -> Judged:
    kept, learned, unread = _weights()
    score = kept * j.score + learned * (answers if heard and answers is not None else unread)
    return replace(j, score=score, answers=answers)


@lru_cache(maxsize=1)
def _weights() -> tuple[float, float, float]:
    """What the judge's score counts, what the reader's counts, and what a sentence that was not read is taken to have."""
    table = {name: float(value) for name, value, *_ in rows("reranking.tsv")}
    return table["judged"], table["answers"], table["unread"]
