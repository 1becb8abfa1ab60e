"""The persons in a sentence with their offices, before the name, behind it, or shared by a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rag.script import DOT
from rag.tables import any_of, cue_words
from rag.understanding.clauses import dateline
from rag.understanding.credits import credited
from rag.understanding.installed import filled, installed
from rag.understanding.lexicon import Lexicon, ending
from rag.understanding.mistaken import ASIDE, PERSONAL, occurrences
from rag.understanding.nameends import followed

LONGEST_ROLE = 40
"""Characters one office may have; longer ones are sentences."""

SHORTEST_PART = 2
"""Characters of the last part of a foreign name by which its owner may be called."""

LONGEST_ADVERB = 4
LONGEST_VERB = 4
"""Characters within which a verb tells that a clause begins with a name of two characters."""

COURTESIES = ("领导", "同志", "嘉宾", "代表")
"""What somebody is called who holds an office, or none."""

_EDGE = re.compile(r"[，,。；;：:！!？?“”‘’\"（()《》〈〉【】…|｜丨\n\r\t 　、]")
_MANY = rf"{any_of('of_many')}|员$"
_COLLECTIVE = re.compile(rf"{_MANY}|副[^、]{{1,5}}$")
"""Offices that a list of names shares."""

_FOR = "代表"
"""An office, but between two names it says for whom the first one acts."""

_COUNTED = ("常委", "委员", "成员")
"""Seats in a body that stand before another office of the same person."""

_SHARED_BEHIND = re.compile(
    rf"等([^，,。；;、和与等]{{0,8}}?(?:{any_of('led')}|副[市区县镇省]长))|((?:省|市|区|县|州|镇)领导(?!干部))"
)
_ASIDE = re.compile(r"[（(](?:[男女]|[一-鿿]{1,5}族)[^（）()]{0,8}[)）]")
"""Sex or people of somebody in a list."""

_NAMESAKE = re.compile(rf"[一-鿿]{{0,8}}?(?:{any_of('bears_name')})")
_ENDS = frozenset("。！？!?，,；;…")
"""Before a closing quotation mark, what tells that somebody's words end there, not a name (“五星”社区书记)."""

_DAY = re.compile(rf"^.*(?:\d[日号](?:{any_of('day_parts')})?|{any_of('days')}|时(?!任)|后)(?=.)")
_TELLING = re.compile(r"^.*(?:(?:[的者]|人员|男子|女子)(?:还)?[是为有]|恰逢|适逢|正值|正逢|时值)(?=..)")
"""What leads up to an office in a sentence that says who somebody is (主持会议的是市长某某)."""

_SENT = re.compile(
    rf"^.*(?:{any_of('handing_on')})"
    r"(?=(?:[一-鿿]{1,4}?)?[省市区县州旗镇乡村](?:[党人政纪监代副原]|[委长][一-鿿]|[一-鿿]{2,})|副|原|时任|代)"
)
"""What is done with somebody before whose office it stands (要求某镇党委书记某某)."""

_LED_UP = re.compile(
    r"^(?:\d+[.．、]|[他她也都就正又还却]{0,2}[是系])(?=..)|^.*(?:"
    r"来自"
    rf"|(?:团队|[践研表察]团|[队组成]员|{any_of('with_whom')}|[他她]们?)[与跟和]"
    r"|.{5}(?=现任)|的(?=[一-鿿]{2,4}[省市区县州旗镇乡村][一-鿿]{2,}))(?=..)"
)
"""A number of a list, a copula, others whom somebody acts with or a clause of its own before an office."""

_GOVERNED = re.compile(
    rf"^(?:[^“”]|“[^“”]*”)*(?:{'|'.join(cue_words('governing'))})[了过到]{{0,2}}+(?!的|人(?![大民社力保])|[室处科部局厅组团队院所站会委点](?!长|书记)|办(?![公事]))(?=..)"
)
"""What governs an office, unless it is the beginning of a body's name (听取管委会主任…汇报, but 审理室主任)."""

_HELD_BY = re.compile(r"^([一-鿿]{1,10}?[长任席记员])为(?=[一-鿿])")
"""An office of which a sentence says who holds it by naming another one (审判长为副院长某某)."""


class Named(NamedTuple):
    """A person named at `[start, end)`; `front` is where the office before the name begins (`start` without one)."""

    name: str
    role: str
    front: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Namer:
    """The persons of one page, ready to be found in any sentence of it."""

    names: frozenset[str]
    words: tuple[str, ...]
    aliases: Mapping[str, str]
    lexicon: Lexicon


