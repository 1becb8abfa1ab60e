"""Whether characters make a word, a verb or a noun, and how often, by the word list that comes with jieba."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

COMMON = 20
"""Occurrences in the list's own corpus of some hundred million; rarer pairs are mostly names and accidents."""

KNOWN = 10
"""The same for words of three characters, few of which are accidents."""

_GOING_ON = ("v", "vd", "d", "ad", "p")
"""How the list tags such words."""

_DONE = ("v", "vn", "vd")
_THINGS = ("n", "nr", "nt", "nz")
"""How it tags words for things and those who do them (揭幕战, 介绍信)."""


def is_word(pair: str) -> bool:
    """Whether the pair is a common word of two characters."""
    return pair in _list().pairs


def goes_on(pair: str) -> int:
    """How often the list's corpus has the pair as a word that goes on from who acts (a verb, adverb, preposition)."""
    count, tag = _list().pairs.get(pair, (0, ""))
    return count if tag in _GOING_ON else 0


def is_verb(pair: str) -> bool:
    """Whether the pair is a common verb of two characters."""
    return _list().pairs.get(pair, (0, ""))[1] in _DONE


def is_thing(word: str) -> bool:
    """Whether a word of three characters is somebody or something."""
    return word in _list().things


def likelihood(words: tuple[str, ...]) -> float:
    """How likely words of one or two characters stand in this order by how often each is met; 0 with one that is not common."""
    known = _list()
    product = 1.0
    for word in words:
        product *= (known.single.get(word, 0) if len(word) == 1 else known.pairs.get(word, (0, ""))[0]) / known.total
    return product


class _List:
    """The list as read: characters and pairs with their counts, words of three for things, the count of all."""

    def __init__(self, lines: list[str]) -> None:
        self.single: dict[str, int] = {}
        self.pairs: dict[str, tuple[int, str]] = {}
        things: set[str] = set()
        self.total = 0
        for line in lines:
            word, count, tag = line.split(" ", 2)
            number = int(count)
            self.total += number
            if len(word) == 2 and number >= COMMON:
                self.pairs[word] = number, tag
            elif len(word) == 1:
                self.single[word] = number
            elif len(word) == 3 and number >= KNOWN and tag in _THINGS:
                things.add(word)
        self.things = frozenset(things)


@cache
def _list() -> _List:
    """The list is read as a file: loading jieba itself takes longer than reading a hundred pages."""
    return _List(files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines())
