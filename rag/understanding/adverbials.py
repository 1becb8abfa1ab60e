"""What stands between a subject and its verb: adverbs, and phrases that say to whom, about what or where."""

from __future__ import annotations

import re
from functools import cache

from rag.tables import rows
from rag.understanding.lexicon import ending

LONGEST = 5
"""Characters of the longest adverb."""

_PHRASE = re.compile(
    r"(?:对|向|就|围绕|以|结合|针对|为|给|与|同|和|代表|作为|从|在|沿着|沿|[将把][一-鿿]{2,8}$)(?!.*(?<!作)(?<!作出)(?<!进行)(?<!表示)(?<!表达)(?<!予)了$)"
)


_MANNER = re.compile(r"[一-鿿]{1,2}着[一-鿿]{0,5}?(?=在|对|向|为|$)")
"""How it was done (开着巡逻车)."""


def without_adverbs(text: str) -> str:
    """The text without the adverbs at its end (志愿者们纷纷 -> 志愿者们)."""
    while found := ending(text, _adverbs(), LONGEST):
        text = text[: -len(found)]
    return text


def adverbial(text: str) -> bool:
    """Whether nothing but adverbs stands here, or adverbs and a phrase that a preposition begins."""
    while text:
        if _PHRASE.match(text):
            return True
        if manner := _MANNER.match(text):
            text = text[manner.end() :]
            continue
        size = next((n for n in range(min(LONGEST, len(text)), 0, -1) if text[:n] in _adverbs()), 0)
        if not size:
            return False
        text = text[size:]
    return True


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(word for table in ("between", "adverbs") for (word, *_) in rows(f"{table}.tsv"))