def namer(names: frozenset[str], lexicon: Lexicon) -> Namer:
    """Prepare to find these names, the user's aliases of them, and foreign ones called by their last part alone."""
    aliases = {**_last_parts(names, lexicon), **lexicon.aliases}
    return Namer(names, tuple(sorted({*names, *aliases})), aliases, lexicon)


def _last_parts(names: frozenset[str], lexicon: Lexicon) -> Mapping[str, str]:
    """Last part of a foreign name (何塞·佩雷斯 -> 佩雷斯) -> the name, where it is nobody else's and no place's or word's."""
    whole: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = name.split(DOT)
        if len(parts) > 1 and len(parts[-1]) >= SHORTEST_PART:
            whole[parts[-1]].add(name)
    taken = (names, lexicon.places, lexicon.dictionary_words)
    return {p: one for p, (one, *more) in whole.items() if not (more or any(p in words for words in taken))}


def people_in(text: str, who: Namer) -> tuple[Named, ...]:
    """Persons in a sentence, in order, each with the office printed beside it; a shared office goes to the whole list."""
    standing = tuple(_standing(text, who))
    if not standing:
        return ()
    found: list[Named] = []
    news = dateline(text)
    for start, end in standing:
        behind = office_behind(text, end, who.lexicon)
        if credited(text, start, end) and not behind:
            continue
        if _NAMESAKE.match(text, end) and not (behind or followed(text, end, who.lexicon)):
            continue
        if end - start == 2 and not _stands_alone(text, start, end, found, who.lexicon):
            continue
        front, role = _role_before(text, start, news, found[-1].end if found else 0, who.lexicon)
        name = who.aliases.get(text[start:end], text[start:end])
        if behind and not role:
            front = _body_before(text, start, max(news, found[-1].end if found else 0), who.lexicon)
        given = installed(text, end, who.lexicon)
        fills = filled(text, start, end, who.lexicon)
        role = role.removeprefix(fills).removeprefix("由") if fills else role
        roles = "、".join(
            dict.fromkeys(
                r
                for r in (_HELD_BY.sub(r"\1、", role) or text[front:start] + behind.removesuffix("同志"), given, fills)
                if r
            )
        )
        found.append(Named(name, roles, front, start, end + len(behind)))
    return _share(text, found)


def _standing(text: str, who: Namer) -> Iterator[tuple[int, int]]:
    """Where the names stand, in order; of two that overlap the one that begins first, of those the longest."""
    found = ((at, at + len(word)) for word in who.words if word in text for at in occurrences(text, word))
    free = 0
    for start, end in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= free:
            yield start, end
            free = end


def _stands_alone(text: str, start: int, end: int, found: Sequence[Named], lexicon: Lexicon) -> bool:
    """Whether two characters that make a name are one here (高明, not 高明显)."""
    named = followed(text, end, lexicon) or office_behind(text, end, lexicon) or ending(text[:start], lexicon.offices)
    return bool(named) or (at_edge(text, start) and _acts_soon(text, end, lexicon))


def at_edge(text: str, start: int) -> bool:
    """Whether a clause, or the text, begins at `start`."""
    return start == 0 or _EDGE.match(text, start - 1) is not None


