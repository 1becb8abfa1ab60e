"""What may be stated: what the learned reader marks as the short answer, where it is likely enough to be what is asked for.

Somebody who does not do the deed in the clause that tells it, or holds another office than the one asked for, the day of
another act, a figure of another measure are no heads however likely (`bars.py`). What is left is weighed, each with what it
is told in one breath with, by what the reader makes of it, of its sentence and of what else is there, as `head_weights.tsv`
has it from `tests/tuning/head_weights.py`; the likeliest is stated, or nothing is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rag.answered import HeadKind
from rag.asked import Asks, Cue, Frame
from rag.asking.expected.absence import asks_absent
from rag.asking.expected.times import wants_hour
from rag.asking.expected.wants import wants_people
from rag.asking.heads.bars import barred
from rag.asking.heads.bodies import bodies
from rag.asking.heads.days import days
from rag.asking.heads.figures import figures
from rag.asking.heads.hours import hours
from rag.asking.heads.lists import whole
from rag.asking.heads.offices import offices
from rag.asking.heads.people import people
from rag.asking.heads.places import places
from rag.asking.heads.runs import TOGETHER, Run, runs
from rag.asking.heads.setting import Setting, setting
from rag.asking.heads.signs import Signs, apart, marking, several_figures, signs
from rag.asking.heads.slots import Slot
from rag.asking.matching.terms import Term
from rag.asking.matching.titled import LEVELS
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind
from rag.tables import rows

LOOKED_AT = 4
"""Best sentences in which a head is looked for."""

MARKED = -4.0
"""Log-odds that the reader must give a slot for it to be weighed at all."""

RIVAL = 0.45
"""Likelihood from which on another value makes it uncertain which is meant (预约1000人，实到860人): on 343 questions over pages made
to mislead 0.16 instead of 0.24 of the heads were false, on 1,068 everyday ones 0.40 instead of 0.42 of the facts got a right
one."""

PAIR = 2
"""Figures asked for at once where nothing tells how many."""

MOST = 8
"""Heads of one answer; a longer list is quoted, not cut."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """A slot that may be stated, and the sentence that licenses it."""

    slot: Slot
    judged: Judged


@dataclass(frozen=True, slots=True)
class Offer:
    """What a sentence tells in one breath, as it would be stated, with what is weighed of it."""

    run: Run
    judged: Judged
    signs: Signs


def licensed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Licensed]:
    """The heads that an answer to the question may state, all of one sentence, in its order; [] for none."""
    if asks_absent(frame) or Cue.ACCOMPANIED in frame.cues:
        return []  # the clause names those who did it, and nothing shows for sure who is meant
    if frame.overall:
        return []  # no one sentence shows who did most
    offers = offered(frame, about, judged)
    if frame.choices:
        return _chosen_of_two(offers)
    stated = chosen(frame, offers, [likelihood(o.signs) for o in offers], least())
    return [Licensed(slot, o.judged) for o in stated for slot in o.run]


def _chosen_of_two(offers: Sequence[Offer]) -> list[Licensed]:
    """Of what the question offers itself (甲还是乙) whoever does it by the clause: the reader takes no name of the question
    for the answer. Others of them do the like in other sentences."""
    doing = [o for o in offers if o.signs["does"]]
    return [Licensed(slot, o.judged) for o in doing if o.judged is doing[0].judged for slot in o.run]


def many(frame: Frame) -> int:
    """How many are asked for (哪三家, 哪位); 0 where that is not said."""
    points = frame.wording.points + 1 if frame.wording.points else 0
    return frame.wording.thing.number or points or int(Cue.ONE in frame.cues)


def chosen(frame: Frame, offers: Sequence[Offer], likely: Sequence[float], limit: float) -> list[Offer]:
    """The likeliest, with the others of its kind in its sentence that are as likely where several are asked for; [] where it
    does not reach the limit, where another rivals it, where there are not as many as are asked for, or where a list would be
    cut short."""
    at = max(range(len(offers)), key=likely.__getitem__, default=-1)
    if at < 0 or likely[at] < limit:
        return []
    best = offers[at]
    stated = [best]
    if many(frame) > 1 or Cue.MANY in frame.cues:
        stated = [o for o, p in zip(offers, likely, strict=True) if _beside(o, best) and p >= limit]
    rivals = (
        o for o, p in zip(offers, likely, strict=True) if p >= RIVAL and not any(_same(o.run, s.run) for s in stated)
    )
    if any(rivals):
        return []
    slots = {slot.value: slot for o in stated for slot in o.run}
    if len(slots) > MOST:
        return []
    if best.run[0].kind not in (HeadKind.PERSON, HeadKind.PLACE, HeadKind.ORGANISATION):
        return stated if len(slots) >= PAIR or not several_figures(frame) else []
    counted = many(frame) in (0, len(slots))
    return stated if counted and (Cue.ONE in frame.cues or whole(frame, list(slots.values()), best.judged)) else []


def _beside(offer: Offer, best: Offer) -> bool:
    return offer.judged is best.judged and offer.run[0].kind is best.run[0].kind and best.run[0].kind in TOGETHER


def offered(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Offer]:
    """Everything in the best sentences that nothing speaks against, with its signs."""
    told = [j for j in judged if j.passage.kind is PassageKind.SENTENCE and not _undated(frame, j)][:LOOKED_AT]
    found = [(run, s, own) for j in told for run, s, own in _runs(frame, about, j)]
    marks = [max(marking(slot, s.best) for slot in run) for run, s, _ in found]
    offers = []
    for (run, s, own), most in zip(found, marks, strict=True):
        elsewhere = [m for (r, t, _), m in zip(found, marks, strict=True) if t is not s and not _same(r, run)]
        seen = signs(frame, about, run, own, told, s) | {"apart": apart(most, elsewhere)}
        offers.append(Offer(run, s.best, seen))
    return offers


def _runs(frame: Frame, about: Sequence[Term], j: Judged) -> list[tuple[Run, Setting, list[Run]]]:
    """What a sentence names, its setting, and for each what else the sentence names."""
    slots = [slot for find in _finders(frame) for slot in find(frame, j)]
    if not slots:
        return []
    here = setting(frame, about, j)
    free = [s for s in slots if not barred(frame, about, s, slots, here) and (frame.choices or marking(s, j) > MARKED)]
    own = _figures(frame, j, free) if several_figures(frame) else _of_one_kind(frame, runs(j.passage.text, free))
    return [(run, here, [other for other in own if other is not run and not _over(run, other)]) for run in own]


def _of_one_kind(frame: Frame, found: Sequence[Run]) -> list[Run]:
    """The runs, of those in which some end as what is asked for does (哪两个派出所) only these."""
    noun = frame.wording.thing.noun
    # one character that is no kind of region begins many words (地方)
    ends = tuple(noun[:k] for k in range(1, len(noun) + 1) if k > 1 or noun[0] in LEVELS)
    fitting = [tuple(slot for slot in run if slot.value.endswith(ends)) for run in found]
    return [own or run for own, run in zip(fitting, found, strict=True)]


def _figures(frame: Frame, j: Judged, free: Sequence[Slot]) -> list[Run]:
    """As many figures as are asked for at once, those that the reader marks most, and each of the others by itself."""
    likeliest = sorted(free, key=lambda s: -marking(s, j))
    asked = max(len(frame.wording.counted), PAIR)
    together = tuple(sorted(likeliest[:asked], key=lambda s: s.start))
    return [together, *((s,) for s in likeliest[asked:])] if len(together) == asked else []


def _over(run: Run, other: Run) -> bool:
    return any(a.start < b.end and b.start < a.end for a in run for b in other)


def _same(run: Run, other: Run) -> bool:
    return any(a.value in b.value or b.value in a.value for a in run for b in other)


def _undated(frame: Frame, j: Judged) -> bool:
    """Whether a time is asked about and nobody knows when that was which the sentence tells: it may be quoted, not stated."""
    return bool(frame.periods) and frame.asks is not Asks.WHEN and j.features.date == 0


def _finders(frame: Frame) -> Sequence[Callable[[Frame, Judged], list[Slot]]]:
    """What finds the slots that may answer the question."""
    if wants_people(frame):
        named = frame.wording.called or frame.wording.offices or frame.offices
        return (people,) if named else (people, bodies)
    if frame.asks in (Asks.LIST, Asks.WHAT):
        return (bodies,) if frame.wording.thing.tails else (people, bodies, places) if frame.wording.thing.noun else ()
    if wants_hour(frame):
        return (hours,)
    return _FINDERS.get(frame.asks, ())


_FINDERS: Mapping[Asks, Sequence[Callable[[Frame, Judged], list[Slot]]]] = MappingProxyType(
    {
        Asks.WHEN: (days,),
        Asks.WHERE: (places, bodies),
        Asks.NUMBER: (figures,),
        Asks.ROLE: (offices,),
    }
)


def likelihood(seen: Signs) -> float:
    """Between 0 and 1."""
    return 1 / (1 + math.exp(-sum(w * seen.get(name, 0.0) for name, w in _weights().items())))


def least() -> float:
    """The likelihood from which on a head is stated."""
    return _table()["least"]


def _weights() -> dict[str, float]:
    return {name: weight for name, weight in _table().items() if name != "least"}


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    return {name: float(weight) for name, weight, *_ in rows("head_weights.tsv")}
