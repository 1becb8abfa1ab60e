"""Whether two characters make a word, and a verb, by the word list that comes with jieba."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

COMMON = 20
"""Occurrences in the list's own corpus of some hundred million; rarer pairs are mostly names and accidents."""

_GOING_ON = ("v", "vd", "d", "ad", "p")
"""How the list tags such words."""


def is_word(pair: str) -> bool:
    """Whether the pair is a common word of two characters."""
    return pair in _pairs()


def goes_on(pair: str) -> int:
    """How often the list's corpus has the pair as a word that goes on from who acts (a verb, adverb, preposition)."""
    count, going_on = _pairs().get(pair, (0, False))
    return count if going_on else 0


@cache
def _pairs() -> Mapping[str, tuple[int, bool]]:
    """The list is read as a file: loading jieba itself takes longer than reading a hundred pages."""
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ", 2) for line in lines if line[2:3] == " ")
    return {word: (int(count), tag in _GOING_ON) for word, count, tag in entries if int(count) >= COMMON}
