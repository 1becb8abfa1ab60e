"""Whether a sentence holds the kind of thing a question asks for: a name, a place, a day, a number, an office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from rag.asked import TERM, Asks, Cue, Frame
from rag.asking.expected.appointed import appointed
from rag.asking.expected.attributes import lacks_attribute
from rag.asking.expected.chairs import tells_chair
from rag.asking.expected.confirm import confirms
from rag.asking.expected.deeds import tells_deed
from rag.asking.expected.points import UNITS, lists_points, strings_so_many
from rag.asking.expected.things import lacks_thing
from rag.asking.expected.times import deadline, installs, lasts, sets_term, takes_office, tells_hour, wants_hour
from rag.asking.expected.whom import tells_whom
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.candidates import Candidate, around
from rag.asking.matching.terms import generic_nouns, plain, said
from rag.records import Activity, Passage
from rag.spans import overlap

_NUMBER = re.compile(
    r"(?:\d[\d,.]*(?:[多余几])?(?:万亿|万|亿|千|百)?(?:多|余)?"
    r"|[〇零一二两三四五六七八九十百千]+(?:万|亿)?[多余]?(?=[个位名家户人件条项次处座所台辆吨米亩元只块份场倍成级公平小分岁年天]))"
)
_TIME = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[日号时点]|\d{4}年|[上下]午|昨[日天]|今[日天]|当[天晚日]|近日|日前|年底|月底|[今去明]年"
)
_SO_OFTEN = re.compile(r"(?<![第\d一二三四五六七八九十])[\d一二三四五六七八九十]+次")
_FROM = re.compile(r"籍贯|出生|生于|老家|祖籍|[一-鿿]{2,}人(?=[，,。、；]|$)")
_SHARE = re.compile(r"[%％‰]|百分之|成(?![立为员效果])|全部|零|倍")
_UNITS = {"例": "例|台|人次", "度": "度|℃|°C?|摄氏度"}
"""Measures that a newspaper may print for another one."""

NAMELESS = "某"

_CALLED = re.compile(r"[“「『《][^”」』》\d]{2,8}[”」』》]")
"""A name in quotation marks: the numerals in it count nothing (“千家万户”行动)."""
_EACH = re.compile(r"每[^，。]{0,4}一")
_REASON = re.compile(r"因|由于|为了|(?:^|[，,。；;”])为(?!期|首|主)|以便|避免|防止|鉴于|根据")
_GOING = re.compile(
    r"来到|前往|赴|深入|走进|先后到|先后来到|抵达|位于|走访|在[^，。]{2,24}[，,召举看察检视]|到[^，。]{2,20}[，,、调督检视慰看走考参察宣]"
)
_VISITING = re.compile(r"参观|察看|考察|视察|检查|督查|督导|调研(?!组|员)|慰问|看望")
"""Acts that are done somewhere: whoever visited what went there, with or without a verb of going."""

_STRESSING = re.compile(
    r"(?:强调|指出|要求|表示|提出|建议|致辞|讲话中|希望|勉励|鼓励|号召|责令|认为|说|介绍|叮嘱|部署)[^。]{6,}|(?:^|[：:；;，,])一(?:是|要)[^。]{4,}|(?:^|[，,；;：:“。])[^，,]{0,12}要[^。]{4,}"
)
_SAYING = re.compile(r"说|介绍|强调|指出|要求|表示|提出|叮嘱|嘱咐|勉励|希望|鼓励|祝贺|感谢|肯定|提醒|号召|责令|认为|要")


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the passage has what `query.asks` wants; True for kinds that any sentence may answer."""
    if not strings_so_many(query, passage, candidate):
        return False
    if wants_reason(query) and not _REASON.search(passage.text):
        return False
    if lacks_attribute(query.wording.told, passage.text):
        return False
    if lacks_thing(query.wording.thing, passage.text) or (Cue.ORIGIN in query.cues and not _FROM.search(passage.text)):
        return False
    check = _CHECKS.get(query.asks)
    return check(query, passage, candidate) if check else True


def wants_words(query: Frame) -> bool:
    """Whether it asks what somebody said."""
    return bool(query.people) and Cue.SAID in query.cues


def wants_reason(query: Frame) -> bool:
    """Whether it asks why."""
    return Cue.WHY in query.cues


def counts_acts(query: Frame, passage: Passage) -> bool:
    """Whether it asks how often somebody did something and no sentence says so: then the acts are counted."""
    return query.asks is Asks.COUNT and bool(query.people) and not _SO_OFTEN.search(passage.text)


def new_people(query: Frame, text: str, people: Iterable[str]) -> tuple[str, ...]:
    """People the text names and the question does not, or puts to choice; whoever is made nameless (贺某某) does nothing
    in office."""
    named = (n for n in people if n in text and n not in query.people and n not in query.excluded)
    named = (n for n in named if not query.choices or n in query.choices)
    return tuple(n for n in named if NAMELESS not in n or not query.activities)


def wants_people(query: Frame) -> bool:
    """Whether names of people are asked for, one or a list of them."""
    return query.asks is Asks.WHO or (query.asks is Asks.LIST and Cue.PEOPLE in query.cues)


