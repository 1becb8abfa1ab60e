"""Numbers as dates and ordinals are printed, in figures, Chinese numerals or English words: the one reader of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DIGITS: Mapping[str, int] = MappingProxyType(
    {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0, "o": 0, "两": 2}
)
_TENS: Mapping[str, int] = MappingProxyType({"廿": 20, "卅": 30})
_PLACES: Mapping[str, int] = MappingProxyType({"十": 10, "百": 100, "千": 1000})
_MYRIADS: Mapping[str, int] = MappingProxyType({"万": 10**4, "亿": 10**8})
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS: Mapping[str, int] = MappingProxyType(
    {w: n for words in (_ENGLISH, _ORDINALS) for n, w in enumerate(words, 1)} | {"上": 1, "下": 2}
)
"""English words, and the halves of a year."""

DIGITS = "〇零○一二三四五六七八九"
ONES = "一二三四五六七八九"
UP_TO_39 = rf"(?:(?:[一二三]?十|廿|卅)[{ONES}]?|[{ONES}])"
"""A pattern for what numbers the days of a month in Chinese."""


def number(numeral: str) -> int:
    """The number that a numeral stands for; 0 for nothing and for what is none.

    Chinese digits alone are read one by one (二〇二四), with 十, 百 and the like by their places (二十三, 三千万).
    """
    numeral = numeral.strip()
    if numeral.isdecimal():
        return int(numeral)
    if (word := numeral.lower()) in _WORDS:
        return _WORDS[word]
    if word[:-2].isdecimal():
        return int(word[:-2])
    if all(c in _DIGITS or c.isdecimal() for c in numeral):
        return int("".join(str(_DIGITS.get(c, c)) for c in numeral) or 0)
    return _by_places(numeral.removeprefix("初"))


def _by_places(numeral: str) -> int:
    total = part = held = 0
    for char in numeral:
        if char in _TENS:
            part, held = part + _TENS[char], 0
        elif char in _PLACES:
            part, held = part + (held or 1) * _PLACES[char], 0
        elif char in _MYRIADS:
            total, part, held = (total + part + held) * _MYRIADS[char], 0, 0
        elif char in _DIGITS:
            held = _DIGITS[char]
        else:
            return 0
    return total + part + held
