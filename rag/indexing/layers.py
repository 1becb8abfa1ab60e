"""The layers of the bundled model as an ONNX graph for ONNX Runtime: in float32, or in 8-bit integers.

A few channels of a BERT are far larger than the rest, and one 8-bit scale for all would leave nothing of the small ones.
So each channel is divided by its size, and its weights are multiplied by it (SmoothQuant: Xiao et al., ICML 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from rag.indexing.e5file import Shape

if TYPE_CHECKING:
    from rag.ports import Vectors

INPUT, OUTPUT = "embeddings", "mean"
"""Sums of word, place and type embeddings, shape (1, n, hidden); the mean over the n tokens, shape (1, hidden)."""
HEADS = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""The linear maps of a layer and the tensors each is made of: query, key and value are one."""
MIGRATED = 0.6
"""How much of a channel's size goes over to the weights. Cosine to float32, mean and least of 79 questions: 0.9991 and
0.9987; with 0.5 0.9984 and 0.9975, with 0.75 0.9985 and 0.9977, without 0.9971 and 0.9949."""
LARGEST = 64
"""Weights take 7 of the 8 bits: with more, two products overflow 16 bits on processors without VNNI."""
OPSET, IR = 18, 9
RUNTIME = "com.microsoft"
"""The domain of ONNX Runtime's own operators."""

Linear = Callable[[str, str], str]
"""(name of a linear map, name of its input) -> name of its output."""

Ending = Callable[["Graph", str], tuple[Mapping[str, Sequence[Any]], Sequence[str]]]
"""(graph, name of the last layer's output) -> further inputs with their shapes, and the outputs."""


class Source(Protocol):
    """Where the weights come from: the model's measures, and each tensor flat by its name in the weights file."""

    @property
    def shape(self) -> Shape:
        """The measures."""
        ...

    def weights(self, name: str) -> Vectors:
        """A tensor."""
        ...


def mean(graph: Graph, x: str) -> tuple[Mapping[str, Sequence[Any]], Sequence[str]]:
    """The ending of an encoder: the mean over all tokens."""
    import numpy as np

    graph.node("ReduceMean", [x, graph.constant("tokens", np.array([1], np.int64))], OUTPUT, keepdims=0)
    return {}, [OUTPUT]


def float_layers(source: Source, ending: Ending = mean) -> bytes:
    """The model; outputs are those of the ending, then the input of every linear map, named as it is (`l0.qkv`)."""
    graph = Graph(source)
    seen: dict[str, str] = {}

    def linear(name: str, x: str) -> str:
        weight, bias = graph.weights(name)
        seen[name] = graph.node("Identity", [x], f"{name}.in")
        product = graph.node("MatMul", [x, graph.constant(f"{name}.w", weight.T)], f"{name}.product")
        return graph.node("Add", [product, graph.constant(f"{name}.b", bias)], f"{name}.out")

    return graph.model(linear, ending, seen)


def byte_layers(source: Source, sizes: Mapping[str, Vectors], ending: Ending = mean) -> bytes:
    """The model in bytes; `sizes` gives for each linear map how large each channel of its input grows."""
    import numpy as np

    graph = Graph(source)

    def linear(name: str, x: str) -> str:
        weight, bias = graph.weights(name)
        size = _smoothing(sizes[name], np.abs(weight).max(axis=0))
        weight = weight * size
        scale = np.maximum(np.abs(weight).max(axis=1) / LARGEST, np.finfo(np.float32).tiny)
        rounded = np.rint(weight / scale[:, None]).astype(np.int8)
        smooth = graph.node("Mul", [x, graph.constant(f"{name}.size", 1 / size)], f"{name}.smooth")
        constants = [graph.constant(f"{name}.{k}", v) for k, v in (("w", rounded.T), ("s", scale), ("b", bias))]
        inputs = [smooth, *constants[:2], "", constants[2]]
        return graph.node("DynamicQuantizeMatMul", inputs, f"{name}.out", RUNTIME)

    return graph.model(linear, ending, {})


def _smoothing(channels: Vectors, weights: Vectors) -> Vectors:
    """By what each channel is divided: its size against its weights', around 1."""
    import numpy as np

    least = np.float32(1e-3)
    by = np.maximum(channels, least) ** MIGRATED / np.maximum(weights, least) ** (1 - MIGRATED)
    return np.asarray(by / np.exp(np.log(by).mean()), np.float32)


class Graph:
    """Nodes and constants as they are added; every node has the name of its first output."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def weights(self, name: str) -> tuple[Vectors, Vectors]:
        """A linear map's weights, shape (out, in), and bias."""
        import numpy as np

        layer, _, kind = name.partition(".")
        biases = [self.source.weights(f"{layer}.{part}.b") for part in HEADS[kind]]
        parts = [
            self.source.weights(f"{layer}.{p}.w").reshape(b.size, -1) for p, b in zip(HEADS[kind], biases, strict=True)
        ]
        return np.concatenate(parts), np.concatenate(biases)

    def constant(self, name: str, array: Any) -> str:
        """Add a constant; its name."""
        import numpy as np
        from onnx import numpy_helper

        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: Any) -> str:
        """Add a node of one output; its name."""
        from onnx import helper

        self._nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def model(self, linear: Linear, ending: Ending, seen: Mapping[str, str]) -> bytes:
        """All layers, with every linear map made by `linear`, and the ending; `seen` are given behind its outputs."""
        from onnx import TensorProto, helper

        shape = self.source.shape
        x = self.node("LayerNormalization", [INPUT, *self._normal("emb.ln")], "x", epsilon=shape.epsilon)
        for layer in range(shape.layers):
            x = self._layer(f"l{layer}", x, linear)
        inputs, outputs = ending(self, x)
        taken = {INPUT: [1, "n", shape.hidden], **inputs}
        given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, list(size)) for name, size in taken.items()]
        wanted = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in (*outputs, *seen.values())]
        graph = helper.make_graph(self._nodes, "layers", given, wanted, self._constants)
        sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
        model: bytes = helper.make_model(graph, opset_imports=sets, ir_version=IR).SerializeToString()
        return model

    def _layer(self, name: str, x: str, linear: Linear) -> str:
        from onnx import helper

        joined, parts = linear(f"{name}.qkv", x), [f"{name}.{part}" for part in HEADS["qkv"]]
        self._nodes.append(helper.make_node("Split", [joined], parts, axis=-1, num_outputs=len(parts)))
        heads = self.node("MultiHeadAttention", parts, f"{name}.heads", RUNTIME, num_heads=self.source.shape.heads)
        after = self._joined(f"{name}.aln", linear(f"{name}.ao", heads), x)
        inner = self.node("Gelu", [linear(f"{name}.fi", after)], f"{name}.gelu", RUNTIME)
        return self._joined(f"{name}.oln", linear(f"{name}.fo", inner), after)

    def _joined(self, name: str, x: str, before: str) -> str:
        """The sum with what came before, normalised."""
        added = self.node("Add", [x, before], f"{name}.added")
        return self.node(
            "LayerNormalization", [added, *self._normal(name)], f"{name}.sum", epsilon=self.source.shape.epsilon
        )

    def _normal(self, name: str) -> list[str]:
        return [self.constant(f"{name}.{part}", self.source.weights(f"{name}.{part}")) for part in ("w", "b")]
