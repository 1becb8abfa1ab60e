"""The layers of the bundled model as an ONNX graph for ONNX Runtime: in float32, or in 8-bit integers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from rag.indexing.e5file import Shape

if TYPE_CHECKING:
    from rag.ports import Vectors

INPUT, OUTPUT = "embeddings", "mean"
"""Sums of word, place and type embeddings, shape (texts, n, hidden); the mean over the n tokens, shape (texts, hidden)."""
HEADS = {"qkv": ("q", "k", "v"), "ao": ("ao",), "fi": ("fi",), "fo": ("fo",)}
"""The linear maps of a layer and the tensors each is made of: query, key and value are one."""
OPSET, IR = 18, 9
RUNTIME = "com.microsoft"
"""The domain of ONNX Runtime's own operators."""

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


class Arithmetic(Protocol):
    """What a graph's layers are computed in."""

    def attention(self, graph: Graph, layer: str, x: str) -> str:
        """Query, key and value of all tokens, and what each token makes of the others; the name of the output."""
        ...

    def linear(self, graph: Graph, name: str, x: str) -> str:
        """One of the linear maps; the name of the output."""
        ...


def mean(graph: Graph, x: str) -> tuple[Mapping[str, Sequence[Any]], Sequence[str]]:
    """The ending of an encoder: the mean over all tokens."""
    import numpy as np

    graph.node("ReduceMean", [x, graph.constant("tokens", np.array([1], np.int64))], OUTPUT, keepdims=0)
    return {}, [OUTPUT]


def float_layers(source: Source, ending: Ending = mean) -> bytes:
    """The model; outputs are those of the ending, then the input of every linear map, named as it is (`l0.qkv`)."""
    arithmetic = _Floats()
    return Graph(source).model(arithmetic, ending, arithmetic.seen)


class _Floats:
    """In float32; `seen` gives the input of every linear map by its name."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def attention(self, graph: Graph, layer: str, x: str) -> str:
        joined, parts = self.linear(graph, f"{layer}.qkv", x), [f"{layer}.{part}" for part in HEADS["qkv"]]
        graph.nodes("Split", [joined], parts, axis=-1, num_outputs=len(parts))
        return graph.node("MultiHeadAttention", parts, f"{layer}.heads", RUNTIME, num_heads=graph.source.shape.heads)

    def linear(self, graph: Graph, name: str, x: str) -> str:
        weight, bias = graph.weights(name)
        self.seen[name] = graph.node("Identity", [x], f"{name}.in")
        product = graph.node("MatMul", [x, graph.constant(f"{name}.w", weight.T)], f"{name}.product")
        return graph.node("Add", [product, graph.constant(f"{name}.b", bias)], f"{name}.out")


class Graph:
    """Nodes and constants as they are added; every node has the name of its first output."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}

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

        self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(array).reshape(np.shape(array)), name)
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **attributes: Any) -> str:
        """Add a node of one output; its name."""
        return self.nodes(kind, inputs, [name], domain, **attributes)

    def nodes(self, kind: str, inputs: list[str], names: list[str], domain: str = "", **attributes: Any) -> str:
        """Add a node of several outputs; the name of the first."""
        from onnx import helper

        self._nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names[0]

    def model(self, arithmetic: Arithmetic, ending: Ending, seen: Mapping[str, str]) -> bytes:
        """All layers and the ending; the outputs named in `seen` are given behind the ending's, under those names."""
        from onnx import TensorProto, helper

        shape = self.source.shape
        x = self.node("LayerNormalization", [INPUT, *self._normal("emb.ln")], "x", epsilon=shape.epsilon)
        for layer in range(shape.layers):
            x = self._layer(f"l{layer}", x, arithmetic)
        inputs, outputs = ending(self, x)
        taken = {INPUT: ["texts", "n", shape.hidden], **inputs}
        given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, list(size)) for name, size in taken.items()]
        wanted = [helper.make_tensor_value_info(n, TensorProto.FLOAT, None) for n in (*outputs, *seen.values())]
        graph = helper.make_graph(self._nodes, "layers", given, wanted, list(self._constants.values()))
        sets = [helper.make_opsetid("", OPSET), helper.make_opsetid(RUNTIME, 1)]
        model: bytes = helper.make_model(graph, opset_imports=sets, ir_version=IR).SerializeToString()
        return model

    def _layer(self, name: str, x: str, arithmetic: Arithmetic) -> str:
        heads = arithmetic.attention(self, name, x)
        after = self._joined(f"{name}.aln", arithmetic.linear(self, f"{name}.ao", heads), x)
        inner = self.node("Gelu", [arithmetic.linear(self, f"{name}.fi", after)], f"{name}.gelu", RUNTIME)
        return self._joined(f"{name}.oln", arithmetic.linear(self, f"{name}.fo", inner), after)

    def _joined(self, name: str, x: str, before: str) -> str:
        """The sum with what came before, normalised."""
        added = self.node("Add", [x, before], f"{name}.added")
        return self.node(
            "LayerNormalization", [added, *self._normal(name)], f"{name}.sum", epsilon=self.source.shape.epsilon
        )

    def _normal(self, name: str) -> list[str]:
        return [self.constant(f"{name}.{part}", self.source.weights(f"{name}.{part}")) for part in ("w", "b")]
