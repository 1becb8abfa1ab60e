"""How a sheet lies: by how much its lines are askew, and the sheet and the places on it turned back."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.reading.pictures.opened import Grey

Quads = NDArray[np.float32]
"""Corners of lines of print, shape (n, 4, 2): upper left, upper right, lower right, lower left; x and y."""

LONG = 5.0
"""Of its thickness: how long a line must be to tell its direction."""

LEVEL = 0.1
"""Degrees that are left alone."""

TALL = 1.5
"""A line so much higher than wide is one that reads downward."""


def sides(quads: Quads) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Width and height of each."""
    wide = np.linalg.norm(quads[:, 1] - quads[:, 0], axis=1)
    high = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
    return np.maximum(wide, 1), np.maximum(high, 1)


def are_tall(quads: Quads) -> NDArray[np.bool_]:
    """Which of them read downward: those higher than wide, and where these are most of the print all but the wide ones."""
    wide, high = sides(quads)
    tall = high > TALL * wide
    return np.asarray((wide <= TALL * high) if (wide * high)[tall].sum() > (wide * high).sum() / 2 else tall)


def skew(quads: Quads) -> float:
    """Degrees by which the longer lines turn clockwise from the level, or from the upright those that read downward."""
    wide, high = sides(quads)
    along = np.where((high > wide)[:, None], quads[:, 3] - quads[:, 0], quads[:, 1] - quads[:, 0])
    angles = np.degrees(np.arctan2(along[:, 1], along[:, 0])) - np.where(high > wide, 90, 0)
    telling = np.maximum(wide, high) > LONG * np.minimum(wide, high)
    return float(np.median(angles[telling])) if telling.any() else 0.0


def turned_back(grey: Grey, quads: Quads, degrees: float) -> tuple[Grey, Quads]:
    """Sheet and places after turning the sheet so many degrees counterclockwise, on a sheet that holds all of it."""
    import cv2

    if abs(degrees) < LEVEL:
        return grey, quads
    high, wide = grey.shape
    matrix: Any = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    cos, sin = abs(math.cos(math.radians(degrees))), abs(math.sin(math.radians(degrees)))
    size = round(wide * cos + high * sin), round(wide * sin + high * cos)
    matrix[:, 2] += (size[0] - wide) / 2, (size[1] - high) / 2
    paper = float(np.percentile(grey[::8, ::8], 80))
    turned = cv2.warpAffine(grey, matrix, size, borderMode=cv2.BORDER_CONSTANT, borderValue=paper)
    moved = quads @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(turned, np.uint8), np.asarray(moved, np.float32)
