"""Passages encoded beside reading: while the vectors of some pages are made, the next pages are read and understood.

The encoder works in native code, and reading in Python, which one thread at a time runs: so one thread more is enough for
both to go on. What is stored stays in the order in which it was read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import accumulate
from typing import TYPE_CHECKING

from rag.indexing.passages import passage_text
from rag.indexing.storing import Draft
from rag.ports import Encoder, Progress

if TYPE_CHECKING:
    from rag.ports import Vectors

STEP = 128
"""Passages between two reports of progress: about a second's work, less on a fast processor."""

AHEAD = 2
"""Batches that may wait for their vectors while another is read: more would only be lost with the process."""


def encoded(
    batches: Iterable[list[Draft]], encoder: Encoder, report: Progress
) -> Iterator[tuple[list[Draft], list[Vectors]]]:
    """Each batch with the vectors of each draft's passages, in the order given; what the encoder raises is raised here."""
    waiting: deque[_Batch] = deque()
    pool = ThreadPoolExecutor(1, thread_name_prefix="encoding")
    try:
        for batch in batches:
            waiting.append(_Batch(batch, encoder, pool))
            while len(waiting) > AHEAD or (waiting and waiting[0].done()):
                yield waiting.popleft().finished(report)
        while waiting:
            yield waiting.popleft().finished(report)
    finally:
        pool.shutdown(cancel_futures=True)


class _Batch:
    """Drafts whose passages are being encoded, each text once, texts of like length next to each other."""

    def __init__(self, drafts: list[Draft], encoder: Encoder, pool: ThreadPoolExecutor) -> None:
        self._drafts = drafts
        self._texts = [passage_text(p) for d in drafts for p in d.passages]
        self._order = sorted(dict.fromkeys(self._texts), key=len)
        parts = [self._order[at : at + STEP] for at in range(0, len(self._order), STEP)] or [[]]
        self._parts: list[Future[Vectors]] = [pool.submit(encoder.passages, part) for part in parts]

    def done(self) -> bool:
        return self._parts[-1].done()

    def finished(self, report: Progress) -> tuple[list[Draft], list[Vectors]]:
        """Wait for the vectors."""
        import numpy as np

        known = len(self._texts) - len(self._order)
        report("encoding", 0, len(self._texts))
        made: list[Vectors] = []
        for part in self._parts:
            made.append(part.result())
            known += len(made[-1])
            report("encoding", known, len(self._texts))
        at = {text: place for place, text in enumerate(self._order)}
        vectors = np.concatenate(made)[[at[text] for text in self._texts]]
        return self._drafts, _apart(vectors, self._drafts)


def _apart(vectors: Vectors, drafts: Sequence[Draft]) -> list[Vectors]:
    """The rows of each draft."""
    ends = list(accumulate(len(d.passages) for d in drafts))
    return [vectors[end - len(d.passages) : end] for d, end in zip(drafts, ends, strict=True)]
