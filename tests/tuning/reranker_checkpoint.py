"""Read the reader's file back as a checkpoint that `tests.tuning.reranker --start` takes.

    python -m tests.tuning.reranker_checkpoint OUT.pt

Weights come back as the 8 bits have them (scores move by 0.1 on average), which a further training makes up for: so the file that
comes with the program is all that needs to be kept.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from rag.asking.reranking.model import FILE
from rag.indexing.layers import HEADS


def tensors(kept: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Name and value of every learned tensor, of the constants of the file by their names."""
    layers = sum(name.endswith(".qkv.w") for name in kept)
    for name in ("emb.ln.w", "emb.ln.b"):
        yield name, kept[name]
    for layer in range(layers):
        for kind, parts in HEADS.items():
            name = f"l{layer}.{kind}"
            weight = kept[f"{name}.w"].astype(np.float32).T * kept[f"{name}.s"][:, None]
            weight = weight * kept.get(f"{name}.by", np.ones(1, np.float32))[None, :]  # what the input is multiplied by
            split = (np.split(kept_, len(parts)) for kept_ in (weight, kept[f"{name}.b"]))
            for part, w, b in zip(parts, *split, strict=True):
                yield f"l{layer}.{part}.w", w
                yield f"l{layer}.{part}.b", b
        for normal in ("aln", "oln"):
            for part in "wb":
                yield f"l{layer}.{normal}.{part}", kept[f"l{layer}.{normal}.{part}"]
    yield f"x{layers}.answers.w", np.concatenate([kept["own.w"].ravel(), kept["whole.w"].ravel()])[None]
    yield f"x{layers}.answers.b", kept["answers.b"].reshape(1)
    yield f"x{layers}.mark.w", kept["mark.w"].T
    yield f"x{layers}.mark.b", kept["mark.b"]
    yield f"x{layers}.short.w", kept["short.w"][None]
    yield f"x{layers}.short.b", kept["short.b"].reshape(1)


def main(argv: Sequence[str]) -> None:
    """Write the checkpoint."""
    graph = onnx.load_from_string(files("rag.data").joinpath(FILE).read_bytes()).graph
    kept = {c.name: numpy_helper.to_array(c) for c in graph.initializer}
    torch.save({n.replace(".", "_"): torch.from_numpy(np.array(v, np.float32)) for n, v in tensors(kept)}, argv[0])


if __name__ == "__main__":
    main(sys.argv[1:])
