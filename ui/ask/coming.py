"""An answer as it comes: longer and longer beginnings of it, each ending where a sentence or a line does."""

from __future__ import annotations

import re
from collections.abc import Iterator

STEPS = 6
"""Beginnings shown of one answer; more would redraw the page oftener than anybody can see."""

_SENTENCE = re.compile(r".+?(?:[。！？；\n]|(?<=\D)\. |[.!?]$|$)[」』”’）)]*(?:\[\d+\])*[。！？；]?\s*", re.DOTALL)
"""A sentence with what closes it: quotation marks, and the markers of what it rests on."""


def coming(text: str) -> Iterator[str]:
    """Proper beginnings of `text`, each longer than the one before; none for a text of one sentence."""
    ends = [match.end() for match in _SENTENCE.finditer(text) if match.end() < len(text)]
    step = -(-len(ends) // STEPS) or 1
    for end in ends[::step]:
        yield text[:end]
