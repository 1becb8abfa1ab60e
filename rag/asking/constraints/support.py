"""Whether the pages tell what was asked: what the question names must stand in what would answer it.

A retrieval score cannot decide this: a visit by somebody else, on another day or in another town is as near as the
right one. So each thing the question pins down is looked for by itself, and the first one missing is the reason given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from rag.asked import Asks, Cue, Frame, Language
from rag.asking.answers.company import company
from rag.asking.answers.facts import answers_best
from rag.asking.answers.occasions import occasions
from rag.asking.answers.offices import offices
from rag.asking.answers.roundup import roundup
from rag.asking.answers.timeline import timeline
from rag.asking.constraints.acts import meets, milestone, studied
from rag.asking.constraints.dated import date, day, stretch, unread
from rag.asking.constraints.figures import figure
from rag.asking.constraints.given import owner, summed
from rag.asking.constraints.holders import named, office, speaks
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.matter import focus, subject
from rag.asking.constraints.named import bound, elsewhere, festival, number, person, place
from rag.asking.constraints.wanted import deed, kind, planned
from rag.asking.expected.acts import counts_acts
from rag.asking.expected.appointed import appointed, of_that_time
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.candidates import sounds
from rag.asking.matching.terms import Term
from rag.asking.matching.there import there
from rag.asking.matching.types import type_of
from rag.asking.retrieval.judge import Judged

APPOINTED = 5
"""Best sentences looked at for an office that is told (任某局局长) rather than put before the name."""

CHRONICLE = "chronicle"
"""The answerer of what happened when, in one article."""

ACCOUNTS = (Asks.TIMELINE, Asks.ROLE)

Check = Callable[[Frame, Sequence[Term], Judged], Support]

CONSTRAINTS: Mapping[str, Check] = MappingProxyType(
    {
        "person": person,
        "studied": studied,
        "office": office,
        "number": number,
        "bound": bound,
        "festival": festival,
        "place": place,
        "elsewhere": elsewhere,
        "date": date,
        "stretch": stretch,
        "unread": unread,
        "focus": focus,
        "deed": deed,
        "kind": kind,
        "figure": figure,
        "summed": summed,
        "owner": owner,
        "named": named,
        "speaks": speaks,
        "meets": meets,
        "milestone": milestone,
        "planned": planned,
        "day": day,
    }
)
_OF_TYPES = ("stretch", "focus", "deed", "figure", "milestone", "planned", "day")
"""Those that bind only the types of question that name them; the others bind every question."""


def support(query: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> Support:
    """The first thing the question names that the article of the best sentence does not tell.

    An account of what somebody did, or held, needs no more than that any article tells of it.
    """
    if query.impossible:
        return Support(Lack.NO_SUCH_DAY, query.impossible[0])
    if query.strangers:
        return Support(Lack.STRANGER, query.strangers[0])
    if Cue.ASKS_BACK in query.cues:
        return Support(Lack.TALK)
    if query.ahead and not query.periods:
        return Support(Lack.DATE, query.ahead[0])
    if not judged or not _pins_down(query):
        return Support(Lack.SUBJECT if _says_something(query) else Lack.VAGUE)
    if (unheard := _romanised(query, about, judged[0])).lack:
        return unheard
    if _accounts(query, judged[0]):
        return Support() if accounted(query, judged) else _unaccounted(query)
    if roundup(query, about, list({j.candidate.key: j.candidate for j in judged}.values())):
        return Support()
    if company(query, judged):
        return _held_to(query, about, judged[0], but="kind")
    if (told := subject(query, about, judged[0])).lack:
        return told
    best = answers_best(query, judged)
    return _held_to(query, about, best)


def _accounts(query: Frame, best: Judged) -> bool:
    """Whether all that is told of somebody is asked for; how a matter went is told by one article like anything else."""
    if type_of(query).answerer == CHRONICLE or (query.asks is Asks.TIMELINE and not query.people):
        return False
    return query.asks in ACCOUNTS or counts_acts(query, best.passage)


def _held_to(query: Frame, about: Sequence[Term], best: Judged, but: str = "") -> Support:
    """The first constraint of the question's type that the sentence does not meet."""
    own = type_of(query).constraints
    checks = (check for name, check in CONSTRAINTS.items() if name != but and (name in own or name not in _OF_TYPES))
    return next((s for check in checks if (s := check(query, about, best)).lack), Support())


def _unaccounted(query: Frame) -> Support:
    if query.asks is Asks.COUNT and query.periods:
        return Support(Lack.DATE, query.periods[0].printed)
    offices = [o for o in query.offices if not any(o in other for other in query.offices if other != o)]
    return Support(Lack.PERSON, "、".join(query.people or offices))


def _pins_down(query: Frame) -> bool:
    """Whether the question says anything that an answer could be held to."""
    named = query.people or query.places or query.periods or query.within
    return bool(named or any(len(w) > 1 for w in query.words))


def _says_something(query: Frame) -> bool:
    """Whether it holds a word at all, be it one that no list renders (Who was detained?)."""
    return _pins_down(query) or (query.language is Language.EN and bool(query.wording.sought.hints))


def _romanised(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A name in pinyin that sounds in no name of the article."""
    if not query.romanised:
        return Support()
    missing = [n for n in query.romanised if not sounds(n, best.candidate)]
    return Support(Lack.PLACE, missing[0]) if missing else Support()


def _acting(query: Frame, best: Judged) -> bool:
    """Whether the best sentence says more of somebody asked about than their name, though it is no event of theirs."""
    text = unsigned(best.passage.text)
    told = there(query, best.candidate)
    return told and any(re.search(rf"{re.escape(n)}[^，,。、；;]{{2,}}", text) for n in query.people)


def accounted(query: Frame, judged: Sequence[Judged]) -> bool:
    """Whether any article in play has an entry for the account asked for."""
    candidates = list({j.candidate.key: j.candidate for j in judged}.values())
    if query.asks is not Asks.ROLE:
        account = (occasions if query.asks is Asks.COUNT else timeline)(query, (), candidates)
        return bool(account) or (query.asks is Asks.TIMELINE and not query.periods and _acting(query, judged[0]))
    told = any(
        appointed(n, j.passage.text) and of_that_time(query, j.passage.text)
        for n in query.people
        for j in judged[:APPOINTED]
    )
    return bool(offices(query, candidates)) or (told and not query.periods)
