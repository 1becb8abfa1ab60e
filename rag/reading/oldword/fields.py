"""Fields of an old Word document: a code, which is not seen, and what Word made of it, which is."""

from __future__ import annotations

import re

_PART = re.compile("[\x13-\x15]")
_BEGINS, _ENDS_CODE = "\x13", "\x14"


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
