"""Lines that were recognised -> rows of characters with the rectangle that each fills."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import mean, median

import numpy as np
from numpy.typing import NDArray

from rag.reading.pictures.glyphs import Glyph, Row
from rag.reading.pictures.reader import Said
from rag.reading.pictures.straight import Quads, are_tall, sides
from rag.text import has_han

NOISE = 0.5
"""Confidence below which a line is no text: hatching, a photograph's texture."""

FULL = 0.66
"""Of a line's thickness, which has some paper at both sides: the size of its type where there is nothing better to tell."""

TELLING = 4
"""Pairs of characters from whose distance the size of the type is told."""

CLOSE = 1.6
"""Of the size: characters whose middles are no further apart stand beside each other, without a gap."""


def rows_of(quads: Quads, said: Sequence[Said]) -> list[Row]:
    """A row for each line on which there is text."""
    tall = are_tall(quads)
    kept = [k for k, one in enumerate(said) if one.chars.strip() and one.mean >= NOISE]
    thick = [float(min(*(side[0] for side in sides(quads[k : k + 1])))) for k in kept]
    steps = [_step(said[k], _length(quads[k], bool(tall[k]))) for k in kept]
    full = median([step / wide for step, wide in zip(steps, thick, strict=True) if step] or [FULL])
    return [
        _row(quads[k], said[k], bool(tall[k]), step or full * wide)
        for k, wide, step in zip(kept, thick, steps, strict=True)
    ]


def _length(quad: NDArray[np.float32], tall: bool) -> float:
    wide, high = sides(quad[None])
    return float(high[0] if tall else wide[0])


def _step(said: Said, length: float) -> float:
    """The usual distance of the middles of two Chinese characters that stand beside each other; 0 where there are few.

    The mean of what is about as usual: the recogniser tells places in steps of a third of a character.
    """
    both = zip(pairwise(said.chars), pairwise(said.middles), strict=True)
    steps = [(b - a) * length for (one, other), (a, b) in both if has_han(one) and has_han(other)]
    if len(steps) < TELLING:
        return 0.0
    usual = median(steps)
    return mean(step for step in steps if usual / CLOSE < step < CLOSE * usual)


def _row(quad: NDArray[np.float32], said: Said, tall: bool, size: float) -> Row:
    ends = _ends(said, size / _length(quad, tall))
    glyphs = [
        Glyph(char, *_box(quad, first, last, tall, size), sure)
        for char, (first, last), sure in zip(said.chars, ends, said.sure, strict=True)
    ]
    return Row(tuple(glyphs), size, tall)


def _ends(said: Said, size: float) -> list[tuple[float, float]]:
    """Where each character begins and ends, as shares of the line: neighbours share the paper between them; several that
    have one place (figures set together in a line that reads downward) are given the same."""
    found: list[tuple[float, float]] = []
    for k, (char, middle) in enumerate(zip(said.chars, said.middles, strict=True)):
        before, after = (said.middles[n] if 0 <= n < len(said.middles) else None for n in (k - 1, k + 1))
        first, last = middle - size / 2, middle + size / 2
        if before is not None and 0 < middle - before < CLOSE * size:
            first = (before + middle) / 2
        if after is not None and 0 < after - middle < CLOSE * size:
            last = (middle + after) / 2
        found.append((middle, middle) if char.isspace() else (first, last))
    return found


def _box(
    quad: NDArray[np.float32], first: float, last: float, tall: bool, size: float
) -> tuple[float, float, float, float]:
    """The rectangle of a stretch of a line, as thick as its type."""
    start, end = (
        ((quad[0] + quad[1]) / 2, (quad[3] + quad[2]) / 2)
        if tall
        else (
            (quad[0] + quad[3]) / 2,
            (quad[1] + quad[2]) / 2,
        )
    )
    one, other = start + first * (end - start), start + last * (end - start)
    x, y = (one + other) / 2
    wide, high = (size, abs(float(other[1] - one[1]))) if tall else (abs(float(other[0] - one[0])), size)
    return float(x) - wide / 2, float(y) - high / 2, float(x) + wide / 2, float(y) + high / 2
