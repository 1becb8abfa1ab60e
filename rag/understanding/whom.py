"""Whom an act was done with on the other side: whoever was called on, at whose home one was, who was heard.

Whoever is dead was not met; the family was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.records import Person
from rag.tables import any_of, cue_pattern
from rag.understanding.clauses import Hit
from rag.understanding.company import people_end
from rag.understanding.lexicon import Lexicon
from rag.understanding.roles import Named

_CALLS = cue_pattern("calling_on")
_HOME = re.compile(r"(?:、[^，,。；;]{0,24})?(?:老人|同志|夫妇)?(?:等[^，,。；;]{0,6})?(?:的)?(?:家中|家里|家|住所)")
_DEAD = cue_pattern("dead")
_KIN = re.compile(rf"(?:、[^，,。；;]{{0,40}}?)?(?:等)?(?:[^，,。；;、]{{0,6}})?(?:的)?(?:{any_of('family')})")
_HEARD = re.compile(
    rf"听取了?((?:(?!相关|有关|企业|各|情况|关于|就)[^，,。；;“])[^，,。；;“]{{1,40}}?)(?:的|就|对|关于|围绕|作|所作|(?=工作|情况|汇报|介绍))[^，,。；;]{{0,60}}?(?:{any_of('heard')})"
)
"""Who told something to those who heard it; nobody in particular where that is 相关负责人."""

_GENITIVE = re.compile(r"的(?!家|住所)")


def called_on(text: str, hits: Sequence[Hit], end: int, people: Sequence[Named]) -> tuple[Person, ...]:
    """The persons on whom the verbs of a clause say a call was made, up to `end`, in order."""
    found = (p for hit in hits for p in _behind(text, hit, end, people))
    return tuple(dict.fromkeys(Person(p.name, p.role) for p in found))


def at_home(text: str, start: int, end: int, people: Sequence[Named]) -> tuple[Person, ...]:
    """The persons of whom the words between two offsets say that one was at their home (在某某家中，)."""
    there = (p for p in people if start <= p.front and p.end <= end)
    return tuple(Person(p.name, p.role) for p in there if _HOME.match(text, p.end) and not _KIN.match(text, p.end))


def heard(text: str, start: int, end: int, people: Sequence[Named], lexicon: Lexicon) -> tuple[Person, ...]:
    """The persons, or groups as printed, whose report the words between two offsets say was heard."""
    found: list[Person] = []
    for match in _HEARD.finditer(text, start, end):
        named = [p for p in people if match.start(1) <= p.front and p.end <= match.end()]
        group = () if named or not people_end(match.group(1), lexicon) else (Person(match.group(1)),)
        found += [*(Person(p.name, p.role) for p in named), *group]
    return tuple(dict.fromkeys(found))


def _behind(text: str, hit: Hit, end: int, people: Sequence[Named]) -> Iterator[Named]:
    calls = _CALLS.search(hit.verb.word) is not None
    dead = _DEAD.search(text, hit.end, end)
    for person in people:
        if not hit.end <= person.front or person.end > end or (dead and dead.end() <= person.start):
            continue
        met = (calls and not _GENITIVE.match(text, person.end)) or _HOME.match(text, person.end)
        if met and not _KIN.match(text, person.end):
            yield person
