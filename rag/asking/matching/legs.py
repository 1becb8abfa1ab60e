"""The legs of what a sentence tells: 上午…，下午…; one day and the next; one leader here, another there.

What stands in one leg is told of its day, its half of the day, its place and its people, and of no other leg's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked import Frame
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.mentioned import of_a_day
from rag.asking.matching.printed import prints_time
from rag.asking.matching.rivals import HALF_DAY, clause_span, half_days, named_other, through_all
from rag.records import Passage
from rag.tables import any_of

_AT_ANOTHER = re.compile(rf"[在到赴往][了]?([一-鿿]{{2,8}}?(?:{any_of('town_ends')}|车站|水库))")

_DAY = re.compile(r"-\d\d$")
"""How a period of one day ends; a festival and a weekday may have none."""
_DAYS = r"(?:\d{1,2}月)?\d{1,2}[日号]|次日|翌日"
_SMALL = re.compile(r"(?:村|社区|镇|乡|街道)$")
_NAMED = re.compile(
    r"(?![此该本各全这那辖和与在到])[一-鿿]{2}(?<![此该本各全这那辖街])(村|社区|镇|乡|街道)(?![民组口里外内中间振])"
)
"""A place of a kind of which an article may name several."""


def of_asked(query: Frame, passage: Passage, c: Candidate, at: int, told: Sequence[str] = ()) -> bool:
    """Whether what stands at a place of the sentence may be told of the day, half day, place and people asked about.

    `told` are the people told of there, who lead no leg of their own.
    """
    text = passage.text
    begins, ends = clause_span(text, at)
    clause = text[begins:ends]
    if through_all(clause):
        return True
    start, end = leg(text, at)
    own = text[start:end]
    return (
        not named_other(query, passage, c, at)
        and not _of_a_part(query, clause)
        and not _of_another_day(query, passage, end)
        and not _of_another_leader(query, c, text, own, told)
        and not _at_another_place(query, text, own, clause)
    )


def _of_a_part(query: Frame, clause: str) -> bool:
    """Whether the clause says itself that it was so for a part alone (陪同上午的检查, 陪同在某镇调研) that is not asked about."""
    part = _partly().search(clause)
    if part is None:
        return False
    if part[1]:
        return not any(r.group == HALF_DAY for r in query.wording.rivals)
    return not any(part[2] in p or p in part[2] for p in query.places)


def leg(text: str, at: int) -> tuple[int, int]:
    """Where the leg begins and ends that holds a place of the sentence."""
    cuts = [0, *(m.start() for m in _legs().finditer(text)), len(text)]
    return max(c for c in cuts if c <= at), min((c for c in cuts if c > at), default=len(text))


@lru_cache(maxsize=1)
def _legs() -> re.Pattern[str]:
    """What a leg begins with: a half of a day or a day at the head of a clause, or what comes next."""
    half = rf"(?:^|(?<=[，,；;。]))(?:{_DAYS}|当[天日]|同日)?(?:中午|{half_days()})"
    return re.compile(rf"[；;。]|{half}|(?<=[，,；;。])(?:{_DAYS}|随后|之后|接着|接下来)")


@lru_cache(maxsize=1)
def _partly() -> re.Pattern[str]:
    """What says in a clause that it was so for a part alone: a half of the day, or a place."""
    place = r"在([一-鿿]{2,8}?(?:镇|乡|村|街道|社区|县|区))"
    return re.compile(rf"(?:陪同|随同|参加|出席)了?(?:({half_days()})的?|{place})")


def _of_another_day(query: Frame, passage: Passage, end: int) -> bool:
    """Whether the last day printed up to there is none of those asked about, where days are asked about."""
    days = [p for p in query.periods if p.first == p.last and _DAY.search(p.first)]
    printed = [m for m in of_a_day(passage.mentions) if m.start < end]
    return bool(days) and bool(printed) and not any(prints_time(p, printed[-1:]) for p in days)


def _of_another_leader(query: Frame, c: Candidate, text: str, own: str, told: Sequence[str]) -> bool:
    """Whether whoever is asked about stands in another leg of the sentence, and somebody else leads this one."""
    elsewhere = [p for p in query.people if p in text and p not in own]
    others = [p.name for p in c.roles if p.name in own and p.name not in told and p.name not in query.people]
    return bool(elsewhere) and not any(p in own for p in query.people) and bool(others)


def _at_another_place(query: Frame, text: str, own: str, clause: str) -> bool:
    """Whether a place asked about stands in another leg only, or the clause goes to another one."""
    if not query.places or any(p in own for p in query.places):
        return False
    if any(p in text for p in query.places):
        return True
    kinds = {kind[0] for p in query.places if (kind := _SMALL.search(p))}
    if any(m[1] in kinds for m in _NAMED.finditer(own)):
        return True
    there = _AT_ANOTHER.search(clause)
    return there is not None and not any(there[1] in p or p in there[1] for p in query.places)
