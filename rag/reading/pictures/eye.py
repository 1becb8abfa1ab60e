"""A sheet -> its lines of characters: detection and recognition by rapidocr. The only module that imports it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from rag.errors import PageError
from rag.reading.pictures.opened import Grey
from rag.reading.pictures.straight import Quads, are_tall, sides

SIDES = (1120, 1600, 2240, 3168)
"""Points along the longer side in which lines are looked for: the fewest at which they can be told apart."""

LEGIBLE = 9.0
"""Points across the usual line, at least."""

HIGH = 48
"""Points across a line that is recognised: the model's own measure."""

NARROWED = 0.6
"""Of its width: lines are pressed so far before they are recognised. Reading takes so much less, and errs no more."""

MOST_LINES = 4000
"""Of one sheet."""

FURTHER = 0.25
"""Of a line's thickness: how far beyond both its ends it is read. A comma at the end is easily left out when it is found."""

NOISE = 0.5
"""Confidence below which a line is no text: hatching, a photograph's texture."""


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


class Eye:
    """Loads its models once; `threads` cores share the work."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._finder, self._reader = _engine(threads), _engine(1)

    def find(self, grey: Grey) -> Quads:
        """Corners of the lines of print on a sheet."""
        import cv2

        quads = np.zeros((0, 4, 2), np.float32)
        for side in SIDES:
            scale = min(1.0, side / max(grey.shape))
            small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            found = self._finder(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
            boxes = getattr(found, "boxes", None)
            if boxes is not None and len(boxes):
                quads = np.asarray(boxes, np.float32) / scale
            if scale == 1.0 or (len(quads) and np.median(np.minimum(*sides(quads))) * scale >= LEGIBLE):
                break
        if len(quads) >= MOST_LINES:
            raise PageError(f"has {MOST_LINES:,} lines of print or more", "split it")
        return _longer(quads)

    def read(self, grey: Grey, quads: Quads, quarter_turns: int = 0) -> list[Said]:
        """What stands on each line, each first turned so many quarters counterclockwise."""
        return self.said([np.rot90(_cut(grey, quad), quarter_turns) for quad in quads])

    def stands(self, grey: Grey, quad: Quads, said: Said) -> bool:
        """Whether the characters of a line that was read downward stand upright in it: cut out and set side by side they then
        read the same."""
        line = _cut(grey, quad)
        row = side_by_side(line, [middle * line.shape[0] for middle in said.middles])
        (again,) = self.said([row])
        same = sum(one == other for one, other in zip(said.chars, again.chars, strict=False))
        return same > len(said.chars) / 2

    def said(self, lines: Sequence[Grey]) -> list[Said]:
        """What stands on pictures of lines."""
        import cv2

        if not lines:
            return []
        pressed = [cv2.cvtColor(_pressed(line), cv2.COLOR_GRAY2BGR) for line in lines]
        order = sorted(range(len(pressed)), key=lambda k: -pressed[k].shape[1])
        parts = [order[k :: self._threads] for k in range(min(self._threads, len(order)))]
        found: dict[int, Said] = {}
        with ThreadPoolExecutor(len(parts)) as pool:  # the library waits outside of Python's lock
            for part, told in zip(
                parts, pool.map(self._told, [[pressed[k] for k in part] for part in parts]), strict=True
            ):
                found |= zip(part, told, strict=True)
        return [found[k] for k in range(len(lines))]

    def _told(self, pressed: Sequence[Any]) -> list[Said]:
        told = self._reader.recognize_txt(list(pressed))
        return [_said(text, info) for text, info in zip(told.txts, told.word_results, strict=True)]


def _engine(threads: int) -> Any:
    """The library, `threads` of which share one picture."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_preprocess_img": False,
            "Global.use_vertical_padding": False,
            "Global.return_word_box": True,
            "Det.limit_type": "max",
            "Det.limit_side_len": SIDES[-1],
            "Det.max_candidates": MOST_LINES,  # its own 1000 are fewer than a broadsheet has, and no word is said
            "Rec.rec_batch_num": 1,  # several at once take longer: they leave the processor's cache
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


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


def _pressed(line: Grey) -> Grey:
    """The line in the model's height, narrower."""
    import cv2

    high, wide = line.shape
    size = max(HIGH // 3, round(wide * HIGH / high * NARROWED)), HIGH
    way = cv2.INTER_AREA if high > HIGH else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(np.ascontiguousarray(line), size, interpolation=way), np.uint8)


def _said(text: str, info: Any) -> Said:
    """The library's columns as places. Its words leave spaces out, its confidences do not."""
    columns = iter([column for word in info.word_cols for column in word])
    middles: list[float] = []
    for char in text:
        if not char.isspace():
            middles.append(min(1.0, (next(columns) + 0.5) / max(info.line_txt_len, 1e-6)))
        else:
            middles.append(middles[-1] if middles else 0.0)
    return Said(text, tuple(middles), tuple(map(float, info.confs[: len(text)])))
