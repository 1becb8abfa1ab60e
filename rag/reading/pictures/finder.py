"""A sheet -> where its lines of print are, by PP-OCR's model that tells of each point how likely it is one of a line.

What lies close together and is likely is one line: the smallest rectangle around it, drawn out by a share of its size,
since the model marks the core of lines alone (Differentiable Binarization: Liao et al., AAAI 2020).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.errors import PageError
from rag.reading.pictures.models import FINDER, GRID, model
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.straight import Quads, sides
from rag.runtime import open_model

SIDES = (1120, 1600, 2240, 3168)
"""Points along the longer side in which lines are looked for: the fewest at which they can be told apart."""

LEGIBLE = 9.0
"""Points across the usual line, at least."""

MOST_LINES = 4000
"""Of one sheet."""

LIKELY = 0.3
"""Of a point that is one of a line."""

MEANT = 0.4
"""Of the points of a line, on average."""

THIN = 3.0
"""Points across the core of a line, at least."""

GROWN = 1.6
"""By how much of its area over its circumference a core is drawn out on each side."""


class Finder:
    """Loads its model once; `threads` cores share one sheet."""

    def __init__(self, threads: int) -> None:
        self._model = open_model(str(model(FINDER)), threads, keeps=False)

    def find(self, grey: Grey) -> Quads:
        """Corners of the lines, in no order. PageError for a sheet with too many."""
        quads = np.zeros((0, 4, 2), np.float32)
        for side in SIDES:
            scale = min(1.0, side / max(grey.shape))
            quads = self._at(grey, scale)
            if scale == 1.0 or (len(quads) and np.median(np.minimum(*sides(quads))) * scale >= LEGIBLE):
                break
        if len(quads) >= MOST_LINES:
            raise PageError(f"has {MOST_LINES:,} lines of print or more", "split it")
        return quads

    def _at(self, grey: Grey, scale: float) -> Quads:
        """The lines as they are seen on the sheet made smaller."""
        import cv2

        high, wide = (max(GRID, round(side * scale / GRID) * GRID) for side in grey.shape)
        small = cv2.resize(grey, (wide, high), interpolation=cv2.INTER_AREA).astype(np.float32)
        seen = np.ascontiguousarray(np.broadcast_to(small / 127.5 - 1, (1, 3, high, wide)))
        (likely,) = self._model.run(None, {self._model.get_inputs()[0].name: seen})
        return lines_in(likely[0, 0]) * np.array([grey.shape[1] / wide, grey.shape[0] / high], np.float32)


def lines_in(likely: NDArray[np.float32]) -> Quads:
    """Corners of `MOST_LINES` lines at most, by how likely each point is one of a line, shape (height, width)."""
    import cv2

    near = cv2.dilate((likely > LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    around, _ = cv2.findContours(near, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found: list[Quads] = []
    for contour in around:
        if len(found) == MOST_LINES:
            break
        middle, (wide, high), degrees = cv2.minAreaRect(contour)
        if min(wide, high) < THIN:
            continue
        quarters = round(degrees / 90)
        if quarters % 2:
            wide, high = high, wide
        degrees -= 90 * quarters
        core = _corners(middle, wide, high, degrees)
        if _mean_in(likely, core) < MEANT:
            continue
        further = GROWN * wide * high / (wide + high)
        found.append(_corners(middle, wide + further, high + further, degrees))
    return np.array(found, np.float32).reshape(-1, 4, 2)


def _corners(middle: Sequence[float], wide: float, high: float, degrees: float) -> Quads:
    """Upper left, upper right, lower right, lower left."""
    cos, sin = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    along, across = np.array([cos, sin]) * wide / 2, np.array([-sin, cos]) * high / 2
    offsets = np.array([-along - across, along - across, along + across, across - along])
    return np.asarray(np.array(middle) + offsets, np.float32)


def _mean_in(likely: NDArray[np.float32], corners: Quads) -> float:
    """The mean over the points in a rectangle."""
    import cv2

    most = np.array(likely.shape[::-1]) - 1
    left, top = np.clip(np.floor(corners.min(axis=0)), 0, most).astype(int)
    right, bottom = np.clip(np.ceil(corners.max(axis=0)), 0, most).astype(int)
    mask = np.zeros((bottom - top + 1, right - left + 1), np.uint8)
    cv2.fillPoly(mask, (corners - (left, top)).astype(np.int32)[None], 1)
    return float(cv2.mean(likely[top : bottom + 1, left : right + 1], mask)[0])
