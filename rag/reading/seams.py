"""Whether one block can be read on into another: sentences and brackets broken at a column's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rag.dictionary import is_word
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


@dataclass(frozen=True, slots=True)
class Seams:
    """How well a broken block reads on into one of the next few blocks of prose; squares (before, after), 0 to 1.

    `printed`: how far what the seam joins stands on the page in one piece; the pair of characters across it counts a
    third, each of the two triples another. `word`: whether the pair is a word of the dictionary.
    """

    printed: NDArray[np.float32]
    word: NDArray[np.float32]


def find_seams(blocks: Sequence[Block], prose: Sequence[int]) -> Seams:
    """The seams from each block of prose (their numbers in order) whose last sentence is broken."""
    page = "\n".join(b.text for b in blocks)
    printed = np.zeros((len(blocks), len(blocks)), dtype=np.float32)
    word = np.zeros_like(printed)
    for at, one in enumerate(prose):
        if blocks[one].ended:
            continue
        for other in prose[at + 1 : at + 1 + REACH]:
            left, right = blocks[one].text, blocks[other].text
            joined = (left[-1:] + right[:1], left[-2:] + right[:1], left[-1:] + right[:2])
            printed[one, other] = sum(s in page for s in joined) / len(joined)
            word[one, other] = is_word(joined[0])
    return Seams(printed, word)
