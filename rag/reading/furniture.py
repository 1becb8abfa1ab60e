"""What on a page belongs to no article: mastheads, page references, column labels, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from rag.reading.blocks import Block
from rag.tables import rows

LONGEST = 90
"""Characters. Furniture is short; a longer line holds something to read."""

TOP = 6
"""Lines of a page among which its newspaper's name stands; further down the same words are a headline."""

LABEL = 14
"""Characters of a column's label (防疫最前线 »)."""


class Furniture(StrEnum):
    """What kind of furniture a line is."""

    NAME = "name"
    MASTHEAD = "masthead"
    REFERENCE = "reference"
    LABEL = "label"
    CAPTION = "caption"


def furniture_kind(text: str) -> Furniture | None:
    """What kind of furniture a line is by its own wording, or None. A line without letters is a label."""
    if not any(c.isalnum() for c in text):
        return Furniture.LABEL
    if len(text) > LONGEST:
        return None
    for kind, pattern in _patterns():
        if pattern.search(text) and (kind is not Furniture.LABEL or len(text) <= LABEL):
            return kind
    return None


def find_furniture(blocks: Sequence[Block], headline: Sequence[bool]) -> set[int]:
    """Numbers of the blocks that are furniture, among them the headlines of teasers for other pages."""
    kinds = [furniture_kind(b.text) for b in blocks]
    found = {i for i, kind in enumerate(kinds) if kind is not None and (kind is not Furniture.NAME or i < TOP)}
    for at in (i for i, kind in enumerate(kinds) if kind is Furniture.REFERENCE):
        found |= _teaser(headline, at)
    return found


def _teaser(headline: Sequence[bool], reference: int) -> set[int]:
    """The headlines that stand directly above a page reference, if they are all there is above it."""
    above = reference
    while above > 0 and headline[above - 1]:
        above -= 1
    return set(range(above, reference))


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    return tuple((Furniture(kind), re.compile(pattern)) for kind, pattern in rows("reading_furniture.tsv"))
