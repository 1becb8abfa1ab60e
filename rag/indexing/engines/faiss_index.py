"""Nearest passages by inner product, through FAISS. The only module that imports it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from rag.errors import IndexUnusableError
from rag.lasting import put_in_place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from rag.ports import Scored, Vectors


EXACT = 50_000
"""Passages up to which vectors are kept whole. Measured on 136,181 sentences of news, 384 components, 200 questions, one
core; recall against the exact 10 and 100 nearest (a question takes its articles from 100):

    kept as                             ms p50   ms p95   build s   recall@10   recall@100
    bytes (SQ8)                           12.1     13.0       0.2       0.987        0.985
    bits (RaBitQ), 10 k of them in bytes   4.1      4.3       0.9       0.986        0.958
    bits (RaBitQ), 20 k of them in bytes   5.2      5.6       0.9       0.986        0.978
    4 bits a pair (PQ), 20 k in bytes      2.2      3.1       4.1       0.987        0.975
    the same, 30 k in bytes                3.1      3.7       4.1       0.987        0.982

Whole vectors took twice as long as bytes, and four times the memory; lists lost too much (on 112,620 sentences recall@100
0.954 in half the time of bytes). Bits need no training, and every build makes the
vectors anew. What is found is weighed again by the store's whole vectors."""

SHORTLIST = 20
"""Times as many are found by bits as are wanted, and put in order by bytes."""


class FaissIndex:
    """The port DenseIndex: exact up to `exact` passages, beyond that by a bit and then a byte of each component (RaBitQ:
    Gao and Long, "RaBitQ: quantizing high-dimensional vectors with a theoretical error bound", 2024).

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
            self._index = _coded(*self._kept())

    @property
    def is_exact(self) -> bool:
        """Whether the vectors are kept whole."""
        import faiss

        return isinstance(faiss.downcast_index(self._index.index), faiss.IndexFlat)

    def _kept(self) -> tuple[Vectors, Any]:
        """The vectors as they are kept, and their ids."""
        import faiss

        inner: Any = faiss.downcast_index(self._index.index)
        whole = faiss.downcast_index(getattr(inner, "refine_index", inner))
        return whole.reconstruct_n(0, whole.ntotal), faiss.vector_to_array(self._index.id_map)

    def ids(self) -> NDArray[np.int64]:
        """The ids that are there, in the order in which they came."""
        import faiss

        found: NDArray[np.int64] = faiss.vector_to_array(self._index.id_map)
        return found

    def remove(self, ids: Sequence[int]) -> None:
        """Ids that are not there are passed over."""
        import numpy as np

        if not np.isin(self.ids(), ids).any():
            return
        if self.is_exact:
            self._index.remove_ids(np.asarray(ids, np.int64))
            return
        vectors, there = self._kept()
        left = ~np.isin(there, ids)
        self._index = _coded(vectors[left], there[left])

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
            put_in_place(aside, path)
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


def _coded(vectors: Vectors, ids: Any) -> Any:
    """An index that finds a shortlist by bits, and orders it by bytes between the least and greatest of a component."""
    import faiss

    bits = faiss.IndexRaBitQFastScan(vectors.shape[1], faiss.METRIC_INNER_PRODUCT)
    kind = faiss.ScalarQuantizer.QT_8bit
    in_bytes = faiss.IndexScalarQuantizer(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    for index in (bits, in_bytes):
        index.train(vectors)
    refined = faiss.IndexRefine(bits, in_bytes)
    refined.k_factor = SHORTLIST
    coded = faiss.IndexIDMap2(refined)
    if len(ids):
        coded.add_with_ids(vectors, ids)
    return coded
