"""The lines of a sheet -> its text: boxes in order, their lines as paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.reading.seams import brackets
from rag.reading.sheet.boxes import Box, find_boxes
from rag.reading.sheet.flow import in_order
from rag.reading.sheet.line import MOST_LINES, UNSEEN, Line, Piece
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

APART = 1.6
"""Of a headline's size: base lines further apart are those of two headlines."""

USUAL = 1.5
"""Of a line's size: the distance of base lines where there are too few to tell."""

HEADLINES = 4
"""Lines with one middle that stand together as headlines at most."""

LARGE = 12
"""The same of lines in large letters; more are prose."""

LARGER = 1.2
"""Of the size of prose: what is larger is a headline."""

AROUND = 3
"""Lines above and beneath by which it is seen where a column begins."""

_WORD = re.compile(r"[!-~]+|.")


PARAGRAPH = "\n\n"
"""Between paragraphs."""


def sheet_text(lines: Sequence[Line]) -> str:
    """The text of a sheet; paragraphs apart by an empty line, those that a column's end breaks in one piece."""
    return text_of_sheets([lines])


def text_of_sheets(sheets: Sequence[Sequence[Line]]) -> str:
    """The text of sheets that follow one another; a paragraph may go on at the head of the next."""
    return written(sheets).text


def written(sheets: Sequence[Sequence[Line]]) -> Piece:
    """The same with the marks of its characters, as far as the lines have any."""
    found: list[Piece] = []
    last: tuple[int, Box] | None = None
    for number, lines in enumerate(sheets):
        if len(lines) > MOST_LINES:
            found += [line.piece for line in lines]
            continue
        boxes = in_order(find_boxes(with_rows(lines)))
        setting = _setting(boxes)
        set_in = sum(map(_is_set_in, boxes)) > sum(map(_is_flush, boxes))
        for box in boxes:
            first, *rest = _paragraphs(box, setting)
            broken = not setting.is_large(box.lines[0]) and last
            if broken and _carried(broken[1], box, set_in, turned_over=broken[0] < number):
                found[-1] = found[-1].then(first, _between(found[-1].text, first.text))
            else:
                found.append(first)
            found += rest
            last = number, box
    return _all(found)


def _all(paragraphs: Sequence[Piece]) -> Piece:
    text = PARAGRAPH.join(piece.text for piece in paragraphs)
    if not any(piece.marks for piece in paragraphs):
        return Piece(text)
    marks: list[int] = []
    for piece in paragraphs:
        marks += [UNSEEN] * len(PARAGRAPH) if marks else []
        marks += piece.marks or [UNSEEN] * len(piece.text)
    return Piece(text, tuple(marks))


def _is_set_in(box: Box) -> bool:
    """Whether the first line of a box begins further in than the next."""
    lines = _flat(box)
    return len(lines) > 1 and lines[0].left > lines[1].left + INDENT * lines[0].size


def _is_flush(box: Box) -> bool:
    """Whether the first line of a longer box begins where the next ones do."""
    lines = _flat(box)
    return len(lines) > 2 and abs(lines[0].left - lines[1].left) < INDENT / 2 * lines[0].size


def _carried(before: Box, box: Box, set_in: bool, *, turned_over: bool) -> bool:
    """Whether a box goes on with the paragraph that the one before it, in another column or on another sheet, breaks off.

    Where paragraphs are set in, a first line that is not goes on; elsewhere only a broken sentence tells.
    """
    above, line = _flat(before), _flat(box)
    last, first = above[-1], line[0]
    if before.vertical != box.vertical or abs(last.size - first.size) > 0.05 * last.size or len(above) < 2:
        return False
    full = max(one.right for one in above) - last.right < SHORT * last.size
    beside = turned_over or box.right <= before.left or before.right <= box.left
    if not full or not beside or _is_set_in(box) or CELL in last.text + first.text:
        return False
    return not last.text.endswith(STOPS) or (set_in and _is_flush(box))


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a sheet is set: the size of its prose, and how far apart base lines of each size are within a paragraph."""

    prose: float
    steps: Mapping[int, float]

    def parts(self, above: Line, line: Line) -> bool:
        """Whether two lines are too far apart for one paragraph, or one headline."""
        step = above.bottom - line.bottom
        wide = step > WIDER * self.steps.get(round(line.size), USUAL * line.size)
        return wide or (self.is_large(line) and step > APART * line.size)

    def is_large(self, line: Line) -> bool:
        """Whether a line is a headline's by its size."""
        return line.size > LARGER * self.prose


def _setting(boxes: Sequence[Box]) -> _Setting:
    written: Counter[int] = Counter()
    for box in boxes:
        written[round(box.lines[0].size)] += box.letters
    prose = max(written, key=lambda size: written[size], default=0)
    found: dict[int, list[float]] = {}
    for box in boxes:
        for one, other in pairwise(_flat(box)):
            found.setdefault(round(one.size), []).append(one.bottom - other.bottom)
    return _Setting(prose, {size: _most(steps) for size, steps in found.items() if len(steps) > 2})


def _most(steps: Sequence[float]) -> float:
    """The smallest of the distances that are common."""
    counts = Counter(round(step * 2) for step in steps)
    common = max(counts.values())
    return min(step for step, count in counts.items() if count >= common / 3) / 2


def _flat(box: Box) -> list[Line]:
    return [line.turned() for line in box.lines] if box.vertical else list(box.lines)


def _paragraphs(box: Box, setting: _Setting) -> list[Piece]:
    lines = _flat(box)
    right = max(line.right for line in lines)
    found: list[Piece] = []
    for k, line in enumerate(lines):
        if not k or _opens(lines, k, right, setting):
            found.append(line.piece)
        else:
            found[-1] = found[-1].then(line.piece, _between(found[-1].text, line.text))
    return found


def _opens(lines: Sequence[Line], at: int, right: float, setting: _Setting) -> bool:
    """Whether a line opens a paragraph: set in, further down, or after a line that had room for its first word."""
    above, line = lines[at - 1], lines[at]
    if CELL in line.text or CELL in above.text or setting.parts(above, line):
        return True
    if (len(lines) <= LARGE and setting.is_large(line)) or (len(lines) <= HEADLINES and _centred(lines)):
        return False
    edge = min(one.left for one in lines[max(at - AROUND, 0) : at + AROUND + 1])
    if line.left > edge + INDENT * line.size and line.left > above.left + INDENT * line.size / 2:
        return True
    first = _WORD.match(line.text)
    wide = len(first[0]) * (0.6 if first[0].isascii() else 1.0) if first else 0.0
    room = (right - above.right) / line.size
    if brackets(above.text)[0]:
        return False
    return room > max(SHORT if above.text.endswith(STOPS) else BLANK, wide + 1)


def _centred(lines: Sequence[Line]) -> bool:
    """Whether lines of different lengths have one middle, as those of headlines do."""
    middles = [(line.left + line.right) / 2 for line in lines]
    lefts = [line.left for line in lines]
    size = lines[0].size
    return max(middles) - min(middles) < 0.6 * size and max(lefts) - min(lefts) > 0.6 * size


def _between(before: str, after: str) -> str:
    """A space where two words of Latin letters meet at the end of a line."""
    return (
        " " if before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha() and after[:1].isalpha() else ""
    )
