"""Articles read lately, kept at hand: the next question is often about the same ones."""

from __future__ import annotations

from functools import lru_cache

from rag.indexing import Indexes, faithful
from rag.records import Passage, Reading

KEPT = 1024
"""Articles kept: some tens of megabytes."""


class Shelf:
    """Reads articles of an index, each once for every state of the index. Safe for any number of threads."""

    def __init__(self, indexes: Indexes) -> None:
        self._store = indexes.store
        self._read = lru_cache(maxsize=KEPT)(self._from_store)

    def take(self, page: str, article: int) -> tuple[Reading, tuple[Passage, ...]] | None:
        """The article and its passages in order; None where it is not in the index (any more).

        IndexUnusableError where its words are not those of its page: what is said and what is cited would differ.
        """
        return self._read(page, article, self._store.generation())

    def _from_store(self, page: str, article: int, generation: int) -> tuple[Reading, tuple[Passage, ...]] | None:
        reading = self._store.reading(page, article)
        if reading is None:
            return None
        passages = self._store.passages_of(page, article)
        faithful(self._store, reading.page, passages)
        return reading, passages
