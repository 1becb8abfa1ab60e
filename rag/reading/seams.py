"""Whether one block can be read on into another: sentences and brackets broken at a column's end."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.reading.blocks import Block

_BRACKET = re.compile(r"[“”（）()「」『』《》【】]")
PAIRS = {"“": "”", "（": "）", "(": ")", "「": "」", "『": "』", "《": "》", "【": "】"}
DEEPEST = 16
"""Brackets within brackets that are kept in mind; print has three at most, garbage has any number."""

REACH = 8
"""Blocks of prose ahead in which the rest of a broken sentence is looked for; beyond it no wording is compared."""


def brackets(text: str) -> tuple[bool, bool]:
    """(opens, closes): whether a quotation or bracket is left open, and whether one is closed that was never opened."""
    waiting: list[str] = []
    closes = False
    for char in _BRACKET.findall(text):
        if char in PAIRS:
            waiting = [*waiting[-DEEPEST:], PAIRS[char]]
        elif char in waiting:
            del waiting[len(waiting) - 1 - waiting[::-1].index(char) :]
        else:
            closes = True
    return bool(waiting), closes


def printed_elsewhere(blocks: Sequence[Block], prose: Sequence[int]) -> NDArray[np.float32]:
    """How far the words that a seam would make stand on the page in one piece: shape (n, n), 0 to 1.

    Looked at for a block whose last sentence is broken and the next few blocks of prose. The pair of characters
    across the seam counts a third, and each of the two triples.
    """
    page = "\n".join(b.text for b in blocks)
    found = np.zeros((len(blocks), len(blocks)), dtype=np.float32)
    for at, one in enumerate(prose):
        if blocks[one].ended:
            continue
        for other in prose[at + 1 : at + 1 + REACH]:
            left, right = blocks[one].text, blocks[other].text
            seams = (left[-1:] + right[:1], left[-2:] + right[:1], left[-1:] + right[:2])
            found[one, other] = sum(s in page for s in seams) / len(seams)
    return found
