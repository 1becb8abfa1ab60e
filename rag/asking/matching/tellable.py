"""Words of which it says something that no page prints them.

A page tells a thing in words of its own: what people say with a verb, an adverb or a plain word (跟着, 从头到尾, 大雨) stands
there as another (随同, 全程, 强降雨). That such a word is missing tells nobody anything; that 收割机 is does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.asking.matching.terms import adverbs
from rag.indexing.words import names_a_thing
from rag.tables import rows
from rag.text import has_han

_NUMBERED = re.compile(r"第|[一二三四五六七八九十]{1,3}(?:期|标段|号|等奖|组|阶段|届|级)$")
"""One of several, which is no other one: 第二步, 一期."""

PLAIN = 2
"""Characters of a word that another may stand for with which it shares its last character: 大雨 and 强降雨."""


def tellable(word: str, text: str) -> bool:
    """Whether it says something that the word is missing from what is told, or stands there without more; `text` is the
    article that came nearest."""
    if not has_han(word) or _NUMBERED.match(word) or word in _festivals():
        return True
    if word in adverbs() or not names_a_thing(word):
        return False
    return word in text or len(word) > PLAIN or word[-1] not in text


@lru_cache(maxsize=1)
def _festivals() -> frozenset[str]:
    return frozenset(name for name, *_ in rows("festivals.tsv"))
