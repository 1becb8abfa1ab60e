"""Names that a question's own wording gives away: a family name and a given name where only a person can stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rag.understanding import Lexicon

_OPENS = re.compile(r"^|陪同|随同|跟随|(?<=[长记席任])[和与跟]")
_FOLLOWS = re.compile(r"$|[，,、。？?！!\d ]|[去在是有说讲对的几哪什何与和跟做干来到]|今|昨|上周|20")
_PLACE = re.compile(r"[省市区县镇乡村街路湾山河江湖港岛站园寺桥沟岭坝州里厂店]")
GIVEN = (2, 1)
"""Characters of a given name, the longer reading first."""


def named_by_place(question: str, words: Sequence[str], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Offsets of what is written like a person's name: behind an office or where a clause opens, before what people do.

    `words` are the dictionary words of the question. A word of the dictionary that begins with the family name (高温,
    方案) is that word, and a run with a place's tail is a place.
    """
    word_at = dict(_starts(words))
    found: list[tuple[int, int]] = []
    for start in _openings(question, lexicon):
        surname = question[start : start + 1]
        if surname not in lexicon.surnames or surname in lexicon.rare_surnames or len(word_at.get(start, "")) != 1:
            continue
        sizes = (1 + n for n in GIVEN if _is_name(question, start, start + 1 + n, lexicon))
        found += [(start, start + size) for size in sizes][:1]
    return found


def _is_name(question: str, start: int, end: int, lexicon: Lexicon) -> bool:
    run = question[start:end]
    if end > len(question) or not all("㐀" <= c <= "鿿" for c in run) or run in lexicon.not_names:
        return False
    if _PLACE.match(question, end) or _PLACE.match(run[-1]) or lexicon.patterns["office"].match(question, start + 1):
        return False
    if lexicon.patterns["verb"].match(question, end - 1):
        return False
    return any(p.match(question, end) for p in (_FOLLOWS, lexicon.patterns["follower"]))


def _openings(question: str, lexicon: Lexicon) -> Iterable[int]:
    behind_office = (m.end() for m in lexicon.patterns["office"].finditer(question))
    return sorted({m.end() for m in _OPENS.finditer(question)} | set(behind_office))


def _starts(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    at = 0
    for word in words:
        yield at, word
        at += len(word)