def counts(query: Frame, text: str) -> bool:
    """Whether a number other than a date stands in the text, with the unit asked for if there is one.

    一 alone is as often an article (一行, 一家) as a number, so it counts only before the unit asked for.
    """
    if query.unit == TERM:
        return lasts(text)
    text, unit = _CALLED.sub("", _EACH.sub("", _TIME.sub("", text))), query.unit
    if unit:
        printed = _UNITS.get(unit, re.escape(unit))
        numeral = rf"(?:{_NUMBER.pattern}|[一二两三四五六七八九十ⅠⅡⅢⅣⅤⅥ]+)"
        return re.search(rf"{numeral}\s*(?:人次|万|亿)?(?:{printed})", text) is not None
    return any(m.group() != "一" for m in _NUMBER.finditer(text))


def _yes_no(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """For who chaired: somebody asked about is said to have; other deeds have too many words to be told by theirs."""
    if not confirms(query, candidate):
        return False
    if not query.people or Activity.MEETING_CHAIR not in query.activities:
        return True
    before, chaired, _ = passage.text.partition("主持")
    nearest = max((n for n in candidate.actors if n in before), key=before.rfind, default=passage.actor)
    return bool(chaired) and any(n in nearest.split("、") for n in query.people)


def _list(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    return _who(query, passage, candidate) if wants_people(query) else True


def _who(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Somebody the question does not name; a body without a name only where the article names nobody."""
    if not tells_deed(query, passage, candidate.reading.understood.events):
        return False
    if not tells_chair(query, passage, candidate.passages):
        return False
    if asks_whom(query):
        acting = _about_people(query, passage) or _acted(query, passage, candidate)
        return acting and tells_whom(query.wording.whom, passage, candidate.passages)
    text = unsigned(passage.text)
    if holders := holders_of(query, candidate):
        return bool(new_people(query, text, holders))
    if wants_people(query) and query.asks is Asks.LIST and query.wording.offices:
        return False
    people = [p.name for p in candidate.roles]
    if not people and Cue.NAME not in query.cues:
        people = list(candidate.actors)
    return bool(new_people(query, text, people))


def asks_whom(query: Frame) -> bool:
    """Whether it asks to whom something was done (慰问了谁), which a paper answers with a name or a group."""
    return Cue.WHOM in query.cues


def holders_of(query: Frame, candidate: Candidate) -> list[str]:
    """People of the article who hold an office that the question names; [] for 市领导 and the like."""
    return [p.name for p in candidate.roles if any(o in p.role for o in query.wording.offices)]


def _acted(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether the sentence is evidence of an event of somebody asked about (他看望了…)."""
    told = (e for e in candidate.reading.understood.events if overlap(e.spans, passage.spans))
    return any(a.name in query.people for e in told for a in e.actors)


def _about_people(query: Frame, passage: Passage) -> bool:
    """Whether the sentence names one of those asked about, or was read with one of them as its actor."""
    return not query.people or any(n in passage.text or n in passage.actor.split("、") for n in query.people)


def _what(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """About those the question names, and in words of theirs where it asks what they said."""
    if (Activity.SPEECH in query.activities or wants_words(query)) and not _says(query, passage.text):
        return False
    if query.people and wants_words(query) and not _his_words(query, passage, candidate):
        return False
    return _about_people(query, passage)


def _says(query: Frame, text: str) -> bool:
    """Whether words are reported; what was stressed is not told by whom one thanked or congratulated."""
    warm = Cue.WARM in query.cues or not (query.people or query.carried)
    return (_SAYING if warm else _STRESSING).search(text) is not None


def _his_words(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Whether a verb of saying has nobody else before it than those asked about."""
    for saying in _SAYING.finditer(passage.text):
        before = passage.text[: saying.start()]
        named = [n for n in candidate.actors if n in before]
        nearest = max(named, key=before.rfind, default=passage.actor)
        if not nearest or any(n in nearest.split("、") for n in query.people):
            return True
    return False


def _where(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    if not _about_people(query, passage):
        return False
    named = any(p in passage.text and not query.wording.sought.says(p) for p in candidate.places)
    if query.people and Cue.FROM_WHERE in query.cues:
        return any(p.name in query.people and p.role and p.name in passage.text for p in candidate.roles)
    going = _GOING.search(passage.text) is not None
    if query.people and Cue.WENT in query.cues:
        return going or (named and _VISITING.search(passage.text) is not None)
    return going or named


def _when(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A day is known of the whole article or printed in the sentence."""
    if takes_office(query):
        return installs(passage.text)
    if deadline(query):
        return sets_term(passage.text)
    if wants_hour(query):
        theirs = not query.people or any(n in passage.text or n in passage.actor.split("、") for n in query.people)
        return tells_hour(passage.text) and theirs
    return candidate.reading.understood.when.value is not None or _TIME.search(passage.text) is not None


def _number(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A number, with what is counted named in the sentence or beside it."""
    if Cue.RATE in query.cues and not _SHARE.search(passage.text):
        return False
    if query.unit in UNITS and lists_points(passage.text):
        return True
    near = around(candidate, passage)
    counted = [w for w in query.focus if w not in generic_nouns()]
    return counts(query, passage.text) and all(said(plain(w), near) for w in counted)


def _role(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    if any(appointed(n, passage.text) for n in query.people):
        return True
    asked = [r for r in candidate.roles if r.name in query.people] or candidate.roles
    return any(p.role and p.role in passage.text and p.name in passage.text for p in asked)


_CHECKS: Mapping[Asks, Callable[[Frame, Passage, Candidate], bool]] = MappingProxyType(
    {
        Asks.WHO: _who,
        Asks.YES_NO: _yes_no,
        Asks.WHAT: _what,
        Asks.LIST: _list,
        Asks.WHERE: _where,
        Asks.WHEN: _when,
        Asks.NUMBER: _number,
        Asks.ROLE: _role,
    }
)
