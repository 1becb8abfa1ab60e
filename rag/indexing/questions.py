"""Questions of the bundled model to vectors, through ONNX Runtime: without torch, and in a third of its time.

Passages come in batches, long before they are asked for, and run as fast in torch; a question comes alone and somebody
waits. CPU time of a question of 21 tokens on one core: 23 ms in torch (bfloat16), 34 (float32), 8 here; and the process
that only asks need not load torch, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rag.errors import ModelError
from rag.indexing.e5file import E5File
from rag.indexing.layers import INPUT, byte_layers, float_layers
from rag.runtime import open_model
from rag.tables import rows

if TYPE_CHECKING:
    from rag.ports import Vectors

LAYERS, TENSORS, TOKENIZER = "layers.onnx", "model.safetensors", "tokenizer.json"
PROMPTS = {"query": "query: ", "passage": "passage: "}
"""How multilingual-e5-small was taught to tell questions from passages."""


class QuestionEncoder:
    """Encodes one question at a time; any number of threads may.

    `folder` is the bundled model as `rag.indexing.weights` writes it. ModelError if it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._embed = Embeddings(folder)
            self._run = _run((folder / LAYERS).read_bytes())
        except Exception as error:  # three libraries, each with its own
            remedy = f"delete {folder}, and it is written again"
            raise ModelError(f"the embedding model in {folder} cannot be read ({error})"[:300], remedy) from error

    def encode(self, question: str) -> Vectors:
        """The question's vector, shape (dim,), of unit length."""
        import numpy as np

        mean = self._run(self._embed(PROMPTS["query"] + question))[0][0]
        unit: Vectors = mean / np.linalg.norm(mean)
        return unit


def write_layers(source: E5File, folder: Path) -> None:
    """Write the layers in bytes to a folder that holds the tokenizer and the embeddings already."""
    run, embed = _run(float_layers(source)), Embeddings(folder)
    sizes = _sizes(run(embed(PROMPTS["query"] + text))[1:] for (text,) in rows("question_samples.tsv"))
    (folder / LAYERS).write_bytes(byte_layers(source, dict(zip(_maps(source), sizes, strict=True))))


def _maps(source: E5File) -> list[str]:
    """The linear maps in the order in which `float_layers` gives their inputs."""
    return [f"l{layer}.{kind}" for layer in range(source.shape.layers) for kind in ("qkv", "ao", "fi", "fo")]


def _sizes(seen: Iterable[list[Vectors]]) -> list[Vectors]:
    """For each linear map the largest that each channel of its input grows to."""
    import numpy as np

    largest = [[np.abs(x[0]).max(axis=0) for x in inputs] for inputs in seen]
    return [np.max(own, axis=0) for own in zip(*largest, strict=True)]


class Embeddings:
    """Text to the sums of its tokens' embeddings, shape (1, n, dim); rows are read from the file as they are needed."""

    def __init__(self, folder: Path) -> None:
        from safetensors import safe_open
        from tokenizers import Tokenizer

        file: Any = safe_open(folder / TENSORS, framework="numpy")
        self._words = file.get_slice("embeddings.word_embeddings.weight")
        places, types = (file.get_tensor(f"embeddings.{k}_embeddings.weight") for k in ("position", "token_type"))
        self._places = places + types[0]
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(len(places))

    def __call__(self, text: str) -> Vectors:
        """The sums of a whole text's tokens, with those that begin and end it."""
        return self.sums(self._tokenizer.encode(text).ids)

    def tokens(self, text: str) -> Any:
        """The tokens of a text without those that begin and end one, with `ids` and `offsets` (a `tokenizers.Encoding`)."""
        return self._tokenizer.encode(text, add_special_tokens=False)

    def sums(self, ids: Sequence[int]) -> Vectors:
        """The sums of these tokens' embeddings, shape (1, n, dim)."""
        import numpy as np

        words = np.concatenate([self._words[i : i + 1] for i in ids])
        return np.asarray(words + self._places[: len(ids)], np.float32)[None]


def _run(model: bytes) -> Callable[[Vectors], list[Vectors]]:
    """Embeddings to all outputs of the model."""
    session = open_model(model)
    return lambda embedded: list(session.run(None, {INPUT: embedded}))
