"""Fields of an old Word document: a code, which is not seen, and what Word made of it, which is."""

from __future__ import annotations

import re

from rag.reading.plain import LOST

_PART = re.compile("[\x13-\x15]")
_BEGINS, _ENDS_CODE = "\x13", "\x14"
_DRAWN = re.compile(r"\s*EQ\b", re.I)
_OVER = re.compile(r"\\o\b[^(]*\(", re.I)
"""Characters printed over one another: a circle over a number, or how a name is read over the name."""


def codes(said: str, start: int, end: int) -> dict[int, int]:
    """Where each code begins -> where what is seen goes on; fields that do not end within the part are none."""
    found: dict[int, int] = {}
    open_fields: list[list[int]] = []
    for part in _PART.finditer(said, start, end):
        if part.group() == _BEGINS:
            open_fields.append([part.start()])
        elif open_fields and part.group() == _ENDS_CODE:
            open_fields[-1].append(part.end())
        elif open_fields:
            begins, *ends = open_fields.pop()
            found[begins] = ends[0] if ends else part.end()
    return found


def drawn(code: str) -> str:
    """What is seen of a field by its code: of things printed over one another the last, which stands on the line; U+FFFD for
    other formulas, and nothing for any other field, whose result follows.
    """
    if not _DRAWN.match(code):
        return ""
    over = _OVER.search(code)
    base = _last(code[over.end() :]) if over else ""
    return base if base and "\\" not in base else LOST


def _last(parts: str) -> str:
    """The last of some things in brackets, apart by commas, up to the bracket that ends them."""
    depth, begins = 1, 0
    for at, sign in enumerate(parts):
        if sign in "(（":
            depth += 1
        elif sign in ")）":
            depth -= 1
            if not depth:
                return parts[begins:at].strip()
        elif sign in ",;" and depth == 1:
            begins = at + 1
    return ""
