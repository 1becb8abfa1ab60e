"""The reader's model with its heavy maps in 8-bit integers, for ONNX Runtime.

Nine tenths of what it computes are convolutions one point wide: each is a linear map of the channels of a point. These, and
the map onto the list of characters, take their weights in bytes with a step for each output, and their input in bytes
between its least and its largest value on that line. So nothing is fitted beforehand, and what is read of a line does not depend
on others. The rest stays as it is; the last step, which makes shares of scores, is left to whoever wants them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LARGEST = 64
"""Weights take 7 of the 8 bits: with more, two products overflow 16 bits on processors without VNNI."""

RUNTIME = "com.microsoft"
"""The domain of ONNX Runtime's own operators."""

HEIGHT = 2
"""The side of the input that is its height, which the file binds without need."""

LAST, FIRST = (0, 2, 3, 1), (0, 3, 1, 2)
"""The order of sides that puts channels last, and the one that puts them back."""

Floats = NDArray[np.float32]


def rounded(path: Path) -> bytes:
    """The model of a file, rounded, for pictures of any height: its output are scores, from which shares follow by softmax."""
    import onnx

    model = onnx.load(path)
    graph = _Graph(model.graph)
    nodes = list(graph.rounded())
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    needed = {name for node in nodes for name in node.input}
    kept = [held for held in (*model.graph.initializer, *graph.made) if held.name in needed]
    del model.graph.initializer[:], model.graph.value_info[:]
    model.graph.initializer.extend(kept)
    model.graph.input[0].type.tensor_type.shape.dim[HEIGHT].dim_param = "height"
    model.opset_import.append(onnx.helper.make_opsetid(RUNTIME, 1))
    return bytes(model.SerializeToString())


class _Graph:
    """The nodes without those that only give another name; `made` are the constants of those that were put in."""

    def __init__(self, graph: Any) -> None:
        from onnx import numpy_helper

        names = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Identity"}
        self._nodes = [node for node in graph.node if node.op_type != "Identity"]
        for node in self._nodes:
            node.input[:] = [_own_name(name, names) for name in node.input]
        self._held = {held.name: numpy_helper.to_array(held) for held in graph.initializer}
        self._by = {name: node for node in self._nodes for name in node.output}
        self._of = {name: node for node in self._nodes for name in node.input}
        self._result = graph.output[0].name
        self.made: list[Any] = []

    def rounded(self) -> Iterator[Any]:
        """The nodes, maps in bytes in place of theirs, and the scores under the name of the result."""
        shares = self._by[self._result]
        done: set[str] = set()
        for node in self._nodes:
            if node is shares or node.name in done:
                continue
            bias = self._bias(node)
            if bias is None:
                yield node
                continue
            done.add(bias.name)
            result = self._result if bias.output[0] == shares.input[0] else bias.output[0]
            yield from self._in_bytes(node, bias, result)

    def _bias(self, node: Any) -> Any:
        """The sum behind a map that is worth rounding; None where a node is none."""
        weight = self._held.get(node.input[1]) if len(node.input) > 1 else None
        after = self._of.get(node.output[0])
        if weight is None or after is None or after.op_type != "Add" or after.input[1] not in self._held:
            return None
        if node.op_type == "MatMul":
            return after if after.output[0] == self._by[self._result].input[0] else None
        one_point = node.op_type == "Conv" and weight.shape[1] > 1 and weight.shape[2:] == (1, 1)
        return after if one_point and not self._is_of_means(node) else None

    def _is_of_means(self, node: Any) -> bool:
        """Whether a convolution sees one point for the whole line, as those do that weigh channels."""
        before = self._by.get(node.input[0])
        while before is not None and before.op_type in ("Conv", "Add", "Relu"):
            before = self._by.get(before.input[0])
        return before is not None and before.op_type == "ReduceMean"

    def _in_bytes(self, node: Any, bias: Any, result: str) -> Iterator[Any]:
        from onnx import helper

        weight = self._held[node.input[1]]
        wide = node.op_type == "Conv"
        maps, steps = _bytes(weight[:, :, 0, 0].T if wide else weight)
        held: tuple[NDArray[Any], ...] = (
            maps,
            steps,
            np.zeros(maps.shape[1], np.int8),
            self._held[bias.input[1]].reshape(-1),
        )
        constants = [self._constant(f"{node.name}.{k}", array) for k, array in enumerate(held)]
        taken, given = (f"{node.name}.in", f"{node.name}.out") if wide else (node.input[0], result)
        if wide:
            yield helper.make_node("Transpose", [node.input[0]], [taken], perm=LAST)
        yield helper.make_node("DynamicQuantizeMatMul", [taken, *constants], [given], domain=RUNTIME)
        if wide:
            yield helper.make_node("Transpose", [given], [result], perm=FIRST)

    def _constant(self, name: str, array: NDArray[Any]) -> str:
        from onnx import numpy_helper

        self.made.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name


def _own_name(name: str, names: dict[str, str]) -> str:
    while name in names:
        name = names[name]
    return name


def _bytes(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights of shape (in, out) in bytes, and the step of each output."""
    steps = np.maximum(np.abs(weight).max(axis=0) / LARGEST, np.finfo(np.float32).tiny).astype(np.float32)
    return np.rint(weight / steps).astype(np.int8), steps
