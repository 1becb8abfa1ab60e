"""Any embedding model behind the port Encoder, by sentence-transformers. The only module that imports it, and torch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from rag.config import BUNDLED
from rag.errors import ModelError
from rag.indexing.weights import model_folder
from rag.runtime import cores

if TYPE_CHECKING:
    from rag.ports import Vectors

BATCH = 16
"""Texts in one forward pass: more do not run faster on one core, and pad more."""


class SentenceTransformerEncoder:
    """Any sentence-transformers model; loaded when first used, by one thread, and then shared by any number.

    `model` is a folder, a name that the hub knows, or the bundled model's, which never asks the network and is then what
    `BundledEncoder` is compared with. `plain` keeps float32 where the processor is faster in bfloat16.
    `threads` batches run side by side, one core each: cores that share a batch wait for one another, and on a busy
    machine that made it five times slower.
    """

    def __init__(self, model: str = BUNDLED, threads: int | None = None, plain: bool = False) -> None:
        self.model, self.threads, self.plain = model, threads or cores(), plain
        self._lock = Lock()
        self._model: Any = None

    @property
    def name(self) -> str:
        """Model and precision: vectors of two precisions agree (cosine 0.99998) and may stand in one index."""
        return f"{self.model} ({'bfloat16' if self._halved else 'float32'})"

    @property
    def dim(self) -> int:
        """Components of a vector."""
        return int(self._loaded.get_embedding_dimension() or 0)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of questions, shape (n, dim)."""
        return self._encode(texts, "query")

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, shape (n, dim)."""
        return self._encode(texts, "passage")

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        import numpy as np

        # texts of like length together pad little, and the longest first leave no core idle at the end
        order = sorted(range(len(texts)), key=lambda i: -len(texts[i]))
        batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        vectors = np.zeros((len(texts), self.dim), np.float32)

        def run(batch: list[int]) -> None:
            vectors[batch] = self._forward([texts[i] for i in batch], prompt)

        if len(batches) < 2:
            list(map(run, batches))
        else:
            with ThreadPoolExecutor(min(self.threads, len(batches))) as pool:
                list(pool.map(run, batches))
        return _unit(vectors)

    def _forward(self, texts: list[str], prompt: str) -> Any:
        model = self._loaded
        known = prompt if prompt in model.prompts else None
        return model.encode(texts, prompt_name=known, batch_size=BATCH, show_progress_bar=False)

    @cached_property
    def _halved(self) -> bool:
        return not self.plain and _fast_bfloat16()

    @property
    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                import torch

                torch.set_num_threads(1)
                self._model = _load(self.model, {"dtype": torch.bfloat16 if self._halved else torch.float32})
                # the first call sets the tokenizer up, and must not meet another that is under way
                self._model.encode(["."], show_progress_bar=False)
            return self._model


def _unit(vectors: Vectors) -> Vectors:
    import numpy as np

    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = vectors / np.maximum(norms, np.finfo(np.float32).tiny)
    return unit


def _load(model: str, options: dict[str, object]) -> Any:
    bundled = model == BUNDLED
    place = str(model_folder()) if bundled else model
    if not bundled and _looks_like_path(model) and not Path(model).is_dir():
        raise ModelError(f"there is no model folder {model}", f"give an existing folder, or use {BUNDLED}")
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        remedy = "pip install 'wenzheng[models]'"
        raise ModelError(f"the embedding model {model} needs sentence-transformers ({error})", remedy) from error
    with _quiet_transformers():
        try:
            return SentenceTransformer(place, device="cpu", local_files_only=bundled, model_kwargs=options)
        except Exception as error:  # the libraries beneath raise a dozen kinds
            remedy = f"check the name or the folder, or use {BUNDLED}"
            raise ModelError(f"the embedding model {model} cannot be loaded ({error})"[:300], remedy) from error


def plain_passages(model: str) -> Callable[[Sequence[str]], Vectors]:
    """Passages encoded as sentence-transformers comes: float32, all cores on each batch. What ours is measured by."""
    encoder = SentenceTransformerEncoder(model, plain=True)

    def encode(texts: Sequence[str]) -> Vectors:
        import torch

        loaded = encoder._loaded
        torch.set_num_threads(encoder.threads)
        try:
            known = "passage" if "passage" in loaded.prompts else None
            vectors: Vectors = loaded.encode(list(texts), prompt_name=known, show_progress_bar=False)
        finally:
            torch.set_num_threads(1)
        return vectors

    return encode


@contextmanager
def _quiet_transformers() -> Iterator[None]:
    """No progress bar and no notes on standard error while a model loads; as before afterwards."""
    from transformers.utils import logging as transformers_logging

    logging: Any = transformers_logging
    shown, level = logging.is_progress_bar_enabled(), logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(level)
        if shown:
            logging.enable_progress_bar()


def _looks_like_path(model: str) -> bool:
    return model.startswith((".", "/", "~")) or "\\" in model or model.count("/") > 1


def _fast_bfloat16() -> bool:
    """Whether the CPU multiplies bfloat16 natively; elsewhere it is slower than float32."""
    import torch

    able = torch.cpu.get_capabilities()
    return bool(able.get("amx_bf16") or able.get("avx512_bf16"))
