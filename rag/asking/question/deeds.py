"""What whoever is asked for did: 谁设计了 -> 设计, "who designed" -> its renderings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asking.matching.terms import asks_only
from rag.tables import rows
from rag.text import has_han
from rag.understanding import Lexicon

_WHO = re.compile(r"(?:谁|何人|哪(?:位|个|些|几位)?(?:[省市区县镇]?(?:领导|干部|人|同志)))(?:和谁)?")
_WITH = re.compile(r"[和与跟同]谁")
_OBJECT = re.compile(r"(?P<verb>[一-鿿]{2})了?(?:哪些)?谁(?=[^一-鿿]|$|[呢啊呀]|的)")
_GENERIC = 2
"""Characters a verb needs to tell one deed from another: 去, 看, 讲 are said in many ways."""


def deed(question: str, words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The verb directly behind 谁; empty where none stands there, or one that tells too little (谁去了)."""
    if _OBJECT.search(question) or _WITH.search(question):
        return ()
    match = _WHO.search(question)
    if match is None:
        return ()
    for word in _from(words, match.end()):
        if word in _for_others():
            return _last(words, lexicon)
        if word in _no_deeds():
            return ()
        if word in _steps_over() or asks_only(word):
            continue
        verbal = len(word) >= _GENERIC and has_han(word) and not lexicon.patterns["office"].fullmatch(word)
        return (word,) if verbal and word not in lexicon.places else ()
    return ()


def _last(words: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The verb that ends the question (谁为新校区揭牌), where the words behind 谁 only say for whom."""
    content = [w for w in words if not asks_only(w) and has_han(w)]
    verbal = content and len(content[-1]) >= _GENERIC and not lexicon.patterns["office"].fullmatch(content[-1])
    return (content[-1],) if verbal and content[-1] not in lexicon.places else ()


def _from(words: Sequence[str], start: int) -> list[str]:
    at, found = 0, []
    for word in words:
        if at >= start:
            found.append(word)
        at += len(word)
    return found


@lru_cache(maxsize=1)
def _steps_over() -> frozenset[str]:
    return frozenset(word for word, kind, *_ in rows("asking_deeds.tsv") if kind == "over")


@lru_cache(maxsize=1)
def _for_others() -> frozenset[str]:
    return frozenset(word for word, kind, *_ in rows("asking_deeds.tsv") if kind == "last")


@lru_cache(maxsize=1)
def _no_deeds() -> frozenset[str]:
    return frozenset(word for word, kind, *_ in rows("asking_deeds.tsv") if kind == "none")
