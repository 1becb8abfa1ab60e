"""Parts of a year and runs of months as a page or a question prints them: 二季度, 上半年, 前三个月."""

from __future__ import annotations

from collections.abc import Iterable

from rag.records import Mention

STRETCH = "stretch"
"""The unit of such a time."""

_CHARACTERS = str.maketrans("123456789", "一二三四五六七八九")


def stretches(told: Iterable[Mention]) -> frozenset[str]:
    """Each of them once, its number in characters."""
    return frozenset(_numeral(m.text) for m in told if m.unit == STRETCH)


def _numeral(printed: str) -> str:
    """A stretch with its number in characters (第1季度 -> 一季度)."""
    return printed.removeprefix("第").translate(_CHARACTERS)
