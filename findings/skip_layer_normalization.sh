#!/usr/bin/env bash
# onnxruntime 1.32.0, CPU: a sum followed by LayerNormalization is fused into SkipLayerNormalization when a session is opened,
# at the default level of optimisation. On the sizes of a small sentence encoder (228 tokens of 384 numbers) the fused node
# takes a multiple of the time of the two it replaces, and gives the same numbers. The same model opened with
# disabled_optimizers=["SkipLayerNormFusion"] is faster.
# Seen here (a Xeon with AVX-512, one thread): fused 6.7 ms, apart 0.9 ms, 7.8 times. Fails when the fused node is no longer at least 1.5 times as slow.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet onnxruntime==1.32.0 onnx==1.22.0 numpy==2.4.6
"$folder/venv/bin/python" - <<'PY'
import time

import numpy as np
import onnx
import onnxruntime as ort
from onnx import TensorProto, helper, numpy_helper

TOKENS, WIDE, TIMES = 228, 384, 16
rng = np.random.default_rng(0)
weights = [numpy_helper.from_array(rng.normal(1, 0.1, WIDE).astype("f"), "w"), numpy_helper.from_array(np.zeros(WIDE, "f"), "b")]
nodes, last = [], "x"
for k in range(TIMES):
    nodes.append(helper.make_node("Add", [last, "y"], [f"sum{k}"]))
    nodes.append(helper.make_node("LayerNormalization", [f"sum{k}", "w", "b"], [f"out{k}"], axis=-1, epsilon=1e-12))
    last = f"out{k}"
shape = [1, TOKENS, WIDE]
graph = helper.make_graph(
    nodes,
    "sums",
    [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in "xy"],
    [helper.make_tensor_value_info(last, TensorProto.FLOAT, shape)],
    weights,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9).SerializeToString()
given = {n: rng.normal(size=shape).astype("f") for n in "xy"}


def opened(**more):
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"], **more)


def least(session):
    took = []
    for _ in range(40):
        began = time.perf_counter()
        out = session.run(None, given)[0]
        took.append(time.perf_counter() - began)
    return min(took), out


(fused, one), (apart, other) = least(opened()), least(opened(disabled_optimizers=["SkipLayerNormFusion"]))
print(f"onnxruntime {ort.__version__}, onnx {onnx.__version__}: fused {fused * 1e3:.2f} ms, apart {apart * 1e3:.2f} ms, {fused / apart:.1f} times")
assert np.allclose(one, other, atol=1e-4), "the numbers differ"
assert fused > 1.5 * apart, "the fused node is no longer slower"
PY
