"""The layers in 8-bit integers, for ONNX Runtime.

A few channels of a BERT are far larger than the rest, and one 8-bit scale for all would leave nothing of the small ones.
So behind a normalisation each channel is divided by its size, and its weights are multiplied by it (SmoothQuant: Xiao et
al., ICML 2023). Scales are fixed beforehand, by how large the channels of samples grow, or belong to one token: so what is
computed of a text does not depend on the texts that run together with it. Cosine to float32, mean and least of 600
sentences of newspapers: 0.9993 and 0.9989; with a scale of each token for every map 0.9994 and 0.9990, in 1.7 times the
time; with one scale for all that runs together 0.9972 and 0.9834.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rag.indexing.layers import RUNTIME, Ending, Graph, Source, mean

if TYPE_CHECKING:
    from rag.ports import Vectors

MIGRATED = 0.5
"""How much of a channel's size goes over to the weights."""
LARGEST = 64
"""Weights take 7 of the 8 bits: with more, two products overflow 16 bits on processors without VNNI."""
ROOM = 1.1
"""Times as large as on the samples a component may grow before it is cut off."""
MIDDLE, ABOVE = 128, 127
"""The byte that stands for 0 where there are numbers on both sides of it, and how many bytes lie above it."""
LOW, REACH = 16, 2.6
"""The byte that stands for 0 behind Gelu, which never falls below -0.17, and the least that the bytes above it reach up to:
so those below hold all there is."""


def byte_layers(source: Source, sizes: Mapping[str, Vectors], ending: Ending = mean) -> bytes:
    """The model in bytes; `sizes` gives for each linear map how large each channel of its input grows."""
    return Graph(source).model(_Bytes(sizes), ending, {})


class _Bytes:
    def __init__(self, sizes: Mapping[str, Vectors]) -> None:
        self._sizes = sizes

    def attention(self, graph: Graph, layer: str, x: str) -> str:
        """Query, key and value of all tokens, and what each token makes of the others."""
        x, step, middle, weight, scale, bias = self._rounded(graph, f"{layer}.qkv", x)
        inputs = [x, weight, bias, step, scale, "", middle]
        return graph.node("QAttention", inputs, f"{layer}.heads", RUNTIME, num_heads=graph.source.shape.heads)

    def linear(self, graph: Graph, name: str, x: str) -> str:
        """One of the linear maps."""
        if name.endswith(".fo"):
            return _behind_gelu(graph, name, x)
        x, step, middle, weight, scale, bias = self._rounded(graph, name, x)
        inputs = [x, weight, step, scale, middle, "", bias]
        return graph.node("MatMulIntegerToFloat", inputs, f"{name}.out", RUNTIME)

    def _rounded(self, graph: Graph, name: str, x: str) -> tuple[str, str, str, str, str, str]:
        """Input in bytes, their step and 0, weights in bytes, their steps, bias."""
        import numpy as np

        weight, _ = graph.weights(name)
        channels = self._sizes[name]
        by = np.ones_like(channels)
        if not name.endswith(".ao"):
            by = _smoothing(channels, np.abs(weight).max(axis=0))
            x = graph.node("Mul", [x, graph.constant(f"{name}.by", 1 / by)], f"{name}.smooth")
        step = graph.constant(f"{name}.step", np.float32((channels / by).max() * ROOM / ABOVE))
        middle = graph.constant("middle", np.uint8(MIDDLE))
        return graph.node("QuantizeLinear", [x, step, middle], f"{name}.in"), step, middle, *_weights(graph, name, by)


def _behind_gelu(graph: Graph, name: str, x: str) -> str:
    """A token's largest component differs widely here: each token is divided by its own, and multiplied by it again."""
    import numpy as np

    step = graph.constant("part", np.float32(1 / (255 - LOW)))
    low, reach = graph.constant("low", np.uint8(LOW)), graph.constant("reach", np.float32(REACH))
    channels = graph.constant("channels", np.array([-1], np.int64))
    most = graph.node("Max", [graph.node("ReduceMax", [x, channels], f"{name}.top"), reach], f"{name}.most")
    within = graph.node("Div", [x, most], f"{name}.within")
    weight, scale, bias = _weights(graph, name, np.ones(1, np.float32))
    inputs = [graph.node("QuantizeLinear", [within, step, low], f"{name}.in"), weight, step, scale, low]
    product = graph.node("MatMulIntegerToFloat", inputs, f"{name}.product", RUNTIME)
    return graph.node("Add", [graph.node("Mul", [product, most], f"{name}.grown"), bias], f"{name}.out")


def _weights(graph: Graph, name: str, by: Vectors) -> tuple[str, str, str]:
    """A map's weights times `by`, in bytes and shape (in, out), the step of each output, and the bias."""
    import numpy as np

    weight, bias = graph.weights(name)
    weight = weight * by
    scale = np.maximum(np.abs(weight).max(axis=1) / LARGEST, np.finfo(np.float32).tiny).astype(np.float32)
    held = {"w": np.rint(weight / scale[:, None]).astype(np.int8).T, "s": scale, "b": bias}
    w, s, b = (graph.constant(f"{name}.{part}", array) for part, array in held.items())
    return w, s, b


def _smoothing(channels: Vectors, weights: Vectors) -> Vectors:
    """By what each channel is divided: its size against its weights', around 1."""
    import numpy as np

    least = np.float32(1e-3)
    by = np.maximum(channels, least) ** MIGRATED / np.maximum(weights, least) ** (1 - MIGRATED)
    return np.asarray(by / np.exp(np.log(by).mean()), np.float32)
