"""Who acts in a clause: persons, a body, or whoever 他 and 一行 stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rag.records import Person
from rag.tables import any_of, cue_pattern, rows
from rag.understanding.adverbials import adverbial, without_adverbs
from rag.understanding.lexicon import Lexicon, ending
from rag.understanding.nameends import followed
from rag.understanding.roles import Named

LONGEST_BODY = 26
"""Characters the name of an acting body may have, beside what is quoted in it."""

WORD_SIZES = (2, 3, 4)
"""Characters of the words that no name of a body contains."""

LONGEST_LINK = 6
"""Characters of the longest of the words before somebody who does not act."""

_NOT_ACTING = cue_pattern("not_acting", ending=True)
_PATIENT = re.compile(
    rf"(?:{any_of('jointly')}|亲自|亲切|还|也)?(?:为|向|对|给|代表|代替|替|{any_of('met_or_led')})(?!首|主)"
)
_MADE = "组成的"
_MADE_OF = re.compile(r"[^。；;]*?组成的(?=[一-鿿]{0,8}(?:团|组|队))")
"""Before a team, of whom it is made."""

_JOINTS = ("、", "和", "与", "及", "以及")
_ASKED = re.compile(r"邀请|接受")
_COMPOSED = re.compile(rf"由.{{0,120}}(?:{any_of('composed')})$")
_AND = re.compile(r"以及|及|、")
_WITH = re.compile(r"以及|[及、和与]")
_BEHIND_WHOLE = re.compile(
    rf"(?:(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:{any_of('day_parts')})?|{any_of('recently')}|当天|一行|等(?:单位|部门)?|{any_of('jointly')}|{any_of('at_once')}|还|也|又|均|都|将|(?:共|共计|合计|近|约){{0,3}}\d{{1,8}}(?:余|多)?[人名位]){{1,12}}$"
)
_CAUSES = re.compile(
    r"(?<!党)组织(?!部(?!分|署|队)|委|者|科|处|法|生活)|联合(?![会国办党部])|会同|携手|发动|邀请|带领|率领|(?:共同|联合)?组成(?!部)|(?<=们)代表"
)
"""Behind a body, what it makes others do or does with them: they are no part of its name."""

_INSIDE = re.compile(r"[\s—，,。；：的是为了对在着将把被向给由从到至以、]|与(?!会)|(?<!党)组织(?!部)")
_NEVER_IN_BODY = re.compile("[\\s—，,。；：的是为了对在着将把被向给由从到至以]|与(?!会)")
_QUOTED = re.compile(r"“[^”]{0,300}”")
_NO_END = re.compile("学生(?!态|物|活|命|产)|民[区小]|所[在有属谓需示述]")
"""What begins with the last character of a body's name and is another word (大学生, 产业园所在镇)."""

_PRONOUN = re.compile(
    rf"^(?:{any_of('meanwhile')}|但是?|不过|然而|座谈中|调研中|在此期间)?[，,]?(他们|她们|他|她|一行人|一行|大家一行|大家|全体(?:人员|成员))(?!的|人|乡|市|省|山|方|国)"
)
_ADJUNCT = re.compile(
    rf"^[”’]?(?:(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:至\d{{1,2}}日)?(?:{any_of('day_parts')})?|{any_of('recently')}|当晚"
    rf"|{any_of('meanwhile')}|目前|首先|不过|但是|但|然而|对此|而|并|还|又|也|由)*"
)
_OF_TOWN = "(?:(?![在到赴于从对向为把被让将由与和的是以或但而自])[一-鿿])"
_TOWN = re.compile(
    rf"(?:我|该|(?!全|各|每|本|外|其|整个){_OF_TOWN}{{2,12}}?)[省市县区州旗](?![委长内民区场])"
    rf"(?:{_OF_TOWN}{{1,6}}?[市区县旗镇乡](?![委长内民区场]))?"
)
"""A town, or one of another's (青石市东江县), that acts as a whole (东江县召开…); nothing but adverbs and circumstances stand
between it and its verb."""

TOWN_FRONT = re.compile(r"^[一-鿿]{1,12}?[省市县区州旗镇乡](?![委长内民])")
_NAME_OF_MEETING = re.compile(rf"第|[“”\d(（《]|(?:{any_of('gatherings')}|活动|仪式)$")
_ACTING_PEOPLE = ("志愿者", "工作人员", "医护人员", "医务人员")
"""People without names who act by themselves; others (代表, 人员) are told of somebody."""

_TOWN_BODIES = ("街道", "社区", "镇", "乡", "村")
"""What governs a place that another body, which acts, may be of (祠山街道白洋村党群服务中心)."""

