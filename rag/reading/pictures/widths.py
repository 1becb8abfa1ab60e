"""Marks of Chinese print that a recogniser takes for their narrow twins, made what they are beside Chinese characters."""

from __future__ import annotations

from dataclasses import replace

from rag.reading.pictures.glyphs import Row
from rag.text import has_han

NARROW = ",;:!?()"
"""What has a wide twin that prose uses; a full stop has none, and brackets of other kinds are seldom narrow."""

WIDER = 0xFEE0
"""From a narrow character's number to that of its twin."""


def widened(row: Row) -> Row:
    """The row, narrow marks next to a Chinese character replaced by wide ones."""
    chars = [glyph.char for glyph in row.glyphs]
    seen = [k for k, char in enumerate(chars) if not char.isspace()]
    for place, k in enumerate(seen):
        beside = [chars[n] for n in (*seen[max(place - 1, 0) : place], *seen[place + 1 : place + 2])]
        if chars[k] in NARROW and any(_is_chinese(char) for char in beside):
            chars[k] = chr(ord(chars[k]) + WIDER)
    glyphs = tuple(glyph._replace(char=char) for glyph, char in zip(row.glyphs, chars, strict=True))
    return replace(row, glyphs=glyphs)


def _is_chinese(char: str) -> bool:
    return has_han(char) or char in "“”‘’《》、。，；：！？（）"
