"""Whether two characters make a word, by the word list that comes with jieba."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

COMMON = 20
"""Occurrences in the list's own corpus of some hundred million; rarer pairs are mostly names and accidents."""


def is_word(pair: str) -> bool:
    """Whether the pair is a common word of two characters."""
    return pair in _pairs()


@cache
def _pairs() -> frozenset[str]:
    """The list is read as a file: loading jieba itself takes longer than reading a hundred pages."""
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split(" ", 2) for line in lines if line[2:3] == " ")
    return frozenset(word for word, count, _ in entries if int(count) >= COMMON)
