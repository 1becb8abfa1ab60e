"""Offices with a time as an article tells them, in the groups that a question asks for: held, then, once, left, to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.asked import Cue, Frame
from rag.asking.matching.candidates import Candidate
from rag.records import Hold, Person, Tenure

PRESENT = (Hold.HELD, Hold.ACTING, Hold.TAKEN)
OVER = (Hold.FORMER, Hold.LEFT, Hold.THEN)

_YEAR = 4
"""Characters of a year in a day."""

_BEFORE = {Hold.THEN: "时任", Hold.FORMER: "原", Hold.LEFT: "原", Hold.TO_COME: "拟任"}
"""What says how an office is held that the sentence prints without a word for it."""


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody with the offices that an article gives them at one time; `person.role` is how an answer tells them."""

    person: Person
    tenures: tuple[Tenure, ...]

    @property
    def hold(self) -> Hold:
        """How they are held."""
        return self.tenures[0].hold

    def held(self, holds: tuple[Hold, ...]) -> Post:
        """With those alone that are held so."""
        return replace(self, tenures=tuple(t for t in self.tenures if t.hold in holds))

    @property
    def when(self) -> str:
        """The first day that is told of them, or nothing."""
        return min((t.when for t in self.tenures if t.when), default="")


def tenures_of(c: Candidate) -> tuple[Tenure, ...]:
    """The article's offices; of an index that an earlier version built, those beside its names."""
    told = c.reading.understood.tenures
    return told or tuple(Tenure(p.name, post, Hold.HELD, post) for p in c.roles for post in p.role.split("、") if post)


def posts_of(c: Candidate) -> Iterator[Post]:
    """Each person's offices of one time, in the order of the article."""
    told = tenures_of(c)
    roles = {p.name: p.role for p in c.roles}
    for name in dict.fromkeys(t.name for t in told):
        own = [t for t in told if t.name == name]
        left = tuple(t.office for t in own if t.hold is Hold.LEFT)
        present = [t for t in own if t.hold in PRESENT and not any(_same(t.office, gone) for gone in left)]
        for of_one_time in _by_time(present, c.reading.understood.when.value or c.reading.issued or ""):
            printed = dict.fromkeys(t.printed or t.office for t in of_one_time)
            whole = roles.get(name, "")
            yield Post(Person(name, whole if all(p in whole for p in printed) else "、".join(printed)), of_one_time)
        for hold in (*OVER, Hold.TO_COME):
            of_that = tuple(t for t in own if t.hold is hold)
            if of_that:
                yield Post(Person(name, "、".join(dict.fromkeys(map(_told, of_that)))), of_that)


def _same(office: str, told: str) -> bool:
    """Whether an office is the one told of by its rank alone (某市某局局长: 辞去局长职务), and not its deputy's."""
    return office.endswith(told) and not office.removesuffix(told).endswith("副")


def told_on(c: Candidate, post: Post) -> str:
    """The day by which offices are ordered and held against the time asked about: the one told of them, else the article's;
    of those held at another time (时任) the one told alone.
    """
    own = told_of(c, post)
    return own if own or post.hold is Hold.THEN else c.reading.understood.when.value or ""


def told_of(c: Candidate, post: Post) -> str:
    """The day on which the article tells of them that they were held: that of its report where it tells it of them, else the
    first; empty where it tells none.
    """
    reported = c.reading.understood.when.value or ""
    return reported if any(t.when == reported for t in post.tenures) else post.when


def _by_time(told: Sequence[Tenure], reported: str) -> list[tuple[Tenure, ...]]:
    """Those of the year of the report together, then those taken in an earlier year (2017年，出任…) by their days."""
    past = sorted({t.when for t in told if t.when and t.when[:_YEAR] < reported[:_YEAR]})
    now = tuple(t for t in told if t.when not in past)
    return [*([now] if now else []), *(tuple(t for t in told if t.when == when) for when in past)]


def _told(tenure: Tenure) -> str:
    """The office with a word for its time; as printed where that says it."""
    return tenure.printed if tenure.printed != tenure.office else _BEFORE[tenure.hold] + tenure.office


def wanted_holds(query: Frame) -> tuple[Hold, ...]:
    """How an office is held that the question asks for; () where it may be held in any way."""
    if Cue.LEAVES in query.cues:
        return (Hold.LEFT, Hold.FORMER)
    if Cue.TO_COME in query.cues:
        return (Hold.TO_COME,)
    if Cue.OVER in query.cues and Cue.BEFORE_THEM not in query.cues:
        return OVER
    if Cue.ACTING in query.cues:
        return (Hold.ACTING,)
    if Cue.APPOINTED in query.cues:
        return (Hold.TAKEN,)
    return (*PRESENT, Hold.THEN) if query.periods else () if query.people else PRESENT
