"""Parts of a year and runs of months as a page or a question prints them: 二季度, 上半年, 前三个月."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.records import Mention

STRETCH = "stretch"
"""The unit of such a time."""

_TURN = re.compile(r"年[初底末终]|岁[初末]")
_CHARACTERS = str.maketrans("123456789", "一二三四五六七八九")


def stretches(told: Iterable[Mention]) -> frozenset[str]:
    """Each of them once, its number in characters."""
    return frozenset(_numeral(m.text) for m in told if m.unit == STRETCH)


def turns(text: str) -> frozenset[str]:
    """Where a year turns, which nobody dates (年底, 年末 and 岁末 are one)."""
    return frozenset("年初" if m.group().endswith("初") else "年底" for m in _TURN.finditer(text))


def _numeral(printed: str) -> str:
    """A stretch with its number in characters (第1季度 -> 一季度)."""
    return printed.removeprefix("第").translate(_CHARACTERS)