_VILLAGE = re.compile("[一-鿿]{1,5}?(?:村|社区)")

_UNIT = re.compile("组(?!织|建|成)")
"""Behind a body, a part of it that acts (中心组)."""

_GROUPS = ("团", "队", "团队")

_ET_CETERA_END = re.compile(r"等?(?:各|有关|相关)?(?:部门|单位|机构)?(?:共同|联合)?组成的$")
_ET_CETERA = re.compile(r"^等(?:各|有关|相关)?(?:部门|单位|机构|地|组织)?")
_BEHIND_BODY = re.compile(rf"等(?:单位|部门|地)?|{any_of('et_cetera')}")


class Subject(NamedTuple):
    """Who acts: `people` (persons, a body in its own name, a meeting `sitting`), where they stand, and whether a name is a team's."""

    people: tuple[Person, ...]
    start: int
    end: int
    team: str = ""
    body: bool = False
    sitting: bool = False


def persons_acting(text: str, start: int, end: int, people: Sequence[Named]) -> tuple[Named, ...]:
    """The persons between two offsets of a clause who act, rather than being spoken to or of."""
    inside = [p for p in people if start <= p.front and p.end <= end]
    acting: list[Named] = []
    before: Named | None = None
    for person in inside:
        joined = before is not None and text[before.end : person.front] in _JOINTS
        near = max(start, person.front - LONGEST_LINK)
        spoken_of = _NOT_ACTING.search(text, near, person.front) or _PATIENT.match(_between(text, acting, person))
        if (bool(acting) and before is acting[-1]) if joined else not (spoken_of or text.startswith("的", person.end)):
            acting.append(person)
        before = person
    return tuple(acting)


def _between(text: str, acting: Sequence[Named], person: Named) -> str:
    """The words between the last one who acts and this person; those of a list tell nothing."""
    return text[acting[-1].end : person.front] if acting else ""


def pronoun(clause: str) -> str:
    """The clause's subject where it is 他, 她 or 一行, else nothing."""
    match = _PRONOUN.match(clause)
    return match.group(1) if match else ""


