"""Small models run by ONNX Runtime, which is told to send nothing before anything loads it.

From 1.32 at the latest its wheels for Linux, macOS and Windows collect what they run, give the machine a number that stays and send
both to their makers unless this is set (its Privacy.md). Other packages load it too, so that this stands where `rag`
begins.
"""

from __future__ import annotations

import os
from typing import Any

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

SLOWER = ("SkipLayerNormFusion",)
"""Fusions that are not wanted: of a sum and its normalisation, which takes several times as long in one as in two on the CPU
(ONNX Runtime 1.32, 228 tokens of 384 numbers; findings/skip_layer_normalization.sh)."""


def open_model(model: bytes | str, threads: int = 1, keeps: bool = True) -> Any:
    """An `onnxruntime.InferenceSession` on the CPU, of a model or of its file's path; any number of threads may run it.

    `threads` cores share one call. More than one is for long texts only: for short ones they wait for one another longer
    than they work. `keeps` says whether the memory of a call stays for the next ones: faster, but a call that takes far more
    than others keeps the most.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    options.enable_cpu_mem_arena = keeps
    return onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
    )


def cores() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
