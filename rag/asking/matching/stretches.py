"""Parts of a year and runs of months as a page or a question prints them: 二季度, 上半年, 前三个月."""

from __future__ import annotations

import re

_STRETCH = re.compile(r"第?[一二三四1-4]季度|[上下]半年|前[一二三四五六七八九十\d]+个?(?:季度|月)")
_CHARACTERS = str.maketrans("123456789", "一二三四五六七八九")


def stretches(text: str) -> frozenset[str]:
    """Each of them once, its number in characters."""
    return frozenset(_numeral(m.group()) for m in _STRETCH.finditer(text))


def _numeral(printed: str) -> str:
    """A stretch with its number in characters (第1季度 -> 一季度)."""
    return printed.removeprefix("第").translate(_CHARACTERS)
