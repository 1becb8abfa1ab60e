"""The bundled model through ONNX Runtime, without torch: questions as they come, passages many at once.

Each row of a layer is rounded to bytes by its own size alone, and texts of one length run together, without padding. So a
text has the same vector whatever it is encoded with, and an index built in parts is the one built at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from rag.config import BUNDLED
from rag.errors import ModelError
from rag.indexing.embeddings import embeddings_of
from rag.indexing.layers import INPUT, OUTPUT
from rag.indexing.rounding import LAYERS, PROMPTS
from rag.indexing.weights import model_folder
from rag.runtime import cores, open_model

if TYPE_CHECKING:
    from rag.ports import Vectors

TOGETHER = 512
"""Tokens that run through the layers at once, about: more leave the processor's cache."""


class BundledEncoder:
    """The port Encoder; loaded by the first text, and shared by any number of threads.

    `threads` groups of passages run side by side, one core each: cores that share a group wait for one another.
    ModelError where the model cannot be read or written to the cache.
    """

    name = f"{BUNDLED} (8 bits)"
    dim = 384

    def __init__(self, threads: int | None = None) -> None:
        self.threads = threads or cores()
        self._lock = Lock()

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, shape (n, dim), within a cosine of 0.998 of float32."""
        return self._encoded([PROMPTS["query"] + text for text in texts])

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, shape (n, dim), likewise."""
        return self._encoded([PROMPTS["passage"] + text for text in texts])

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        with self._lock:  # of two threads that come first one loads
            model = self._model
        found = model.embeddings.ids(texts)
        groups = list(_groups(found))
        means = np.zeros((len(texts), self.dim), np.float32)

        def run(group: list[int]) -> None:
            means[group] = model.means([found[i] for i in group])

        if len(groups) < 2 or self.threads < 2:
            list(map(run, groups))
        else:
            with ThreadPoolExecutor(min(self.threads, len(groups))) as pool:
                list(pool.map(run, groups))
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit

    @cached_property
    def _model(self) -> _Model:
        return _Model()


class _Model:
    def __init__(self) -> None:
        folder = model_folder()
        try:
            self.embeddings = embeddings_of(folder)
            self._session = open_model((folder / LAYERS).read_bytes())
        except Exception as error:  # three libraries, each with its own
            remedy = f"delete {folder}, and it is written again"
            raise ModelError(f"the embedding model in {folder} cannot be read ({error})"[:300], remedy) from error

    def means(self, ids: Sequence[Sequence[int]]) -> Vectors:
        """The mean over the tokens of each text, all of one length."""
        found: Vectors = self._session.run([OUTPUT], {INPUT: self.embeddings.sums(ids)})[0]
        return found


def _groups(found: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Places of texts of one length each, the longest first, which leave no core idle at the end."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for place, ids in enumerate(found):
        by_length[len(ids)].append(place)
    for length in sorted(by_length, reverse=True):
        places, step = by_length[length], max(1, TOGETHER // length)
        yield from (places[at : at + step] for at in range(0, len(places), step))
