"""A PDF with a text layer -> its text, column by column."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rag.errors import PageError
from rag.reading.legible import readable
from rag.reading.openpdf import opened_pdf
from rag.reading.pictures.known import INSTALL
from rag.reading.sheet import Letter, Line, find_lines, text_of_sheets
from rag.reading.sheet.letters import upright
from rag.text import has_han

HYPHEN = frozenset((2, 0xFFFE))
"""Codes that the library gives for the hyphen of a word broken at the end of a line."""

UNKNOWN = "\ufffd"
"""Stands for a character that is printed but that its font does not name."""

MOST_LETTERS = 60_000
"""Of one page. A broadsheet in small print has a quarter of that."""

LEAST = 0.7
"""Share of the characters that must be named by their fonts for a text to be worth reading."""

DEEP = 0.12
"""Share of a font's size that a character reaches beneath its base line."""


FEWEST = 24
"""Characters on a sheet beneath which it may be a picture with a stamp or a number of a page over it."""

ONLY_IMAGES = "has no text layer, only images"

COVERED = 0.4
"""Share of a sheet that a picture covers which may hold its text."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Texts of a PDF's sheets by their number from 0, all of it under 0 where each has its text; the numbers of those that
    must be read off their pictures, and what is to be said where that cannot be done."""

    texts: Mapping[int, str]
    seen: Sequence[int] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """One page of a PDF: its lines, those of each direction by themselves, and whether it must be read off its picture."""

    groups: tuple[list[Line], ...]
    only_seen: bool = False


def read_pdf(data: bytes) -> str:
    """Text of all its pages, columns one after another, paragraphs apart by an empty line.

    Raises PageError for a file that is damaged or encrypted, or of which something can only be seen.
    """
    found = read_printed(data)
    if found.seen:
        raise PageError(found.why, INSTALL)
    return found.texts[0]


def read_printed(data: bytes) -> Unseen:
    """The same, sheet by sheet where some of them have only pictures, or fonts that do not name their characters."""
    sheets = pdf_sheets(data)
    if not any(sheet.only_seen for sheet in sheets):
        text = text_of_sheets([lines for sheet in sheets for lines in sheet.groups])
        return Unseen({0: text}) if text.strip() else Unseen({}, list(range(len(sheets))), ONLY_IMAGES)
    text = "".join(line.text for sheet in sheets for lines in sheet.groups for line in lines)
    share, size = readable(text)
    why = (
        f"can hardly be read: its fonts name {share:.0%} of its {size:,} characters" if size >= FEWEST else ONLY_IMAGES
    )
    texts = {k: text_of_sheets(sheet.groups) for k, sheet in enumerate(sheets) if not sheet.only_seen}
    return Unseen(texts, [k for k, sheet in enumerate(sheets) if sheet.only_seen], why)


def pdf_sheets(data: bytes) -> list[PrintedSheet]:
    """Its pages. Raises PageError for a file that is damaged, encrypted or too long."""
    with opened_pdf(data) as document:
        return [_sheet(page) for page in document]


def _sheet(page: Any) -> PrintedSheet:
    """One page, read as far as its fonts tell."""
    groups = tuple(map(find_lines, upright(list(_letters(page)))))
    text = "".join(line.text for lines in groups for line in lines)
    share, size = readable(text)
    bare = size < FEWEST and _covered(page) >= COVERED
    return PrintedSheet(groups, bare or share < LEAST or text.count(UNKNOWN) > (1 - LEAST) * size)


def _covered(page: Any) -> float:
    """The share of a page that its largest picture covers."""
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_bbox()
    sizes = [(x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in _bounds(page, raw.FPDF_PAGEOBJ_IMAGE)]
    largest: float = max(sizes, default=0.0)
    return largest / max(float((right - left) * (top - bottom)), 1.0)


def _bounds(page: Any, kind: int) -> Iterator[tuple[float, float, float, float]]:
    for found in page.get_objects(filter=[kind]):
        yield found.get_bounds()


def _letters(page: Any) -> Iterator[Letter]:
    """The characters of a page in the order of the file, without those that the library adds for gaps and line ends."""
    import ctypes

    import pypdfium2.raw as raw

    sheet = page.get_textpage()
    seen = page.get_bbox()
    matrix, x, y, box = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    if sheet.count_chars() > MOST_LETTERS:
        raise PageError(f"has a page of more than {MOST_LETTERS:,} characters", "print it in larger type, or split it")
    for i in range(sheet.count_chars()):
        if raw.FPDFText_IsGenerated(sheet, i) == 1:
            continue
        raw.FPDFText_GetMatrix(sheet, i, matrix)
        raw.FPDFText_GetCharOrigin(sheet, i, x, y)
        raw.FPDFText_GetLooseCharBox(sheet, i, box)
        numbers = (matrix.a, matrix.b, matrix.c, matrix.d, x.value, y.value, box.left, box.bottom, box.right, box.top)
        if not all(map(math.isfinite, numbers)):
            continue  # nowhere on the sheet: what places it is out of all bounds
        size = raw.FPDFText_GetFontSize(sheet, i) * math.hypot(matrix.c, matrix.d)
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        letter = _placed(_named(raw, sheet, i), x.value, y.value, abs(size) or 1.0, turn, box)
        if (
            seen[0] <= (letter.left + letter.right) / 2 <= seen[2]
            and seen[1] <= (letter.bottom + letter.top) / 2 <= seen[3]
        ):
            yield letter


def _named(raw: Any, sheet: Any, at: int) -> str:
    """The character at a place, as far as its font tells it."""
    code = raw.FPDFText_GetUnicode(sheet, at)
    if code in HYPHEN:
        return "-"
    char = chr(code) if code < 0x110000 else UNKNOWN
    nameless = code in (0, 0xFFFF) or (unicodedata.category(char) in ("Cc", "Cs") and not char.isspace())
    return UNKNOWN if nameless or raw.FPDFText_HasUnicodeMapError(sheet, at) == 1 else char


def _placed(char: str, x: float, y: float, size: float, turn: int, box: Any) -> Letter:
    """The square a character fills, from its base line's beginning; the library's box may be that of its ink alone."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(a - x) * cos + (b - y) * sin for a in (box.left, box.right) for b in (box.bottom, box.top)]
    wide = max(max(corners), size if has_han(char) else 0.0)
    ends = [
        (x + a * cos - b * sin, y + a * sin + b * cos) for a in (0.0, wide) for b in (-DEEP * size, (1 - DEEP) * size)
    ]
    xs, ys = [a for a, _ in ends], [b for _, b in ends]
    return Letter(char, min(xs), min(ys), max(xs), max(ys), size, turn)
