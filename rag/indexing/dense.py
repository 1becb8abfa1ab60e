"""Nearest passages by inner product, through FAISS. The only module that imports it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from rag.errors import IndexUnusableError

if TYPE_CHECKING:
    from rag.ports import Scored, Vectors


EXACT = 50_000
"""Passages up to which vectors are kept whole. Measured on 112,620 sentences of news, 384 components, 300 questions, one
core; recall against the exact 10 and 100 nearest (a question takes its articles from 100):

    kept as                     ms p50   ms p95      MB   build s   recall@10   recall@100
    whole (float32)              20.9     24.0      173       0.2       1.000        1.000
    half (float16)               15.7     17.7       87       0.2       1.000        1.000
    bytes (SQ8)                  10.2     10.9       43       0.2       0.988        0.986
    512 lists of bytes, 64 read   2.0      2.6       45       4.7       0.908        0.834
    the same, 192 read            5.0      6.3       45       4.7       0.968        0.954

Bytes halve the time at a quarter of the memory and lose what comes last. Lists lose what is needed for what they save; they
are for several hundred thousand passages. What is found is weighed again by the store's whole vectors."""


class FaissIndex:
    """The port DenseIndex: exact up to `exact` passages, beyond that each component is kept in one byte.

    Not for several writers at once; any number of threads may search between writes.
    """

    def __init__(self, dim: int, exact: int = EXACT) -> None:
        import faiss

        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))
        self._exact = exact

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dim(self) -> int:
        """Components of a vector."""
        return int(self._index.d)

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        """Vectors of shape (len(ids), dim), unit length. An id that is there already is replaced."""
        import numpy as np

        if vectors.shape != (len(ids), self.dim):
            raise ValueError(f"{vectors.shape} vectors for {len(ids)} ids of {self.dim} components")
        self.remove(ids)
        if len(ids):
            self._index.add_with_ids(np.ascontiguousarray(vectors, np.float32), np.asarray(ids, np.int64))
        if len(self) > self._exact and self.is_exact:
            self._compress()

    @property
    def is_exact(self) -> bool:
        """Whether the vectors are kept whole."""
        import faiss

        return isinstance(faiss.downcast_index(self._index.index), faiss.IndexFlat)

    def _compress(self) -> None:
        """Each component into a byte, between the least and the greatest that it has among the vectors now here."""
        import faiss

        whole, ids = faiss.downcast_index(self._index.index), faiss.vector_to_array(self._index.id_map)
        vectors = whole.reconstruct_n(0, whole.ntotal)
        bytewise = faiss.IndexScalarQuantizer(self.dim, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
        bytewise.train(vectors)
        self._index = faiss.IndexIDMap2(bytewise)
        self._index.add_with_ids(vectors, ids)

    def remove(self, ids: Sequence[int]) -> None:
        """Ids that are not there are passed over."""
        import numpy as np

        if len(ids) and len(self):
            self._index.remove_ids(np.asarray(ids, np.int64))

    def search(self, vector: Vectors, k: int) -> list[Scored]:
        """Best first; equal scores by id. `vector` has dim components."""
        import faiss
        import numpy as np

        # of this thread only: cores that share so short a search wait for one another longer than they work
        faiss.omp_set_num_threads(1)
        wanted = min(k, len(self))
        if wanted < 1:
            return []
        scores, ids = self._index.search(np.asarray(vector, np.float32).reshape(1, -1), wanted)
        found = zip(ids[0].tolist(), scores[0].tolist(), strict=True)
        return sorted(((i, s) for i, s in found if i >= 0), key=lambda hit: (-hit[1], hit[0]))

    def save(self, path: Path) -> None:
        """Write aside, then rename: a reader never sees half a file."""
        import faiss

        data = faiss.serialize_index(self._index)
        aside = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}.part")
        try:
            with aside.open("wb") as file:
                file.write(data.data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)

    @classmethod
    def load(cls, path: Path) -> FaissIndex:
        """IndexUnusableError if the file is no index; whether it is the right one is the caller's to know."""
        import faiss

        loaded = cls.__new__(cls)
        loaded._exact = EXACT
        try:
            import numpy as np

            loaded._index = faiss.deserialize_index(np.frombuffer(path.read_bytes(), np.uint8))
        except (OSError, RuntimeError) as error:
            raise IndexUnusableError(
                f"{path} cannot be read as a vector index", "it is built again from the store"
            ) from error
        return loaded
