"""A sheet as it was opened -> the sheet recognised: turned upright, its lines read."""

from __future__ import annotations

from io import BytesIO

import numpy as np

from rag.reading.pictures.eye import Eye, is_downward
from rag.reading.pictures.glyphs import Sheet
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.reader import Said
from rag.reading.pictures.rows import rows_of
from rag.reading.pictures.straight import Quads, are_tall, sides, skew, turned_back

SAMPLE = 5
"""Lines from which it is told how the sheet lies."""

PLAIN = 0.85
"""Confidence of these lines at which a sheet lies as it should."""

DOWNWARD = 1
"""Quarters by which a line that reads downward is turned before it is read; its characters then lie on their side, which
the recogniser is used to."""

BETTER = 0.1
"""Confidence by which another way must be better."""

LARGEST = 2400
"""Points along the longer side of the picture that is kept: small print of a broadsheet can just be read in it."""

QUALITY = 45
"""Of its JPEG."""


def recognised(eye: Eye, grey: Grey) -> Sheet:
    """The sheet; without rows where no text is on it."""
    quads = eye.find(grey)
    turns = _quarter_turns(eye, grey, quads) if len(quads) else 0
    if turns:
        grey = np.ascontiguousarray(np.rot90(grey, turns))
        quads = eye.find(grey)
    grey, quads = turned_back(grey, quads, skew(quads)) if len(quads) else (grey, quads)
    rows = rows_of(quads, _read(eye, grey, quads))
    return Sheet(grey.shape[1], grey.shape[0], _jpeg(grey), tuple(rows))


def _read(eye: Eye, grey: Grey, quads: Quads) -> list[Said]:
    tall = are_tall(quads)
    level, downward = eye.read(grey, quads[~tall]), eye.read(grey, quads[tall], DOWNWARD)
    found = [Said("", (), ())] * len(quads)
    for places, said in ((np.flatnonzero(~tall), level), (np.flatnonzero(tall), downward)):
        for k, one in zip(places, said, strict=True):
            found[k] = one
    return found


def _quarter_turns(eye: Eye, grey: Grey, quads: Quads) -> int:
    """By how many quarters, counterclockwise, the sheet must be turned to be read."""
    downward = is_downward(grey, quads)
    fitting = quads[are_tall(quads) == downward]
    wide, high = sides(fitting)
    sample = fitting[np.argsort(-np.maximum(wide, high))[:SAMPLE]]
    read = eye.read(grey, sample, DOWNWARD if downward else 0)
    if _mean(read) < PLAIN:
        other = (DOWNWARD if downward else 0) + 2
        if _mean(eye.read(grey, sample, other)) > _mean(read) + BETTER:
            return other
    if not downward:
        return 0
    upright = sum(eye.stands(grey, quad, said) for quad, said in zip(sample, read, strict=True) if said.chars)
    return 0 if upright >= len(sample) / 2 else DOWNWARD


def _mean(said: list[Said]) -> float:
    return sum(one.mean for one in said) / len(said) if said else 0.0


def _jpeg(grey: Grey) -> bytes:
    """The sheet for showing, smaller."""
    from PIL import Image

    image = Image.fromarray(grey)
    image.thumbnail((LARGEST, LARGEST))
    held = BytesIO()
    image.save(held, "JPEG", quality=QUALITY, optimize=True)
    return held.getvalue()
