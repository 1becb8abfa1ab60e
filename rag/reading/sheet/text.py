"""The lines of a sheet -> its text: boxes in order, their lines as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rag.reading.sheet.boxes import Box, find_boxes
from rag.reading.sheet.flow import in_order
from rag.reading.sheet.line import Line
from rag.reading.sheet.rows import CELL, with_rows

INDENT = 1.2
"""Of a line's size: a line that starts this much further in opens a paragraph."""

SHORT = 2.2
"""Of a line's size: a line that ends this much before the box's edge, its sentence complete, closes a paragraph."""

BLANK = 6.0
"""Of a line's size: so much left blank ends one whatever its last character."""

STOPS = tuple("。！？!?…”’」』）)：:；;")
"""What the last line of a paragraph ends with."""

WIDER = 1.25
"""Of the usual distance of base lines: a greater one stands between paragraphs."""

USUAL = 1.5
"""Of a line's size: the distance of base lines where there are too few to tell."""

AROUND = 3
"""Lines above and beneath by which it is seen where a column begins."""

_WORD = re.compile(r"[!-~]+|.")


def sheet_text(lines: Sequence[Line]) -> str:
    """The text of a sheet; paragraphs apart by an empty line."""
    boxes = in_order(find_boxes(with_rows(lines)))
    usual = _distances(boxes)
    return "\n\n".join(paragraph for box in boxes for paragraph in _paragraphs(box, usual))


def _distances(boxes: Sequence[Box]) -> dict[int, float]:
    """Size of lines -> how far apart most base lines of that size are, where several are."""
    found: dict[int, list[float]] = {}
    for box in boxes:
        for one, other in pairwise(_flat(box)):
            found.setdefault(round(one.size), []).append(one.bottom - other.bottom)
    return {size: _most(steps) for size, steps in found.items() if len(steps) > 2}


def _most(steps: Sequence[float]) -> float:
    """The smallest of the distances that are common."""
    counts = Counter(round(step * 2) for step in steps)
    common = max(counts.values())
    return min(step for step, count in counts.items() if count >= common / 3) / 2


def _flat(box: Box) -> list[Line]:
    return [line.turned() for line in box.lines] if box.vertical else list(box.lines)


def _paragraphs(box: Box, usual: dict[int, float]) -> list[str]:
    lines = _flat(box)
    right = max(line.right for line in lines)
    found: list[str] = []
    for k, line in enumerate(lines):
        if not k or _opens(lines, k, right, usual):
            found.append(line.text)
        else:
            found[-1] += _between(found[-1], line.text) + line.text
    return found


def _opens(lines: Sequence[Line], at: int, right: float, usual: dict[int, float]) -> bool:
    """Whether a line opens a paragraph: set in, further down, or after a line that had room for its first word."""
    above, line = lines[at - 1], lines[at]
    if CELL in line.text or CELL in above.text:
        return True
    if above.bottom - line.bottom > WIDER * usual.get(round(line.size), USUAL * line.size):
        return True
    if _centred(lines):
        return False
    edge = min(one.left for one in lines[max(at - AROUND, 0) : at + AROUND + 1])
    if line.left > edge + INDENT * line.size and line.left > above.left + INDENT * line.size / 2:
        return True
    first = _WORD.match(line.text)
    wide = len(first[0]) * (0.6 if first[0].isascii() else 1.0) if first else 0.0
    room = (right - above.right) / line.size
    return room > max(SHORT if above.text.endswith(STOPS) else BLANK, wide + 1)


def _centred(lines: Sequence[Line]) -> bool:
    """Whether lines of different lengths have one middle, as those of headlines do."""
    middles = [(line.left + line.right) / 2 for line in lines]
    lefts = [line.left for line in lines]
    size = lines[0].size
    return max(middles) - min(middles) < 0.6 * size and max(lefts) - min(lefts) > 0.6 * size and len(lines) < 5


def _between(before: str, after: str) -> str:
    """A space where two words of Latin letters meet at the end of a line."""
    return (
        " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha() else ""
    )
