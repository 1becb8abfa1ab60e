"""Text to tokens of the bundled model, and tokens to the sums that its layers begin with."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.ports import Vectors

TENSORS, TOKENIZER = "model.safetensors", "tokenizer.json"
WORDS = "embeddings.word_embeddings.weight"


@lru_cache(maxsize=1)
def embeddings_of(folder: Path) -> Embeddings:
    """Those of a folder, loaded once for all that read by them."""
    return Embeddings(folder)


class Embeddings:
    """Of the folder that `rag.indexing.weights` writes. Rows are read from its file as they are needed."""

    def __init__(self, folder: Path) -> None:
        from safetensors import safe_open
        from tokenizers import Tokenizer

        file: Any = safe_open(folder / TENSORS, framework="numpy")
        places, types = (file.get_tensor(f"embeddings.{k}_embeddings.weight") for k in ("position", "token_type"))
        self._words = _mapped(folder / TENSORS, WORDS)
        self._places = places + types[0]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(len(places))

    def __call__(self, text: str) -> Vectors:
        """The sums of a whole text's tokens, with those that begin and end it, shape (1, n, dim)."""
        return self.sums(self._tokenizer.encode(text).ids)

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of each text, with those that begin and end it."""
        return [e.ids for e in self._tokenizer.encode_batch(list(texts))]

    def tokens(self, text: str) -> Any:
        """The tokens of a text without those that begin and end one, with `ids` and `offsets` (a `tokenizers.Encoding`)."""
        return self._tokenizer.encode(text, add_special_tokens=False)

    def sums(self, ids: Sequence[int] | Sequence[Sequence[int]]) -> Vectors:
        """The sums of the embeddings of one text's tokens, or of several texts' with as many each, shape (texts, n, dim)."""
        import numpy as np

        wanted = np.array(ids, np.int64, ndmin=2)
        return np.asarray(self._words[wanted] + self._places[: wanted.shape[1]], np.float32)


def _mapped(path: Path, name: str) -> Vectors:
    """A float32 tensor of a safetensors file as an array that is read from the disk where it is looked at."""
    import numpy as np

    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        about = json.loads(file.read(length))[name]
    mapped: Vectors = np.memmap(path, "<f4", "r", 8 + length + about["data_offsets"][0], tuple(about["shape"]))
    return mapped
