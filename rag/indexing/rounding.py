"""Write the bundled model's layers in bytes: how large each channel grows is seen on samples run in float32."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rag.indexing.byte_layers import byte_layers
from rag.indexing.e5file import E5File
from rag.indexing.embeddings import Embeddings
from rag.indexing.layers import HEADS, INPUT, float_layers
from rag.runtime import open_model
from rag.tables import rows

if TYPE_CHECKING:
    from rag.ports import Vectors

LAYERS = "layers.onnx"
PROMPTS = {"query": "query: ", "passage": "passage: "}
"""How multilingual-e5-small was taught to tell questions from passages."""


def write_layers(source: E5File, folder: Path) -> None:
    """Write the layers to a folder that holds the tokenizer and the embeddings already."""
    session, embed = open_model(float_layers(source)), Embeddings(folder)
    texts = [prompt + text for (text,) in rows("encoder_samples.tsv") for prompt in PROMPTS.values()]
    sizes = _sizes(session.run(None, {INPUT: embed(text)})[1:] for text in texts)
    (folder / LAYERS).write_bytes(byte_layers(source, dict(zip(linear_maps(source), sizes, strict=True))))


def linear_maps(source: E5File) -> list[str]:
    """The linear maps in the order in which `float_layers` gives their inputs."""
    return [f"l{layer}.{kind}" for layer in range(source.shape.layers) for kind in HEADS]


def _sizes(seen: Iterable[list[Vectors]]) -> list[Vectors]:
    """For each linear map the largest that each channel of its input grows to."""
    import numpy as np

    largest = [[np.abs(x[0]).max(axis=0) for x in inputs] for inputs in seen]
    return [np.max(own, axis=0) for own in zip(*largest, strict=True)]
