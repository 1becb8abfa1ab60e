"""Nearest passages by inner product, exact, through FAISS. The only module that imports it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

from rag.errors import IndexUnusableError

if TYPE_CHECKING:
    from rag.ports import Scored, Vectors


class FaissIndex:
    """The port DenseIndex over a flat index: exact, and fast enough for tens of thousands of passages.

    Not for several writers at once; any number of threads may search between writes.
    """

    def __init__(self, dim: int) -> None:
        import faiss

        self._index: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dim))

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
        try:
            import numpy as np

            loaded._index = faiss.deserialize_index(np.frombuffer(path.read_bytes(), np.uint8))
        except (OSError, RuntimeError) as error:
            raise IndexUnusableError(
                f"{path} cannot be read as a vector index", "it is built again from the store"
            ) from error
        return loaded
