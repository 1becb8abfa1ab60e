"""What on a page belongs to no article: mastheads, page references, column labels, captions, a website's ways about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from rag.reading.blocks import Block
from rag.reading.issueline import line_day
from rag.reading.spaced import AS_SPACES
from rag.tables import rows
from rag.time import issue_day

LONGEST = 90
"""Characters. Furniture is short; a longer line holds something to read."""

TOP = 6
"""Lines of a page among which its newspaper's name stands; further down the same words are a headline."""

HALF_WIDTH = {**str.maketrans("０１２３４５６７８９", "0123456789"), **AS_SPACES}
"""Digits and spaces as a machine writes them, for those that were set as wide as characters or in a width of their own."""

LABEL = 14
"""Characters of a column's label (防疫最前线 »)."""

_STOP = "。"
"""In a line that is read, and so is none of a list of headlines."""

_SHOWN = re.compile(r"[ \u3000]{0,40}(?:[上下左右]?图|这是|摄于)")
"""What only a caption opens with behind its mark."""

_DATED = re.compile(r"[^\d\s][^。]{3,60}[ \u3000]+[\[（(]?(?:19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[\]）)]?$")
"""A headline and the day of its article, as lists of websites have them."""


class Furniture(StrEnum):
    """What kind of furniture a line is."""

    NAME = "name"
    MASTHEAD = "masthead"
    REFERENCE = "reference"
    LABEL = "label"
    CAPTION = "caption"
    CHROME = "chrome"
    RELATED = "related"


def furniture_kind(text: str) -> Furniture | None:
    """What kind of furniture a line is by its own wording, or None. A line without letters is a label."""
    if not any(c.isalnum() for c in text):
        return Furniture.LABEL
    if line_day(text):
        return Furniture.MASTHEAD
    if len(text) > LONGEST:
        return None
    digits = text.translate(HALF_WIDTH)
    for kind, pattern in _patterns():
        if pattern.search(digits) and (kind is not Furniture.LABEL or len(text) <= LABEL):
            return kind
    return None


def own_lines(lines: Sequence[str]) -> Sequence[str]:
    """The lines before the heading (相关阅读) behind what is read under which other articles are listed, each with its day."""
    read = False
    for k, line in enumerate(lines):
        if read and furniture_kind(line) is Furniture.RELATED:
            return lines[:k]
        read = read or _STOP in line
    return lines


def find_furniture(blocks: Sequence[Block], headline: Sequence[bool]) -> set[int]:
    """Numbers of the blocks that are furniture, among them the headlines of teasers for other pages."""
    kinds = [furniture_kind(b.text) for b in blocks]
    found = {i for i, kind in enumerate(kinds) if kind is not None and (kind is not Furniture.NAME or i < TOP)}
    found -= {i for i in found if kinds[i] is Furniture.CAPTION and _in_list(blocks, i)}
    found -= _days_listed(
        [
            (i, blocks[i].text.translate(HALF_WIDTH))
            for i in sorted(found)
            if kinds[i] in (Furniture.NAME, Furniture.MASTHEAD)
        ]
    )
    for at in (i for i, kind in enumerate(kinds) if kind is Furniture.REFERENCE):
        found |= _teaser(headline, at)
    for at in (i for i, kind in enumerate(kinds) if kind is Furniture.RELATED):
        found |= _listed(blocks, headline, kinds, at)
    return found


def _listed(
    blocks: Sequence[Block], headline: Sequence[bool], kinds: Sequence[Furniture | None], heading: int
) -> set[int]:
    """The headlines of other articles below a heading that announces them (相关阅读). Before anything is read the last of them
    is the headline of what comes."""
    below = heading + 1
    other = Furniture.RELATED
    while below < len(blocks) and headline[below] and not blocks[below].ended and kinds[below] is not other:
        below += 1
    listed = set(range(heading + 1, below))
    if any(_STOP in block.text for block in blocks[:heading]) or other in kinds[below : below + 1]:
        return listed
    return listed - {max((i for i in listed if kinds[i] is None), default=heading)}


def _days_listed(lines: Sequence[tuple[int, str]]) -> set[int]:
    """The lines that give a headline and a day, where they give several days: a list of articles, and no masthead."""
    days = {i: issue_day(text) for i, text in lines if _DATED.match(text)}
    return set(days) if len(set(days.values())) > 1 else set()


def _in_list(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is one of several news in brief that open with one mark, and no caption."""
    near = (b for b in (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2]))
    return _item(blocks[at].text) and any(b.text[0] == blocks[at].text[0] and _item(b.text) for b in near)


def _item(text: str) -> bool:
    """Whether a line that opens with a mark tells something in a whole sentence."""
    return not text[0].isalnum() and text[-1] == "。" and _SHOWN.match(text[1:]) is None


def _teaser(headline: Sequence[bool], reference: int) -> set[int]:
    """The headlines that stand directly above a page reference, if they are all there is above it."""
    above = reference
    while above > 0 and headline[above - 1]:
        above -= 1
    return set(range(above, reference))


@cache
def _patterns() -> tuple[tuple[Furniture, re.Pattern[str]], ...]:
    return tuple((Furniture(kind), re.compile(pattern)) for kind, pattern in rows("reading_furniture.tsv"))
