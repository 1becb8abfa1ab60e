"""What a part is worth: the same answering with one of the ways of finding, or the learned reader, switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rag.asking.assistant import Assistant
from rag.asking.reranking.model import bundled_reader
from rag.config import Config
from rag.indexing import Indexes, Store, open_indexes
from rag.ports import Reranker, Scored
from rag.records import Opinion, Reading

if TYPE_CHECKING:
    from rag.ports import Vectors


@dataclass(frozen=True, slots=True)
class Parts:
    """What an answer is found with."""

    indexes: Indexes
    reader: Reranker


def open_without(config: Config, leg: str) -> Assistant:
    """An Assistant without `events`, `words` (BM25), `meaning` (vectors) or the `reader`; KeyError for anything else."""
    parts = LEGS[leg](Parts(open_indexes(config), bundled_reader()))
    return Assistant.over(parts.indexes, config, parts.reader)


def _without_events(parts: Parts) -> Parts:
    return replace(parts, indexes=replace(parts.indexes, store=_Eventless(parts.indexes.store.engine)))


def _without_words(parts: Parts) -> Parts:
    return replace(parts, indexes=replace(parts.indexes, lexical=_Silent(), wholes=lambda texts, k: {}))


def _without_meaning(parts: Parts) -> Parts:
    blind = _Blind(parts.indexes.encoder.dim)
    return replace(parts, indexes=replace(parts.indexes, dense=_Silent(), encoder=blind))


def _without_reader(parts: Parts) -> Parts:
    return replace(parts, reader=_Blank())


LEGS: dict[str, Callable[[Parts], Parts]] = {
    "events": _without_events,
    "words": _without_words,
    "meaning": _without_meaning,
    "reader": _without_reader,
}


class _Eventless(Store):
    """A store whose articles tell of no events."""

    def reading(self, page: str, article: int) -> Reading | None:
        found = super().reading(page, article)
        return found and replace(found, understood=replace(found.understood, events=()))


class _Blank:
    """A reader that takes every sentence alike for one that answers, and marks nothing."""

    def read(self, question: str, heading: str, sentences: Sequence[str]) -> Sequence[Opinion]:
        return [Opinion(0.0)] * len(sentences)


class _Silent:
    """An index, of words or of vectors, that finds nothing."""

    def __len__(self) -> int:
        return 0

    def add(self, *given: object) -> None:
        raise NotImplementedError("nothing is indexed while a leg is off")

    def remove(self, ids: Sequence[int]) -> None:
        raise NotImplementedError("nothing is indexed while a leg is off")

    def search(self, wanted: object, k: int) -> list[Scored]:
        return []


class _Blind:
    """An encoder to which all texts are alike: every cosine is 0."""

    name = "none"

    def __init__(self, dim: int) -> None:
        self.dim = dim

    def queries(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        return np.zeros((len(texts), self.dim), np.float32)

    passages = queries


def open_each(config: Config) -> Iterable[tuple[str, Assistant]]:
    """(leg, an Assistant without it), one after the other; the caller closes each."""
    return ((leg, open_without(config, leg)) for leg in LEGS)
