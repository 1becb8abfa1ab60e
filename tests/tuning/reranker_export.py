"""Write what `tests.tuning.reranker` trained as the file that the program reads, in 8-bit integers.

    python -m tests.tuning.reranker_export CHECKPOINT EXIT EXAMPLES.jsonl [OUT.onnx]

How large each channel grows is seen on windows of the examples. Prints how far the scores move.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from rag.asking.reranking.layout import row
from rag.asking.reranking.model import ANSWERS, FILE, MARKS, SHORT
from rag.indexing.byte_layers import byte_layers
from rag.indexing.e5file import E5File, Shape, read_e5
from rag.indexing.embeddings import Embeddings
from rag.indexing.layers import HEADS, INPUT, RUNTIME, Ending, Graph, float_layers
from rag.indexing.weights import model_folder, weights_file
from rag.ports import Vectors
from rag.runtime import open_model

SEEN = 120
"""Windows run to see how large each channel grows, and as many again to compare the scores."""

DATA = Path(__file__).parents[2] / "rag" / "data"


class Trained:
    """The learned tensors over those of the bundled model."""

    def __init__(self, source: E5File, learned: Mapping[str, torch.Tensor], layers: int) -> None:
        self._source, self._learned = source, learned
        self.shape: Shape = replace(source.shape, layers=layers)

    def weights(self, name: str) -> Vectors:
        """One tensor, flat."""
        learned = self._learned.get(name.replace(".", "_"))
        return self._source.weights(name) if learned is None else learned.numpy().ravel()


def ending(heads: Mapping[str, Vectors]) -> Ending:
    """The reader's ending of the layers: each sentence's mean and the first token to one figure, and each token to another."""

    def ends(graph: Graph, x: str) -> tuple[Mapping[str, Sequence[Any]], Sequence[str]]:
        flat = graph.node("Squeeze", [x, graph.constant("batch", np.array([0], np.int64))], "flat")
        own, whole = np.split(heads["answers.w"][0], 2)
        means = graph.node(
            "MatMul", [graph.node("MatMul", [MARKS, flat], "means"), graph.constant("own.w", own)], "own"
        )
        begin = graph.node("Gather", [flat, graph.constant("first.at", np.array(0, np.int64))], "first", axis=0)
        begin = graph.node("MatMul", [begin, graph.constant("whole.w", whole + 0)], "begin")
        biased = graph.node("Add", [begin, graph.constant("answers.b", heads["answers.b"][0])], "biased")
        graph.node("Add", [means, biased], ANSWERS)
        first = graph.node("MatMul", [flat, graph.constant("mark.w", heads["mark.w"].T)], "mark.product")
        marks = graph.node("Add", [first, graph.constant("mark.b", heads["mark.b"])], "mark.sum")
        each = graph.node(
            "MatMul",
            [graph.node("Gelu", [marks], "mark", RUNTIME), graph.constant("short.w", heads["short.w"][0])],
            "each",
        )
        graph.node("Add", [each, graph.constant("short.b", heads["short.b"][0])], SHORT)
        return {MARKS: ["s", "n"]}, [ANSWERS, SHORT]

    return ends


def windows(examples: Path, embed: Embeddings) -> Iterator[dict[str, Vectors]]:
    """What the layers get of the first two windows of every so many questions."""
    lines = examples.read_text(encoding="utf-8").splitlines()
    for line in lines[:: max(len(lines) // SEEN, 1)]:
        e = json.loads(line)
        for w in e["windows"][:2]:
            laid = row(embed.tokens, e["asked"], w["heading"], w["sentences"])
            marks = (np.array(laid.sentence)[None, :] == np.arange(laid.sentences)[:, None]).astype(np.float32)
            yield {INPUT: embed.sums(laid.ids), MARKS: marks / marks.sum(axis=1, keepdims=True)}


def main(argv: Sequence[str]) -> None:
    """Write the file."""
    learned, layers = torch.load(argv[0]), int(argv[1])
    heads = {
        k.removeprefix(f"x{layers}_").replace("_", "."): v.numpy()
        for k, v in learned.items()
        if k.startswith(f"x{layers}_")
    }
    source, embed = Trained(read_e5(weights_file()), learned, layers), Embeddings(model_folder())
    given = list(windows(Path(argv[2]), embed))
    plain = open_model(float_layers(source, ending(heads)))
    wanted = [plain.run(None, w) for w in given[:SEEN]]
    maps = [f"l{layer}.{kind}" for layer in range(layers) for kind in HEADS]
    largest = [np.max([np.abs(run[2 + k][0]).max(axis=0) for run in wanted], axis=0) for k in range(len(maps))]
    made = byte_layers(source, dict(zip(maps, largest, strict=True)), ending(heads))
    out = Path(argv[3]) if len(argv) > 3 else DATA / FILE
    out.write_bytes(made)
    small = open_model(made)
    pairs = [(small.run([ANSWERS], w)[0], plain.run([ANSWERS], w)[0]) for w in given[SEEN : 2 * SEEN]]
    moved = np.concatenate([np.abs(a - b) for a, b in pairs])
    first = np.mean([int(a.argmax() == b.argmax()) for a, b in pairs])
    print(
        f"{out} {len(made) / 1e6:.1f} MB; scores moved by {moved.mean():.3f} on average, {moved.max():.3f} at most; same best in {first:.3f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
