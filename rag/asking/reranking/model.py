"""The reader's layers, run by ONNX Runtime on one window after the other; the word embeddings are the bundled model's.

`tests/tuning/reranker.py` trains them, `tests/tuning/reranker_export.py` writes the file. docs/reranker.md is their card.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from rag.asking.reranking.layout import row
from rag.indexing.embeddings import embeddings_of
from rag.indexing.layers import INPUT
from rag.indexing.weights import model_folder
from rag.records import Opinion
from rag.runtime import open_model

FILE = "reranker.onnx"
MARKS = "sentences"
"""Which tokens each sentence has, each row summing to 1: shape (s, n)."""
ANSWERS = "answers"
"""Log-odds of each sentence, shape (s,)."""
SHORT = "short"
"""Log-odds of each token to lie in the short answer, shape (n,)."""


class WindowReader:
    """Any number of threads may read. ModelError if the bundled model cannot be read."""

    def __init__(self, model: bytes) -> None:
        self._embed = embeddings_of(model_folder())
        self._session = open_model(model)

    def read(self, question: str, heading: str, sentences: Sequence[str]) -> Sequence[Opinion]:
        """What it makes of each sentence; there are fewer where the last ones found no room."""
        import numpy as np

        laid = row(self._embed.tokens, question, heading, sentences)
        of = np.array(laid.sentence)
        marks = (of[None, :] == np.arange(laid.sentences)[:, None]).astype(np.float32)
        marks /= marks.sum(axis=1, keepdims=True)
        given = {INPUT: self._embed.sums(laid.ids), MARKS: marks}
        answers, short = self._session.run([ANSWERS, SHORT], given)
        pieces: list[list[tuple[int, int, float]]] = [[] for _ in answers]
        for number, (start, end), odds in zip(laid.sentence, laid.characters, short, strict=True):
            if number >= 0 and end > start:
                pieces[number].append((start, end, float(odds)))
        return [Opinion(float(a), tuple(p)) for a, p in zip(answers, pieces, strict=True)]


@lru_cache(maxsize=1)
def bundled_reader() -> WindowReader:
    """The reader that comes with the program."""
    return WindowReader(files("rag.data").joinpath(FILE).read_bytes())
