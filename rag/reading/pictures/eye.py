"""A sheet -> its lines of characters: where lines are, and what each says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from rag.reading.pictures.finder import Finder
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.reader import HIGH, Reader, Said
from rag.reading.pictures.straight import Quads, are_tall, sides

FURTHER = 0.25
"""Of a line's thickness: how far beyond both its ends it is read. A comma at the end is easily left out when it is found."""


class Eye:
    """Loads its models once; `threads` cores share the work."""

    def __init__(self, threads: int) -> None:
        self._finder, self._reader = Finder(threads), Reader(threads)

    def find(self, grey: Grey) -> Quads:
        """Corners of the lines of print on a sheet."""
        return _longer(self._finder.find(grey))

    def read(self, grey: Grey, quads: Quads, quarter_turns: int = 0) -> list[Said]:
        """What stands on each line, each first turned so many quarters counterclockwise."""
        return self._reader.said([np.rot90(_cut(grey, quad), quarter_turns) for quad in quads])

    def stands(self, grey: Grey, quad: Quads, said: Said) -> bool:
        """Whether the characters of a line that was read downward stand upright in it: cut out and set side by side they then
        read the same."""
        line = _cut(grey, quad)
        row = side_by_side(line, [middle * line.shape[0] for middle in said.middles])
        (again,) = self._reader.said([row])
        same = sum(one == other for one, other in zip(said.chars, again.chars, strict=False))
        return same > len(said.chars) / 2


def is_downward(grey: Grey, quads: Quads) -> bool:
    """Whether most of the print reads downward, or lies on its side."""
    wide, high = sides(quads)
    return bool((wide * high)[are_tall(quads)].sum() > (wide * high).sum() / 2)


def side_by_side(line: Grey, middles: Sequence[float]) -> Grey:
    """The characters of an upright picture of a line that reads downward, in a row of squares."""
    import cv2

    size = float(np.median(np.diff(middles))) if len(middles) > 1 else float(line.shape[1])
    cells = [line[max(0, round(at - size / 2)) : max(1, round(at + size / 2))] for at in middles]
    squares = [cv2.resize(cell, (HIGH, HIGH), interpolation=cv2.INTER_AREA) for cell in cells if cell.size]
    return np.hstack(squares) if squares else line


def _longer(quads: Quads) -> Quads:
    """The lines drawn out at both ends."""
    wide, high = sides(quads)
    tall = are_tall(quads)[:, None]
    thick = np.minimum(wide, high)[:, None]
    along = np.where(tall, quads[:, 3] - quads[:, 0], quads[:, 1] - quads[:, 0])
    step = FURTHER * thick * along / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1)
    first = np.stack([-step, np.where(tall, -step, step), step, np.where(tall, step, -step)], axis=1)
    return np.asarray(quads + first, np.float32)


def _cut(grey: Grey, quad: Any) -> Grey:
    """The picture of a line, level."""
    import cv2

    wide, high = (max(2, round(float(side[0]))) for side in sides(quad[None]))
    level = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.asarray(quad, np.float32), level)
    cut = cv2.warpPerspective(grey, matrix, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)
