"""Who was there besides the subject: 与相关负责人, 率代表团一行, 在副区长某某陪同下."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.records import Person
from rag.tables import any_of, cue_pattern
from rag.understanding.lexicon import Lexicon, ending
from rag.understanding.roles import Named
from rag.understanding.subjects import Subject

_WITH = re.compile(
    rf"(?:与|(?<=[，,])同|率领|率|带领|会同)(?!的)((?:(?!开展|进行|深入|赴)[^，,。；;“]){{2,30}}?(?:{any_of('guests')}))(?:们|一行)?"
)
_UNDER = re.compile(r"在((?:(?!在)[^。；;]){2,120}?)(?:的|等的|等)?陪同下")
_OF = re.compile(
    r"^(.{3,}(?:公司|集团|中心|局|委|办|镇|乡|街道|村|区|市|县))(?:的)?(?:相关|有关|主要)?(?:负责人|负责同志)$"
)


_LEADS = cue_pattern("taking_along", ending=True)
_RECEIVES = re.compile(rf"(?:{any_of('receiving')})了?(?:[^，,。；;“]{{0,16}}的)?$")
_BESIDES = re.compile(r"[与同]$|邀请了?$")
_OTHERS = re.compile(r"等(?:单位|部门)?$")
_JOINTS = ("、", "和", "与", "及", "以及", "，", ",")
_ESCORT = "陪同"
_ESCORTED = "陪同下"
_PEOPLE = cue_pattern("people", ending=True)
_MAY_LEAD = re.compile(r"带领|率|会同|偕|携")
_TELLS = cue_pattern("telling")
_COMMA = re.compile(r"[，,；;]")
_BEFORE = re.compile(r"^(?:以及|[、和及与等])++")
_BEFORE_NAME = re.compile(r"(?:[、和及与等]|^)$")
"""How a list goes on before a name; words that touch the name are an office of that person, not others."""

_BEHIND = re.compile(
    rf"(?:{any_of('jointly')}|应邀|线上|同步|也|均|都|等|(?:共|共计|合计|近|约){{0,3}}\d{{1,8}}(?:余|多)?[人名位]){{1,12}}$"
)


def led_along(text: str, people: Sequence[Named]) -> frozenset[Named]:
    """Those of a sentence whom somebody takes along (带领副市长某某、局长某某): they do not lead themselves."""
    return frozenset(_behind(text, people, _LEADS)) if _MAY_LEAD.search(text) else frozenset()


_STOPS = f"{any_of('stops')}|到|赴|对|就|在"
_GROUPS = re.compile(
    rf"(?:{any_of('taking_along')}|联合(?!会|国|主席|总)|带着|邀请了?|组织(?!部)|(?<=[一-鿿])与|(?<=[一-鿿])(?<![共相陪会等不赞])同(?![意时志样比步等类期一学行仁事胞村乡城业]))"
    rf"((?:(?!{_STOPS})[^，,。；;]){{2,80}}?)(?=(?:集体|{any_of('jointly')}|日夜|持续|{_STOPS}|[，,]))"
)
_NUMBERED = re.compile(r"\d+(?:家|个|多|余|部门|单位)")
_LIST_MARK = re.compile(r"、|以及|和|及")


def groups_along(text: str, start: int, end: int, people: Sequence[Named], lexicon: Lexicon) -> Iterator[Person]:
    """Bodies and people without names whom the subject takes along or acts together with (联合市妇联、各社区志愿者)."""
    for match in _GROUPS.finditer(text, start, end):
        if any(match.start(1) < p.end and p.front < match.end(1) for p in people):
            continue
        items = _LIST_MARK.split(_OTHERS.sub("", match.group(1)))
        if all(len(i) > 1 and people_end(i, lexicon) and not _NUMBERED.match(i) for i in items):
            yield from map(Person, items)


def company(text: str, start: int, end: int, people: Sequence[Named], subject: Subject) -> tuple[Person, ...]:
    """Persons, or groups as printed, who accompany the subject in a clause."""
    mine = {p.name for p in subject.people}
    escorted = text.find(_ESCORTED, start, end) >= 0
    patterns = (_WITH, _UNDER) if escorted else (_WITH,)
    found = [p for pattern in patterns for m in pattern.finditer(text, start, end) for p in _in(m, people)]
    there = [p for p in people if start <= p.front and p.end <= end]
    along = (
        *_escorts(text, start, people, subject),
        *_behind(text, there, _LEADS),
        *_behind(text, there, _BESIDES),
        *_behind(text, there, _RECEIVES),
    )
    found += [Person(p.name, p.role) for p in along]
    return tuple(p for p in dict.fromkeys(found) if not any(name in p.name for name in mine))


def _escorts(text: str, start: int, people: Sequence[Named], subject: Subject) -> list[Named]:
    """Those before 陪同 where the subject stands behind it."""
    stop = subject.start - len(_ESCORT)
    return [p for p in people if start <= p.front and p.end <= stop] if text.startswith(_ESCORT, max(stop, 0)) else []


def _behind(text: str, people: Sequence[Named], cue: re.Pattern[str]) -> Iterator[Named]:
    """The persons right behind a cue (带领, 与), with the list they begin."""
    following = False
    last = 0
    for person in people:
        between = text[last : person.front]
        following = cue.search(between) is not None or (following and between in _JOINTS)
        if following:
            yield person
        last = person.end


def unnamed(text: str, start: int, end: int, people: Sequence[Named], lexicon: Lexicon) -> tuple[Person, ...]:
    """Groups without a name in the list before 参加 or 陪同, as printed (相关部门负责人)."""
    parts: list[str] = []
    for person in (*people, None):
        stop = min(person.front, end) if person else end
        before = _COMMA.split(text[start : max(start, stop)])
        parts += before if person is None or stop < person.front or _BEFORE_NAME.search(before[-1]) else before[:-1]
        start = max(start, person.end) if person else start
    names = (_BEHIND.sub("", _BEFORE.sub("", part)).strip() for part in parts)
    return tuple(Person(n) for n in names if len(n) > 2 and people_end(n, lexicon) and not _TELLS.search(n))


def people_end(part: str, lexicon: Lexicon) -> bool:
    """Whether words end like the name of a body, an office or people without names."""
    known = lexicon.bodies.get(ending(part, lexicon.bodies)) is not None or bool(ending(part, lexicon.offices))
    return known or _PEOPLE.search(part) is not None


def _in(match: re.Match[str], people: Sequence[Named]) -> Iterator[Person]:
    inside = [p for p in people if match.start(1) <= p.front and p.end <= match.end(1)]
    if inside:
        yield from (Person(p.name, p.role) for p in inside)
        return
    yield Person(match.group(1))
    if of := _OF.match(match.group(1)):
        yield Person(of.group(1))
