"""Lines placed on a sheet -> text in the order of its columns, wrapped lines joined into paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEADING = 1.0
"""Of a line's height: a wider gap below it ends a column's block."""

SAME_SIZE = 0.2
"""Share by which the heights of lines of one block may differ; a headline's differ more."""

INDENT = 1.2
"""Of a line's height: a line that starts this much further in opens a paragraph."""

SHORT = 2.5
"""Of a line's height: a line that ends this much before the block's edge closes a paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line and where they stand: points from the sheet's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Of its characters."""
        return max(self.top - self.bottom, 0.1)


@dataclass(frozen=True, slots=True)
class _Box:
    """Lines of one column that stand under one another, and the rectangle around them."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        return self.lines[-1].bottom


def column_text(lines: Sequence[Line]) -> str:
    """The text of a sheet; paragraphs apart by an empty line."""
    return "\n\n".join(paragraph for box in _in_order(_boxes(lines)) for paragraph in _paragraphs(box))


def _boxes(lines: Sequence[Line]) -> list[_Box]:
    boxes: list[_Box] = []
    for line in sorted(lines, key=lambda one: (-one.top, one.left)):
        above = [k for k, box in enumerate(boxes) if _continues(box, line)]
        if above:
            nearest = min(above, key=lambda k: boxes[k].bottom - line.top)
            boxes[nearest] = _Box((*boxes[nearest].lines, line))
        else:
            boxes.append(_Box((line,)))
    return boxes


def _continues(box: _Box, line: Line) -> bool:
    last = box.lines[-1]
    gap = last.bottom - line.top
    alike = abs(last.height - line.height) <= SAME_SIZE * max(last.height, line.height)
    beside = line.left < box.right and box.left < line.right
    return alike and beside and -LEADING * line.height < gap < LEADING * line.height


def _in_order(boxes: list[_Box]) -> list[_Box]:
    """Top to bottom where a gap runs across all, else left to right where one runs down, again within each part."""
    if len(boxes) < 2:
        return boxes
    for edges in (lambda b: (-b.top, -b.bottom), lambda b: (b.left, b.right)):
        parts = _split(boxes, edges)
        if len(parts) > 1:
            return [box for part in parts for box in _in_order(part)]
    return sorted(boxes, key=lambda b: (b.left, -b.top))


def _split(boxes: list[_Box], edges: Callable[[_Box], tuple[float, float]]) -> list[list[_Box]]:
    """The boxes in parts between which nothing reaches across, along one direction."""
    parts: list[list[_Box]] = []
    reach = float("-inf")
    for box in sorted(boxes, key=edges):
        start, end = edges(box)
        if start >= reach:
            parts.append([])
        parts[-1].append(box)
        reach = max(reach, end)
    return parts


def _paragraphs(box: _Box) -> list[str]:
    found: list[str] = []
    closed = True
    for line in box.lines:
        if closed or line.left > box.left + INDENT * line.height:
            found.append("")
        found[-1] += line.text.strip()
        closed = line.right < box.right - SHORT * line.height
    return found
