"""Deterministic stand-ins for what is heavy, so that tests assert numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from rag.ports import Vectors

DIM = 64


class HashingEncoder:
    """Pairs of neighbouring characters hashed into 64 components; texts that share pairs are close."""

    name = "hashing"
    dim = DIM

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_hashed(t) for t in texts]) if texts else np.zeros((0, DIM), np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += texts
        return self.queries(texts)


def _hashed(text: str) -> Vectors:
    vector = np.zeros(DIM, np.float32)
    for a, b in pairwise(text):
        code = crc32((a + b).encode())
        vector[code % DIM] += 1.0 if code & 0x10000 else -1.0
    norm = float(np.linalg.norm(vector))
    vector[0] += 0.0 if norm else 1.0
    return (vector / (norm or 1.0)).astype(np.float32)


def write_pages(folder: Path, pages: dict[str, str]) -> Path:
    """Page name -> text, as UTF-8 files; the folder."""
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder
