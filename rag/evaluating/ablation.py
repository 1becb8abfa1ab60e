"""What a leg is worth: the same answering with one of the ways of finding switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rag.asking.assistant import Assistant
from rag.config import Config
from rag.indexing import Indexes, Store, open_indexes
from rag.ports import Scored
from rag.records import Reading

if TYPE_CHECKING:
    from rag.ports import Vectors


def open_without(config: Config, leg: str) -> Assistant:
    """An Assistant that does without `events`, `words` (BM25) or `meaning` (vectors); KeyError for another leg."""
    return Assistant.over(LEGS[leg](open_indexes(config)), config)


def _without_events(indexes: Indexes) -> Indexes:
    return replace(indexes, store=_Eventless(indexes.store.folder))


def _without_words(indexes: Indexes) -> Indexes:
    return replace(indexes, lexical=_Silent(), wholes=lambda texts, k: {})


def _without_meaning(indexes: Indexes) -> Indexes:
    return replace(indexes, dense=_Silent(), encoder=_Blind(indexes.encoder.dim))


LEGS: dict[str, Callable[[Indexes], Indexes]] = {
    "events": _without_events,
    "words": _without_words,
    "meaning": _without_meaning,
}


class _Eventless(Store):
    """A store whose articles tell of no events."""

    def reading(self, page: str, article: int) -> Reading | None:
        found = super().reading(page, article)
        return found and replace(found, understood=replace(found.understood, events=()))


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
