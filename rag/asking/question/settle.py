"""What a question wants, once it is known whom it names: the same words ask for an office, a person or an account."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from rag.asked import Asks, Cue
from rag.tables import any_of, cue_pattern

_HOLDER = re.compile(r"是谁|谁是|有哪[几些][位个人]?|有谁|叫(?:什么|啥)|何人|换[人了过]|\bwho (?:is|was|were)\b", re.I)
_POST = re.compile(
    rf"[一-鿿（）()]{{2,18}}(?:{any_of('posts', 'asking_cues.tsv')}|长)的?(?:现在|现任)?(?:是谁|是哪位|叫什么(?:名字)?|叫啥|姓名)[？?。]?"
)
_DOING = re.compile(rf"[的了过]|参加|出席|主持|讲话|强调|陪|{any_of('visits')}|\d")
_EITHER = re.compile(r"谁是|哪[个位]是|\bwhich of\b|\bwho is the\b", re.I)
_ACCOUNT = re.compile(
    r"(?:做|干|忙)(?:了|过|的)?(?:些)?(?:什么|啥|哪些)(?:事|工作|活动)?(?:去了|来着)?[？?。]?$|[做干]嘛去了"
    r"|(?:参加|出席)(?:了|过)?(?:哪些|什么|哪几[次个场项])(?:公开|重要)?(?:的)?(?:会议|活动|调研|会)"
    r"|有(?:哪些|什么)(?:公开|公务|政务)*(?:活动|行程|动态)[？?。]?$"
    r"|\bwhat (?:did|has) [a-z' -]{3,30}? (?:do|done|been doing)\b",
    re.I,
)
_OCCASIONS = re.compile(
    rf"(?:几|多少)[场项个](?:{any_of('public_doings', 'asking_cues.tsv')})*(?:活动|会议|会(?![员场])|调研)"
)
"""How many doings of somebody's, counted like the times they did them."""
_WHO_IS = re.compile(r"是谁(?![一-鿿]{2})|是(?:个)?什么人|何许人|\bwho(?: is|'s)\b", re.I)

_MOVED = re.compile(
    rf"谁(?:被)?(?:{any_of('appointing', 'asking_cues.tsv')}|选|聘)|(?:任命|选举|免去)(?:了)?谁|由谁(?:接任|继任)"
    rf"|\bwho (?:was|were|has been|is) (?:{any_of('appointing_en', 'asking_cues.tsv')})\b|\bwho (?:resigned|stepped down|succeeded)\b",
    re.I,
)
"""Who takes or leaves an office."""

_BESIDE = re.compile(
    r"之[前后](?:的)?(?:是)?谁|之[前后][一-鿿]{0,8}(?:书记|长|主任|主席)是谁|的(?:前任|继任|后任)|接替(?:的是|了)谁|谁(?:接替|接任)"
    rf"|\bwho\b.{{0,40}}\b(?:{any_of('succession_en', 'asking_cues.tsv')})\b",
    re.I,
)
"""Who held an office before or after somebody."""

_HELD_HOW = cue_pattern("held_how", "asking_cues.tsv")
"""How an office is held, which is no matter of its own."""

SHORTEST_TOPIC = 2
"""Characters from which on a question about an office holder is about something else as well."""

MANY = ("领导", "干部", "负责人", "代表", "委员")
"""What many are at once, so that no one holds it as an office."""

PAIR = 2
"""People a question names that asks which of them holds an office."""


def settled(
    kind: Asks, question: str, people: Sequence[str], offices: Sequence[str], rest: str, cues: Set[Cue] = frozenset()
) -> Asks:
    """The kind of answer wanted; `rest` is what the question says besides names, offices, dates and question words.

    Who is mayor of a place asks for an office and when it was held, and so does who somebody is; what somebody did,
    without saying where or in what matter, asks for all that is reported of them.
    """
    if kind is Asks.WHO and Cue.COMPANY in cues:
        return kind  # who came along is asked for (同去的副区长是谁), whatever office it is told by
    about_more = len(_HELD_HOW.sub("", rest)) >= SHORTEST_TOPIC
    if kind in (Asks.WHAT, Asks.LIST) and people and _asks_all(question, rest):
        return Asks.TIMELINE
    if kind in (Asks.NUMBER, Asks.LIST) and people and _OCCASIONS.search(question):
        return Asks.COUNT
    if kind is Asks.WHO and _is_person(question, people, offices, about_more):
        return Asks.ROLE
    if kind is Asks.WHO and offices and (_MOVED.search(question) or (people and _BESIDE.search(question))):
        return Asks.ROLE
    if kind is Asks.WHO and _POST.fullmatch(question) and not _DOING.search(question):
        return Asks.ROLE
    if kind not in (Asks.WHO, Asks.YES_NO, Asks.LIST) or about_more:
        return kind
    if not offices or (kind is Asks.LIST and all(o.endswith(MANY) for o in offices)):
        return kind
    return Asks.ROLE if kind is Asks.YES_NO or _HOLDER.search(question) else kind


def _asks_all(question: str, rest: str) -> bool:
    """Whether it asks what was done and says nothing else."""
    asked = _ACCOUNT.search(question)
    for character in asked.group() if asked else "":
        rest = rest.replace(character, "", 1)
    return asked is not None and len(rest) < SHORTEST_TOPIC


def _is_person(question: str, people: Sequence[str], offices: Sequence[str], about_more: bool) -> bool:
    """Whether it asks who somebody is, or which of two people holds an office."""
    if not people or about_more:
        return False
    if len(people) == PAIR and offices and _EITHER.search(question):
        return True
    return len(people) == 1 and not offices and _WHO_IS.search(question) is not None
