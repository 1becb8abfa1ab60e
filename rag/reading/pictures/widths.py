"""Marks of Chinese print that a recogniser takes for their narrow twins, made wide beside Chinese characters.

A picture hardly tells the two apart, and the recogniser gives now one and now the other for the same mark.
"""

from __future__ import annotations

from dataclasses import replace

from rag.reading.pictures.glyphs import Row
from rag.text import has_han

NARROW = ",;:!?()"
"""What has a wide twin that prose uses; a full stop has none, and brackets of other kinds are seldom narrow."""

WIDER = 0xFEE0
"""From a narrow character's number to that of its twin."""

BESIDE = frozenset("“”‘’《》、。，；：！？（）")
"""Other marks of Chinese print."""


def widened(row: Row) -> Row:
    """The row, narrow marks next to a Chinese character replaced by wide ones."""
    glyphs = list(row.glyphs)
    seen = [k for k, glyph in enumerate(glyphs) if not glyph.char.isspace()]
    for place, k in enumerate(seen):
        beside = [glyphs[n].char for n in (*seen[max(place - 1, 0) : place], *seen[place + 1 : place + 2])]
        if glyphs[k].char in NARROW and any(has_han(char) or char in BESIDE for char in beside):
            glyphs[k] = glyphs[k]._replace(char=chr(ord(glyphs[k].char) + WIDER))
    return replace(row, glyphs=tuple(glyphs))
