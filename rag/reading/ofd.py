"""An OFD document (China's own fixed-layout format, GB/T 33190: XML in a zip) -> its text, column by column."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain, islice, repeat
from posixpath import dirname, join, normpath
from typing import Any

from rag.errors import PageError
from rag.reading.nature import ONLY_PICTURES
from rag.reading.packed import Packed, attribute, local
from rag.reading.sheet import Letter, find_lines, sheet_text
from rag.reading.sheet.letters import upright

MOST_SHEETS = 64
"""Pages in one file. A newspaper issue has fewer; each of its pages should be a file of its own anyway."""

DEEP = 0.12
"""Share of a font's size that a character reaches beneath its base line."""

HEIGHT = 297.0
"""Millimetres of a sheet that does not say its size."""

_DAMAGED = ("is damaged or is not an OFD document", "open it in its reader and print it as PDF")
_STRAIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_ofd(data: bytes) -> str:
    """Text of all its pages, columns one after another, paragraphs apart by an empty line.

    Raises PageError for a file that is damaged or too long, or that has only images.
    """
    packed = Packed(data, _DAMAGED)
    roots = [(part.text or "").strip() for part in _all(packed.tree("OFD.xml"), "DocRoot")]
    if not roots:
        raise PageError(*_DAMAGED)
    texts: list[str] = []
    for root in roots:
        document = packed.tree(root)
        pages = [_place(root, page) for tree in _all(document, "Pages") for page in tree]
        if len(pages) > MOST_SHEETS:
            raise PageError(f"has more than {MOST_SHEETS} pages", "split it into pages")
        beneath = {attribute(one, "ID"): _place(root, one) for one in _all(document, "TemplatePage")}
        box = next(_all(document, "PhysicalBox"), None)
        for page in pages:
            letters = list(_letters(packed, packed.tree(page), beneath, _height(box)))
            texts += (sheet_text(find_lines(turned)) for turned in upright(letters))
    text = "\n\n".join(filter(None, texts))
    if not text.strip():
        raise PageError(*ONLY_PICTURES)
    return text


def _place(root: str, element: Any) -> str:
    """Where the part lies that an element of a document names."""
    place = attribute(element, "BaseLoc")
    return place.lstrip("/") if place.startswith("/") else normpath(join(dirname(root), place))


def _letters(packed: Packed, page: Any, beneath: dict[str, str], height: float) -> Iterator[Letter]:
    """The characters of a page, those of the templates it lies on first."""
    if page is None:
        raise PageError(*_DAMAGED)
    height = _height(next(_all(page, "PhysicalBox"), None), height)
    templates = [packed.tree(beneath.get(attribute(one, "TemplateID"), "")) for one in page if local(one) == "Template"]
    for layer in [*(one for one in templates if one is not None), page]:
        for words in _all(layer, "TextObject"):
            if attribute(words, "Visible") != "false":
                yield from _placed(words, height)


def _placed(words: Any, height: float) -> Iterator[Letter]:
    left, top, *_ = (*_numbers(attribute(words, "Boundary")), 0.0, 0.0)
    size = abs(next(iter(_numbers(attribute(words, "Size"))), 0.0)) or 1.0
    given = _numbers(attribute(words, "CTM"))
    a, b, c, d, e, f = given if len(given) == 6 else _STRAIGHT
    size *= math.hypot(c, d) or 1.0
    turn = round(math.degrees(math.atan2(-b, a))) % 360
    x = y = 0.0
    for code in _all(words, "TextCode"):
        x = next(iter(_numbers(attribute(code, "X"))), x)
        y = next(iter(_numbers(attribute(code, "Y"))), y)
        at_x, at_y = x, y
        for char, step, fall in _steps(code, size):
            base = height - (b * at_x + d * at_y + f + top)
            start = a * at_x + c * at_y + e + left
            wide = step if step > 0 else size
            yield Letter(char, start, base - DEEP * size, start + wide, base + (1 - DEEP) * size, size, turn)
            at_x, at_y = at_x + step, at_y + fall


def _steps(code: Any, size: float) -> Iterator[tuple[str, float, float]]:
    """Each character with the way to the next: as the file gives it, else by the width of such a character."""
    text = code.text or ""
    across, down = (_deltas(attribute(code, f"Delta{axis}")) for axis in "XY")
    for k, char in enumerate(text):
        usual = 0.0 if down else size if ord(char) > 0x2E80 else size / 2
        yield char, across[k] if k < len(across) else usual, down[k] if k < len(down) else 0.0


def _deltas(given: str) -> list[float]:
    """Distances; `g 3 5.5` stands for 5.5 three times."""
    found: list[float] = []
    words = iter(given.split())
    for word in words:
        if word == "g":
            count, step = next(words, "0"), next(words, "0")
            times = min(int(count), 10_000) if count.isdigit() else 0
            found.extend(chain.from_iterable(repeat(_numbers(step)[:1], times)))
        else:
            found += _numbers(word)
    return found


def _numbers(given: str) -> list[float]:
    """The numbers of a list; what is none ends it."""
    found: list[float] = []
    for word in islice(given.split(), 10_000):
        try:
            number = float(word)
        except ValueError:
            break
        if not math.isfinite(number):
            break
        found.append(number)
    return found


def _height(box: Any, otherwise: float = HEIGHT) -> float:
    size = _numbers(box.text or "") if box is not None else []
    return size[3] if len(size) == 4 else otherwise


def _all(root: Any, name: str) -> Iterator[Any]:
    return (element for element in root.iter() if local(element) == name) if root is not None else iter(())
