"""Questions that two places answer together: of two people, of two days, of what is true both here and there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.asked import Asks, Cue, Overall
from rag.asking.bounds import few
from rag.asking.question.question import Question
from rag.asking.question.several import in_full, names_its_own, several
from rag.asking.question.sides import sides
from rag.tables import any_of

_BOTH = re.compile(r"^(?P<head>.{0,200}?)既(?P<one>.{4,200}?)[，,]?又(?P<other>.{4,})$")
_AMONG = re.compile(
    r"^(?P<one>(?:(?!谁|哪|怎|什么|如何).){6,}?)的(?:人|领导|那位\w{0,4}|这位\w{0,4}|人员|干部)?(?:里|中|当中)?[，,](?P<other>.{6,})$"
)
_ALSO = re.compile(r"^(?P<one>.{8,}?)[，,](?P<other>.{0,6}(?:又|还|也|再).{4,})$")
_ENGLISH = re.compile(
    rf"^(?P<one>.{{12,}}?),? and (?P<other>(?:{any_of('asking_en', 'asking_cues.tsv')}|in) .{{4,}})$", re.I
)

_EARLIER = re.compile(r"谁(?:最)?[先早晚后]|谁更[早晚]")
"""Asks whose day comes first, which the days of both answer."""

_SAME_DAY = re.compile(r"当[天晚日]|同[一]?天|\bsame day\b", re.I)

SEQUENCE = "sequence"
"""The type of what asks for several times of one thing, which one article tells in their order."""

WHOLE = (Asks.TIMELINE, Asks.COUNT, Asks.SUMMARY)
"""Kinds that look at many articles anyhow."""


def parts(query: Question, understand: Callable[[str], Question]) -> tuple[Question, ...]:
    """The queries to answer one by one, in order; the query alone where it is one question. TooMuchError for too many."""
    if found := several(query, understand):
        return found
    query = in_full(query, understand)
    if _whole(query):
        return (query,)
    if query.type == SEQUENCE:
        return (query,)
    if query.asks in WHOLE or query.within:
        return _by_person(query) or (query,) if query.asks is Asks.TIMELINE and not query.within else (query,)
    for split in (_by_period, _by_person, _by_place):
        if found := split(query):
            return found
    return _by_clause(query, understand) or (query,)


def of_each(query: Question, understand: Callable[[str], Question]) -> tuple[Question, ...]:
    """The same question of each of several (分别, 各自, 谁…更早), in its own words; () where it is put of one.

    A day that is said once is meant of all. TooMuchError where it is put of too many.
    """
    account = query.asks is Asks.TIMELINE and query.people
    if _whole(query) or query.within or account:
        return ()
    names = (query.people, query.places, tuple(p.printed for p in query.periods))
    whole = query.periods if len(query.periods) == 1 else ()
    found = tuple(understand(text) for text in few(sides(query.question, names)))
    own = {Cue.OWN_TIME} if len({part.periods for part in found}) > 1 else set()
    return tuple(replace(p, periods=p.periods or whole, cues=p.cues | {Cue.SEVERAL} | own) for p in found)


def _whole(query: Question) -> bool:
    """Whether it asks about the table of events as a whole; who all did something may yet be put of several."""
    return query.overall not in (None, Overall.WHO_ALL)


def _by_period(query: Question) -> tuple[Question, ...]:
    if len(query.periods) < 2 or query.asks is Asks.ROLE:
        return ()
    return few(replace(query, periods=(p,), places=()) for p in query.periods)


def _by_person(query: Question) -> tuple[Question, ...]:
    if len(query.people) < 2 or not re.search(
        r"分别|各自|各|都在|谁[先后更早晚]|\beach\b|respectively", query.question
    ):
        return ()
    kind = Asks.WHEN if _EARLIER.search(query.question) else query.asks
    return few(replace(_only(query, p), asks=kind) for p in query.people)


def _by_place(query: Question) -> tuple[Question, ...]:
    if len(query.places) < 2 or query.people or not re.search(r"分别|各自|\beach\b|respectively", query.question):
        return ()
    return few(_only_at(query, p) for p in query.places)


def _only_at(query: Question, place: str) -> Question:
    others = [p for p in query.places if p != place]
    words = tuple(w for w in query.words if not any(w in o for o in others))
    return replace(query, places=(place,), words=words)


def _only(query: Question, person: str) -> Question:
    others = set(query.people) - {person}
    return replace(query, people=(person,), words=tuple(w for w in query.words if w not in others))


def _by_clause(query: Question, understand: Callable[[str], Question]) -> tuple[Question, ...]:
    match = next((m for p in (_BOTH, _AMONG, _ALSO, _ENGLISH) if (m := p.match(query.question))), None)
    if match is None:
        return ()
    head = match.groupdict().get("head") or ""
    clauses = [understand(head + match["one"]), understand(head + match["other"])]
    if match.re is _ENGLISH and not names_its_own(clauses[1]):  # and what does one cost: asked of what was named before
        return ()
    if match.re is _ALSO and _along(clauses[1]):
        return ()
    return tuple(_completed(c, query, head) for c in clauses) if all(c.words for c in clauses) else ()


def _along(clause: Question) -> bool:
    """Whether it asks who came along without saying with whom or when: of what was named before (甲去了乙村，还有谁一起去)."""
    return Cue.JOINT in clause.cues and not clause.people and not clause.periods


def _completed(clause: Question, whole: Question, head: str) -> Question:
    """A clause in the kind of the whole question, with its day where that is said of both (当天, 当晚, in the head)."""
    both = bool(head) or _SAME_DAY.search(clause.question) is not None
    periods = clause.periods or (whole.periods if both else ())
    return replace(clause, periods=periods, asks=whole.asks, excluded=whole.excluded)
