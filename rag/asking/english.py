"""English questions into the Chinese words a newspaper would have printed.

Names are matched by their pinyin against the names that stand in the index, everything else by a word list. The result
is a bag of words for the lexical leg and for the checks; the multilingual encoder reads the question as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from rag.asking.terms import ALTERNATIVE
from rag.tables import rows

_TOKEN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LONGEST = 4
"""Words in the longest entry of the list, and in the longest name written in pinyin."""


def chinese_words(question: str) -> tuple[str, ...]:
    """The Chinese renderings of the English words, longest entries first served, each once, in order.

    Renderings of one English word stand together, joined by ALTERNATIVE.
    """
    tokens = [t.lower().replace("’", "'") for t in _TOKEN.findall(question)]
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if _entry(tokens[at : at + n])), 0)
        found += [ALTERNATIVE.join(_entry(tokens[at : at + size]))] if size else []
        at += size or 1
    return tuple(dict.fromkeys(found))


def _entry(tokens: list[str]) -> tuple[str, ...]:
    if not tokens:
        return ()
    words = " ".join(tokens)
    table = _table()
    return table.get(words) or table.get(words.removesuffix("'s")) or ()


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    return {english: tuple(chinese.split()) for english, chinese in rows("english.tsv")}


def pinyin_names(question: str, by_pinyin: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Names of the index whose pinyin stands in the question as capitalised words (Zhu Jianjun, Daxi Town).

    `by_pinyin` maps syllables written together in lower case to the names read so. The surname may come last. A name's
    own tail (镇, 街道) need not be said in pinyin: the map holds shortened forms too.
    """
    tokens = _TOKEN.findall(question)
    found: list[str] = []
    at = 0
    while at < len(tokens):
        size, names = _name_at(tokens, at, by_pinyin)
        found += names
        at += size
    return tuple(dict.fromkeys(found))


def _name_at(tokens: list[str], at: int, by_pinyin: Mapping[str, Iterable[str]]) -> tuple[int, tuple[str, ...]]:
    for size in range(_LONGEST, 0, -1):
        words = tokens[at : at + size]
        if len(words) < size or not words[0][0].isupper():
            continue
        for order in (words, words[1:] + words[:1]):
            if names := tuple(by_pinyin.get(_key(order), ())):
                return size, names
    return 1, ()


def _key(words: Iterable[str]) -> str:
    joined = "".join(w.lower() for w in words)
    joined = joined[:-2] if joined.endswith(("'s", "’s")) else joined
    return re.sub(r"[^a-z]", "", joined)


def romanised(name: str) -> str:
    """A Chinese name as English writes it: family name first, given name in one word (Chen Zhiyuan)."""
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin(name, style=Style.NORMAL)
    family = 2 if len(name) > 3 else 1
    return " ".join("".join(part).capitalize() for part in (syllables[:family], syllables[family:]) if part)
