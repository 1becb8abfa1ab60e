"""What in a question looks like a person's name: what the name model takes for one, where it ends, and a family name and a
given name where only a person can stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from rag.asking.matching.regions import OWN
from rag.records import Mention, MentionKind
from rag.regions import is_region
from rag.tables import any_of, rows
from rag.understanding import Last, Lexicon, last

OF_TOWN = re.compile(rf"[省市区县州旗盟镇乡](?:委|{any_of('organs')}|[省市区县州旗盟镇乡]长)")
"""Behind the name of a town; behind a person's only an office stands (陈海市长)."""

_OPENS = re.compile(r"^|陪同|随同|跟随|(?<=[长记席任])[和与跟]")
_FOLLOWS = re.compile(r"$|[，,、。？?！!\d ]|[去在是有说讲对的几哪什何与和跟做干来到]|今|昨|上周|20")
_PLACE = re.compile(r"[省市区县镇乡村街路湾山河江湖港岛站园寺桥沟岭坝州里厂店]")
SHORT = 2
"""Characters of a short name, behind which a third may be its last or a word."""

GIVEN = (2, 1)
"""Characters of a given name, the longer reading first."""


def like_names(
    question: str, mentions: Sequence[Mention], words: Sequence[str], lexicon: Lexicon, known: Collection[str]
) -> list[tuple[int, int]]:
    """Offsets of what the name model takes for people, and of what stands where only a person's name can; `known` are the
    people of the index."""
    people = (m for m in mentions if m.kind is MentionKind.PERSON)
    tagged = (
        (m.start, _name_end(question, m.start, m.end, lexicon, known))
        for m in people
        if not OF_TOWN.match(question, m.end)
    )
    seen = [
        (start, end) for start, end in tagged if end - start > 1 and not _begins_region(question[start:end], lexicon)
    ]
    other = [(m.start, m.end) for m in mentions if m.kind is not MentionKind.PERSON]
    placed = named_by_place(question, words, lexicon)
    return seen + [(s, e) for s, e in placed if not any(s < end and start < e for start, end in (*seen, *other))]


def _begins_region(run: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a name is a county or a city and the beginning of the next word (青河清|廉餐); a family name of
    two characters (东方) is none."""
    return len(run) > OWN and is_region(run[:OWN]) and run[:OWN] not in lexicon.surnames


def _name_end(question: str, start: int, end: int, lexicon: Lexicon, known: Collection[str]) -> int:
    """Where a name ends that the model took together with the office or the festival behind it (沈一飞副主任, 方大宁八一), or
    with the word behind it (林满来|海州之前); a festival behind a family name alone (王国庆) is a given name."""
    if office := lexicon.patterns["office"].search(question, start + 1, end):
        return office.start() if office.end() == end else end
    for festival, *_ in rows("festivals.tsv"):
        name = question[start:end].removesuffix(festival)
        if start + len(name) < end and len(name) > 1 and name not in lexicon.surnames:
            return start + len(name)
    return end - (end - start == SHORT + 1 and _word_behind(question, start, end, lexicon, known))


def _word_behind(question: str, start: int, end: int, lexicon: Lexicon, known: Collection[str]) -> bool:
    """Whether the last character is a word behind a shorter name; where it may be either, one that the pages know is meant."""
    found = last(question, end - 1, lexicon)
    return found is Last.WORD or (found is Last.EITHER and question[start : end - 1] in known)


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
