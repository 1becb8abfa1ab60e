"""Pictures of lines -> what stands on them, by PP-OCR's model, one line at a time."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.reading.pictures.models import READER, model
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.rounded import rounded
from rag.runtime import open_model

HIGH = 32
"""Points across a line that is recognised. The model was made for 48, and reads as well in two thirds of them, in two thirds of
the time."""

NARROWED = 0.9
"""Of its width: lines are pressed so far before they are recognised, so that a character is about as wide as 29 points are of
the model's own 48. Reading takes so much less, and errs no more."""

STEP = 8
"""Points along a line of which the model tells one character, or none."""

FEWEST = 2
"""Steps of a line, at least."""

NONE = 0
"""The place in the list of characters of what is none; a space comes last, and the list of the model between them."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was recognised on a line: characters, spaces too, where the middle of each is as a share of the length, and
    how sure each is."""

    chars: str
    middles: tuple[float, ...]
    sure: tuple[float, ...]

    @property
    def mean(self) -> float:
        """How sure the line is on the whole; 0 where nothing was recognised."""
        return sum(self.sure) / len(self.sure) if self.sure else 0.0


class Reader:
    """Loads its model once; `threads` cores take a line each."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._model = open_model(rounded(model(READER)))
        self._input = self._model.get_inputs()[0].name
        listed = self._model.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._chars = ("", *listed, " ")

    def said(self, lines: Sequence[Grey]) -> list[Said]:
        """What stands on each of the pictures, of any height and width."""
        pressed = [_pressed(line) for line in lines]
        longest = sorted(range(len(pressed)), key=lambda k: -pressed[k].shape[1])
        with ThreadPoolExecutor(self._threads) as pool:  # the runtime works outside of Python's lock
            found = dict(zip(longest, pool.map(self._one, [pressed[k] for k in longest]), strict=True))
        return [found[k] for k in range(len(lines))]

    def _one(self, pressed: Grey) -> Said:
        seen = np.broadcast_to(pressed.astype(np.float32) / 127.5 - 1, (1, 3, *pressed.shape))
        (scores,) = self._model.run(None, {self._input: np.ascontiguousarray(seen)})
        return self._said(scores[0])

    def _said(self, scores: NDArray[np.float32]) -> Said:
        """By the likeliest of each step; what goes on over several steps is one."""
        best = scores.argmax(axis=1)
        begins = best != NONE
        begins[1:] &= best[1:] != best[:-1]
        at = np.flatnonzero(begins)
        kept = scores[at]
        sure = 1 / np.exp(kept - kept.max(axis=1, keepdims=True)).sum(axis=1)
        text = "".join(self._chars[k] for k in best[at])
        middles: list[float] = []
        for char, step in zip(text, at, strict=True):
            before = middles[-1] if middles else 0.0
            middles.append(before if char.isspace() else (step + 0.5) / len(scores))
        return Said(text, tuple(middles), tuple(map(float, sure)))


def _pressed(line: Grey) -> Grey:
    """The line as high as it is read, and narrower."""
    import cv2

    high, wide = line.shape
    steps = max(FEWEST, round(wide * HIGH / high * NARROWED / STEP))
    way = cv2.INTER_AREA if high > HIGH else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(line), (steps * STEP, HIGH), interpolation=way), np.uint8)
