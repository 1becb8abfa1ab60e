"""In which order the boxes of a sheet are read: as the file has them where that can be, else as they stand."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from itertools import pairwise

from rag.reading.sheet.boxes import Box

TRUSTED = 0.8
"""Share of the lines of boxes that must follow one another in the file before its order is taken for one of reading."""

ASTRAY = 0.25
"""Share of the boxes, at most, that may stand in the file before what they stand beneath; more, and its order says nothing."""

MOST = 600
"""Boxes that are compared with one another; a sheet with more is no page of prose."""


def in_order(boxes: Sequence[Box]) -> list[Box]:
    """The boxes as they are read."""
    if len(boxes) <= MOST and _trusted(boxes):
        kept, astray = _consistent(sorted(boxes, key=lambda box: box.rank))
        if len(astray) <= ASTRAY * len(boxes):
            return _side_by_side(_put_back(kept, astray))
    return _cut(list(boxes))


def _trusted(boxes: Sequence[Box]) -> bool:
    """Whether the file has the lines of a box one after another."""
    ranks = sorted(line.rank for box in boxes for line in box.lines)
    if not ranks or ranks[0] < 0:
        return False
    place = {rank: k for k, rank in enumerate(ranks)}
    steps = [place[b.rank] - place[a.rank] == 1 for box in boxes for a, b in pairwise(box.lines)]
    return sum(steps) >= TRUSTED * len(steps)


def _consistent(boxes: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The boxes in the order of the file without those that stand before what they are beneath; and those."""
    against = [{o for o in range(len(boxes)) if _crossed(boxes, k, o)} for k in range(len(boxes))]
    astray: set[int] = set()
    while True:
        worst = max(range(len(boxes)), key=lambda k: (len(against[k] - astray), -boxes[k].letters), default=0)
        if not boxes or not against[worst] - astray or worst in astray:
            break
        astray.add(worst)
        against[worst] = set()
    return [b for k, b in enumerate(boxes) if k not in astray], [boxes[k] for k in sorted(astray)]


def _crossed(boxes: Sequence[Box], one: int, other: int) -> bool:
    """Whether of two boxes that stand above one another the lower comes first in the file."""
    first, second = boxes[min(one, other)], boxes[max(one, other)]
    beside = min(first.right, second.right) - max(first.left, second.left)
    size = min(first.lines[0].size, second.lines[0].size)
    return one != other and beside > size and _middle(second) > first.top and second.bottom > _middle(first)


def _middle(box: Box) -> float:
    return (box.bottom + box.top) / 2


def _put_back(kept: Sequence[Box], astray: Sequence[Box]) -> list[Box]:
    """The boxes again, each of those gone astray before the nearest that it stands above, else after all above it."""
    found = list(kept)
    for box in sorted(astray, key=lambda b: b.bottom):
        under = [o for o in found if o.left < box.right and box.left < o.right and _middle(o) < box.bottom]
        over = [o for o in found if o.left < box.right and box.left < o.right and _middle(o) > box.top]
        if under:
            found.insert(found.index(max(under, key=lambda o: o.top)), box)
        elif over:
            found.insert(found.index(min(over, key=lambda o: o.bottom)) + 1, box)
        else:
            found.append(box)
    return found


def _side_by_side(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, columns that begin on one level and follow one another from left to right, or vertical ones from the right."""
    groups: list[list[Box]] = []
    for box in boxes:
        if groups and all(_level(other, box) for other in groups[-1]):
            groups[-1].append(box)
        else:
            groups.append([box])
    return [box for group in groups for box in sorted(group, key=lambda b: -b.right if b.vertical else b.left)]


def _level(one: Box, other: Box) -> bool:
    size = one.lines[0].size
    beside = one.right <= other.left or other.right <= one.left
    return beside and one.vertical == other.vertical and abs(one.top - other.top) <= 0.5 * size


Edges = Callable[[Box], tuple[float, float]]


def _cut(boxes: list[Box]) -> list[Box]:
    """Left to right where a gap runs down through all, else top to bottom where one runs across; again in each part."""
    if len(boxes) < 2:
        return boxes
    for edges in (_across, _down):
        parts = _split(boxes, edges)
        if len(parts) > 1:
            if edges is _across and all(box.vertical for box in boxes):
                parts.reverse()
            return [box for part in parts for box in _cut(part)]
    ordered: list[Box] = []
    for box in boxes:
        insort(ordered, box, key=lambda b: (b.left, -b.top))
    return ordered


def _across(box: Box) -> tuple[float, float]:
    return box.left, box.right


def _down(box: Box) -> tuple[float, float]:
    return -box.top, -box.bottom


def _split(boxes: list[Box], edges: Edges) -> list[list[Box]]:
    """The boxes in parts between which nothing reaches across, along one direction."""
    parts: list[list[Box]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=edges):
        start, end = edges(box)
        if start >= reach:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, end)
    return parts
