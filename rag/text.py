"""Sentences with offsets, and folding that keeps every character where it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from operator import ne
from typing import Any

ENDS = "。！？!?"
CLOSERS = "”’」』）)》】\"'"
_SENTENCE = re.compile(rf"[^{ENDS}\n]*(?:[{ENDS}]+[{re.escape(CLOSERS)}]*|\n+|$)")
_SAID = re.compile(
    r"[^。！？!?；;：:“”「」\n]{0,40}(?:(?:说|介绍|感慨|感叹|赞叹|解释|回忆|坦言)[道到]?|(?:讲|笑|问|答|写)道|表示|称|告诉(?:记者|笔者))[。！]"
)
"""What tells behind a quotation whose it is (“……。”某某说。)."""
_LABEL = re.compile(r"(?:出席|列席|参加|缺席|请假|主持|记录)(?:人员?|领导|同志|者)?[:：]")
"""What a line of minutes opens with that lists people."""

_HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿]")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences of `text`; together they cover all of it that is not white space.

    A sentence ends behind 。！？ and the closing quotes and brackets that follow, or at a line break; who said what is
    quoted belongs to it (“……。”某某说。), and of the lines of minutes, which have no stop (出席：…列席：…), each is one.
    """
    at = 0
    while at < len(text):
        match = _SENTENCE.match(text, at)
        end = match.end() if match and match.end() > at else at + 1
        start = at
        while start < end and text[start].isspace():
            start += 1
        if _LABEL.match(text, start) and (label := _LABEL.search(text, start + 1, end)):
            end = label.start()
        elif text[end - 1] in "”」" and (said := _SAID.match(text, end)):
            end = said.end()
        stop = end
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield start, stop
        at = end


def is_attribution(text: str) -> bool:
    """Whether it is what stands behind a quotation and tells whose it is (某某说。)."""
    return _SAID.fullmatch(text) is not None


TRADITIONAL = 0.05
"""Share of a text's characters that differ in simplified ones from which on it is printed in traditional ones; a few
names keep old forms (昇, 於) on any page."""


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def fold(text: str) -> str:
    """Full width to half width and upper to lower case, character by character: the length never changes."""
    return "".join(map(_fold_char, text))


def simplified(text: str) -> str:
    """Traditional characters as simplified ones, character by character: the length never changes."""
    converted = str(_converter().convert(text)) if has_han(text) else text
    return converted if len(converted) == len(text) else text


def is_traditional(text: str) -> bool:
    """Whether a text is printed in traditional characters."""
    changed: int = sum(map(ne, text, simplified(text)))
    return changed >= TRADITIONAL * max(len(text), 1)


@lru_cache(maxsize=1)
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")


def sort_key(text: str) -> bytes:
    """Bytes that order by sound for all common characters, since GB 2312 lists them so; others come behind them."""
    return text.encode("gb18030", "replace")


def from_key(key: bytes) -> str:
    """The text that a sort key was made of."""
    return key.decode("gb18030")


def has_han(text: str) -> bool:
    """Whether any Chinese character stands in the text."""
    return _HAN.search(text) is not None
