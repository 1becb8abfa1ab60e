"""Whether the pages tell what was asked: what the question names must stand in what would answer it.

A retrieval score cannot decide this: a visit by somebody else, on another day or in another town is as near as the
right one. So each thing the question pins down is looked for by itself, and the first one missing is the reason given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from rag.asked import Cue, Frame, Language
from rag.asking.constraints.acts import meets, milestone, studied
from rag.asking.constraints.dated import as_printed, date, day, stretch, unread
from rag.asking.constraints.figures import figure
from rag.asking.constraints.given import apart, owner, summed
from rag.asking.constraints.holders import named, office, present, speaks
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.matter import focus, subject
from rag.asking.constraints.named import (
    another,
    bound,
    elsewhere,
    festival,
    meeting,
    number,
    person,
    place,
    quoted,
    stranger,
)
from rag.asking.constraints.verdict import Weighed, answers
from rag.asking.constraints.wanted import absent, deed, kind, planned
from rag.asking.expected.absence import asks_absent
from rag.asking.expected.kinds import holds
from rag.asking.expected.none_told import none_told
from rag.asking.matching.candidates import sounds
from rag.asking.matching.terms import Term
from rag.asking.matching.types import type_of
from rag.asking.matching.vague import names_matter
from rag.asking.reranking.likeliest import of_any
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind

Check = Callable[[Frame, Sequence[Term], Judged], Support]

CONSTRAINTS: Mapping[str, Check] = MappingProxyType(
    {
        "stranger": stranger,
        "subject": subject,
        "person": person,
        "another": another,
        "studied": studied,
        "office": office,
        "present": present,
        "number": number,
        "bound": bound,
        "festival": festival,
        "meeting": meeting,
        "quoted": quoted,
        "place": place,
        "elsewhere": elsewhere,
        "date": date,
        "as_printed": as_printed,
        "stretch": stretch,
        "unread": unread,
        "focus": focus,
        "deed": deed,
        "kind": kind,
        "absent": absent,
        "figure": figure,
        "summed": summed,
        "apart": apart,
        "owner": owner,
        "named": named,
        "speaks": speaks,
        "meets": meets,
        "milestone": milestone,
        "planned": planned,
        "day": day,
    }
)
_OF_TYPES = ("stretch", "focus", "deed", "figure", "milestone", "planned", "day", "absent")
"""Those that bind only the types of question that name them; the others bind every question."""


def beforehand(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> Support:
    """What keeps the question from being answered in any way."""
    if query.impossible:
        return Support(Lack.NO_SUCH_DAY, query.impossible[0])
    if query.strangers and not (judged and _pins_down(query)):
        return Support(Lack.STRANGER, query.strangers[0])
    if Cue.ASKS_BACK in query.cues:
        return Support(Lack.TALK)
    if query.ahead and not query.periods:
        return Support(Lack.DATE, query.ahead[0])
    if not judged or not _pins_down(query):
        return Support(Lack.SUBJECT if _says_something(query) else Lack.VAGUE)
    return _romanised(query, about, judged[0])


WORDED = ("subject", "focus", "kind", "figure", "deed")
"""Those that look for words where other words may tell the same: they give the reason of a refusal, and whether it is one
is weighed (`verdict`). The others bind whatever the reader makes of it: another day, person, town or act is not the one
asked about."""


TOGETHER = 2
"""Further points asked for (哪三条) from which on the best sentence, not any, has to be likely to answer."""

WHOLE, HALF, DEAF = 0.8, 0.5, -5.0
"""Share of the question from which on a sentence that says so much of it (甲检查了什么: 甲检查道路) answers though the reader
is in doubt, the same where it says that there is none or who was not there, which the reader hardly knows for an answer,
and the log-odds at which it is in no doubt."""


def held_to(query: Frame, about: Sequence[Term], judged: Sequence[Judged], best: Judged, but: str = "") -> Support:
    """The first constraint of the question's type that the sentence does not meet, where it binds by itself; else, where
    it and the others are not likely to answer, the first that looks for words."""
    unmet = dict(_unmet(query, about, best, but))
    if best.read is None and best.passage.kind is PassageKind.TITLE:
        return next(iter(unmet.values()), Support())  # no headline is read: its words decide
    binding = next((lack for name, lack in unmet.items() if name not in WORDED or _of_no_such_thing(query, best)), None)
    if binding:
        return binding
    denied = none_told(query, best.passage) or asks_absent(query)
    plain = not unmet and best.opinion > DEAF and best.features.said_near > (HALF if denied else WHOLE)
    # as many points as are asked for stand together, or are not told
    opinion = best.opinion if query.wording.points >= TOGETHER else of_any(judged)
    weighed = Weighed(opinion, unmet, best.features.said_in_article, query.language, query.asks)
    if answers(weighed) or plain or (but and not unmet):
        return Support()
    return next(iter(unmet.values()), Support(Lack.KIND))


OF_ITS_KIND = ("figure", "owner", "day", "planned")
"""Those that want something of the kind asked for, which a sentence that says there is none does not hold."""

OF_THE_SENTENCE = (*WORDED, "named", "speaks", "owner", "summed", "another")
"""Those that look at what a sentence tells, and bind nobody who asks about the article that it stands in."""


def pinned(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """The first constraint that the article of the sentence does not meet, whatever the sentence tells."""
    return next((lack for name, lack in _unmet(query, about, best, "") if name not in OF_THE_SENTENCE), Support())


def _of_no_such_thing(query: Frame, best: Judged) -> bool:
    """Whether the sentence names nothing of the kind asked for: 哪家医院 is answered by no farm, and a share by no sum,
    however sure the reader is."""
    asked = query.wording.thing
    if type_of(query).expected == "share" and not holds(query, best.passage, best.candidate):
        return True
    words = (*asked.tails, *filter(None, (asked.kind,)))
    return bool(asked.tails) and not any(word in best.passage.text for word in words)


def _unmet(query: Frame, about: Sequence[Term], best: Judged, but: str) -> Iterator[tuple[str, Support]]:
    own = type_of(query).constraints
    left = OF_ITS_KIND if none_told(query, best.passage) else ()
    for name, check in CONSTRAINTS.items():
        if (
            name != but
            and name not in left
            and (name in own or name not in _OF_TYPES)
            and (lack := check(query, about, best)).lack
        ):
            yield name, lack


def _pins_down(query: Frame) -> bool:
    """Whether the question says anything that an answer could be held to."""
    return bool(query.people or query.places or query.periods or query.within) or names_matter(query)


def _says_something(query: Frame) -> bool:
    """Whether it holds a word at all, be it one that no list renders (Who was detained?)."""
    return _pins_down(query) or (query.language is Language.EN and bool(query.wording.sought.hints))


def _romanised(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A name in pinyin that sounds in no name of the article."""
    if not query.romanised:
        return Support()
    missing = [n for n in query.romanised if not sounds(n, best.candidate)]
    return Support(Lack.PLACE, missing[0]) if missing else Support()
