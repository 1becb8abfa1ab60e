"""The models that rapidocr's package carries: PP-OCRv6 for Chinese print, small. Of that package nothing else is used."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from rag.errors import ModelError
from rag.reading.pictures.known import INSTALL, LIBRARY

FINDER = "PP-OCRv6_det_small.onnx"
"""Where lines of print are: a picture, shape (1, 3, height, width), sides of whole `GRID` points -> how likely each of its points
is one of a line, shape (1, 1, height, width)."""

READER = "PP-OCRv6_rec_small.onnx"
"""What a line says: its picture, shape (1, 3, 48, width) or less high -> for each eighth of the width how likely each character of
the model's list is, shape (1, width / 8, characters)."""

GRID = 32


def model(name: str) -> Path:
    """Where a model lies. ModelError if the package does not hold it."""
    path = Path(str(files(LIBRARY).joinpath("models", name)))
    if not path.is_file():
        raise ModelError(f"the package {LIBRARY} does not hold {name}", INSTALL)
    return path