def _acts_soon(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of activity stands right behind at most one adverb, which no list need know (潘轶细心询问)."""
    verb = lexicon.patterns["verb"].search(text, at, at + LONGEST_ADVERB + LONGEST_VERB)
    return verb is not None and verb.start() - at <= LONGEST_ADVERB and not _EDGE.search(text, at, verb.start())


def office_behind(text: str, at: int, lexicon: Lexicon) -> str:
    """The office that stands right behind a name (李荣华副区长一行), or nothing."""
    match = lexicon.patterns["office"].match(text, at)
    return match.group() if match and not re.search(_MANY, match.group()) else ""


def _body_before(text: str, start: int, floor: int, lexicon: Lexicon) -> int:
    """Where the body begins that stands before a name with its office behind (市教育局吴萍局长)."""
    left = _segment_start(text, start, floor)
    skipped = _lead(text[left:start], lexicon)
    return left + skipped if ending(text[left + skipped : start], lexicon.bodies) else start


def _role_before(text: str, start: int, news: int, last: int, lexicon: Lexicon) -> tuple[int, str]:
    """The offices that end at `start`, with where they begin; segments joined by 、 as long as each is an office.

    They begin behind the dateline (`news`) and the person named before, who ends at `last` (某某院士、副部长某某).
    """
    front = start
    floor = max(news, last)
    at = start
    while True:
        left = _segment_start(text, at, floor)
        segment = text[left:at]
        skipped = _lead(segment, lexicon) if len(segment) > 2 else 0
        behind_last = left == last > 0 and not skipped and (at < start or segment == _FOR)
        if behind_last or not ending(ASIDE.sub("", segment), lexicon.offices):
            break
        front = left + skipped
        if skipped or left <= floor or not (text[left - 1] == "、" or _held_besides(text, left, floor, lexicon)):
            break
        at = left - 1
    role = text[front:start]
    return (front, role) if 0 < len(role) <= 2 * LONGEST_ROLE else (start, "")


def _held_besides(text: str, left: int, floor: int, lexicon: Lexicon) -> bool:
    """Whether a comma before an office parts it from others of the same person (市委常委、副市长，高新区书记某某)."""
    if text[left - 1] not in "，,":
        return False
    before = text[_segment_start(text, left - 1, floor) : left - 1]
    one = PERSONAL.search(before) is not None or before.endswith(_COUNTED)
    whole = 2 < len(before) <= LONGEST_ROLE and not _lead(before, lexicon)
    return one and whole and lexicon.patterns["verb"].search(before) is None


def _segment_start(text: str, at: int, floor: int) -> int:
    left = at
    depth = 0
    while left > max(floor, at - LONGEST_ROLE):
        char = text[left - 1]
        spoken = char == "”" and text[left - 2 : left - 1] in _ENDS
        if spoken or (char in "）)”" and not _opened_before(text, left - 1, max(floor, at - LONGEST_ROLE))):
            break
        if char in "）)”":
            depth += 1
        elif depth and char in "（(“":
            depth -= 1
        elif not depth and _EDGE.match(char):
            break
        left -= 1
    return left


def _opened_before(text: str, close: int, floor: int) -> bool:
    """Whether what closes here was opened behind `floor`; else it is the end of a caption or of something quoted."""
    opening = {"）": "（(", ")": "（(", "”": "“"}[text[close]]
    return any(text.find(mark, floor, close) >= 0 for mark in opening)


def _lead(segment: str, lexicon: Lexicon) -> int:
    """How much of the segment's front is no office: a date, 主持会议的是, a preposition, the tail of another phrase."""
    fronts = (m.end() for pattern in (_DAY, _TELLING, _SENT, _LED_UP, _GOVERNED) if (m := pattern.match(segment)))
    at = max((end for end in fronts if end < len(segment) - 1), default=0)
    while match := lexicon.patterns["leadin"].match(segment, at):
        if match.end() >= len(segment) - 1 or ending(match.group(), lexicon.offices):
            break
        at = match.end()
    return at


def _share(text: str, found: list[Named]) -> tuple[Named, ...]:
    """Give the office before or behind a list to those in it that have none of their own."""
    shared = list(found)
    for k, person in enumerate(shared):
        if not person.role and k and _joined(text, shared[k - 1], person, {"、"}):
            role = shared[k - 1].role
            shared[k] = person._replace(role=role if _COLLECTIVE.search(role) else "")
    for k in range(len(shared) - 1, -1, -1):
        behind = _SHARED_BEHIND.match(text, shared[k].end)
        if behind and not shared[k].role:
            role = behind.group(1) or behind.group(2)
        elif k + 1 < len(shared) and _joined(text, shared[k], shared[k + 1], {"、"}) and shared[k + 1].role:
            role = shared[k + 1].role if shared[k + 1].front == shared[k + 1].start else ""
        else:
            role = ""
        if role and not shared[k].role:
            shared[k] = shared[k]._replace(role=role)
    return tuple(shared)


def _joined(text: str, one: Named, two: Named, marks: set[str]) -> bool:
    return _ASIDE.sub("", text[one.end : two.front]) in marks


def best_roles(everyone: Sequence[Named]) -> Mapping[str, str]:
    """The office each person is introduced with: the first one printed that is more than a courtesy, else the first."""
    roles: dict[str, str] = {}
    for person in everyone:
        known = roles.get(person.name, "")
        if person.role and (not known or (known.endswith(COURTESIES) and not person.role.endswith(COURTESIES))):
            roles[person.name] = person.role
    return roles