def body_acting(text: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """The body or town a clause begins with (市检查组, 区政协, 东江县), or None. `end` is where its verb begins."""
    adjunct = _ADJUNCT.match(text[start:end])
    at = start + (adjunct.end() if adjunct else 0)
    made = _MADE_OF.match(text, at, end) if text.find(_MADE, at, end) >= 0 else None
    if made:
        makers = _makers(made.group(), lexicon)
        if team := body_acting(text, made.end(), end, lexicon) if makers else None:
            return team._replace(people=(*makers, *team.people))
        at = made.end()
    place = _TOWN.match(text[at:end]) if end < len(text) else None
    if place and adverbial(text[at + place.end() : end]):
        return Subject((Person(place.group()),), at, at + place.end(), body=True)
    if lexicon.patterns["body"].search(text, start, end) is None:
        return None
    if lexicon.patterns["not_body"].match(text, at, end) or _COMPOSED.match(text, start, end):
        return None
    if _ASKED.search(text, at, end):
        return None
    if causes := _CAUSES.search(text, at + 1, end):
        end = causes.start()
    whole = without_adverbs(_BEHIND_WHOLE.sub("", text[at:end]))
    if (
        2 <= len(_QUOTED.sub("", whole)) <= LONGEST_BODY
        and len(whole) <= 2 * LONGEST_BODY
        and (suffix := ending(whole, lexicon.bodies))
        and not _INSIDE.search(_QUOTED.sub("", whole))
        and not _sentence_like(whole)
    ):
        return _body(whole, suffix, at, at + len(whole), lexicon)
    if several := _several(text, at, end, lexicon):
        return several
    return _first_body(text, at, end, lexicon)


def _first_body(text: str, at: int, end: int, lexicon: Lexicon) -> Subject | None:
    """The body whose name begins at `at` and ends first where it may end; a town's only where no body of it acts."""
    town: Subject | None = None
    for match in lexicon.patterns["body"].finditer(text, at, min(end, at + LONGEST_BODY)):
        stop = match.end()
        if match.start() == at and not _by_itself(text, match, end, lexicon):
            continue
        if _NEVER_IN_BODY.search(_QUOTED.sub("", text[at:stop])) or _sentence_like(text[at:stop]):
            return town
        if lexicon.bodies[match.group()] == "public" and stop < end and not adverbial(text[stop:end]):
            continue
        sure = stop == end or followed(text, stop, lexicon) > 0 or adverbial(text[stop:end])
        alone = sure or len(match.group()) > 1
        closed = all(text.count(o, at, stop) == text.count(c, at, stop) for o, c in ("（）", "“”"))
        if alone and closed and not _goes_on(text, stop, end, lexicon):
            behind = _BEHIND_BODY.match(text, stop, end)
            found = _body(text[at:stop], match.group(), at, behind.end() if behind else stop, lexicon)
            if sure or behind or match.group() not in _TOWN_BODIES or not _VILLAGE.match(text, stop, end):
                return found
            town = town or found
    return town


def _by_itself(text: str, match: re.Match[str], end: int, lexicon: Lexicon) -> bool:
    """Whether a word for a body acts without a name of its own: a team, a group (实践团), or people of whom no more is told
    (志愿者向…讲解)."""
    kind = lexicon.bodies[match.group()]
    if kind == "team" and not match.group().endswith("人员"):
        return True
    alone = match.group() in _ACTING_PEOPLE if kind == "people" else match.group().endswith((*_GROUPS, "人员"))
    return alone and adverbial(text[match.end() : end].removeprefix("一行"))


def _several(text: str, start: int, end: int, lexicon: Lexicon) -> Subject | None:
    """Bodies in a list that act together (市妇联、市残联在中心广场开展…), or None."""
    names: list[str] = []
    at = start
    for mark in _AND.finditer(text, start, end):
        name = text[at : mark.start()]
        if not _named_body(name, lexicon):
            break
        names.append(name)
        at = mark.end()
    if not names:
        return None
    ends = (m.end() for m in lexicon.patterns["body"].finditer(text, at, min(end, at + LONGEST_BODY)))
    last = next((e for e in ends if _named_body(text[at:e], lexicon) and _acts_behind(text[e:end])), 0)
    if not last:
        return None
    return Subject(tuple(Person(n) for n in (*names, text[at:last])), start, last, body=True)


def _makers(text: str, lexicon: Lexicon) -> tuple[Person, ...]:
    """The bodies of which a team is said to be made (某局、某公司等单位组成的慰问团)."""
    names = _WITH.split(_ET_CETERA_END.sub("", text.removeprefix("由")))
    if len(names) < 2 or not all(_named_body(n, lexicon) for n in names):
        return ()
    return tuple(map(Person, names))


def _named_body(name: str, lexicon: Lexicon) -> bool:
    plain = _QUOTED.sub("", name)
    fits = 2 < len(name) <= LONGEST_BODY and bool(ending(name, lexicon.bodies))
    return fits and not (_INSIDE.search(plain) or _sentence_like(plain))


def _sentence_like(name: str) -> bool:
    """Whether a word stands in what looks like a body's name that no such name contains (增强村民消防, 今年工作人员)."""
    plain = _QUOTED.sub("", name)
    return any(plain[at : at + size] in _in_no_body() for at in range(len(plain)) for size in WORD_SIZES)


@cache
def _in_no_body() -> frozenset[str]:
    return frozenset(word for (word,) in rows("in_no_body.tsv"))


def _acts_behind(between: str) -> bool:
    """Whether what stands between a list of bodies and its verb says only how, where and with whom."""
    rest = _ET_CETERA.sub("", between)
    return not rest or adverbial(rest)


def body_of(name: str, start: int, lexicon: Lexicon) -> Subject | None:
    """Whose meeting it is by its name (东江区人大常委会第三次会议), which stands at `start`; None where no body is in it."""
    front = _NAME_OF_MEETING.split(name, maxsplit=1)[0]
    ends = (
        m.end() for m in lexicon.patterns["body"].finditer(front) if not _goes_on(front, m.end(), len(front), lexicon)
    )
    towns = (m.end() for m in TOWN_FRONT.finditer(front))
    stop = max(max(ends, default=0), max(towns, default=0))
    known = stop > 2 and not _INSIDE.search(front[:stop]) and front[0] not in "全该此本首各"
    return Subject((Person(front[:stop]),), start, start + stop, body=True) if known else None


def _body(name: str, suffix: str, start: int, end: int, lexicon: Lexicon) -> Subject:
    team = suffix if lexicon.bodies[suffix] == "team" else ""
    ways = (_AND.split(name), _WITH.split(name))
    names = next((w for w in ways if len(w) > 1 and all(_named_body(p, lexicon) for p in w)), [name])
    return Subject(tuple(Person(n, team) for n in names), start, end, team, body=True)


def _goes_on(text: str, stop: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name is longer than this: another ending follows (市人大 + 常委会), or an office, whose holder acts."""
    if stop < end and (text[stop] in "的（(会员长室内里" or _UNIT.match(text, stop) or _NO_END.match(text, stop - 1)):
        return True
    held = lexicon.patterns["office"].match(text, stop, end)
    return held is not None or lexicon.patterns["body"].match(text, stop, end) is not None
