"""What may be stated: a slot that nothing speaks against and that the learned reader marks, with what makes it likely.

Some things no likelihood outweighs: somebody who does not do the deed in the clause that tells it, the day of another
act, a figure of another measure, a whole region. What is left is weighed by a few signs, as `head_weights.tsv` has it
from `tests/tuning/head_weights.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rag.answered import HeadKind
from rag.asked import Asks, Cue, Frame, Language
from rag.asking.expected.wants import wants_people
from rag.asking.heads.days import days
from rag.asking.heads.figures import figures
from rag.asking.heads.offices import is_office, offices
from rag.asking.heads.people import people
from rag.asking.heads.places import places, statable
from rag.asking.heads.signs import Signs, setting, signs
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import MOST as LOGIT
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind
from rag.tables import rows

LOOKED_AT = 4
"""Best sentences in which a head is looked for."""

TOGETHER = (HeadKind.PERSON, HeadKind.PLACE)
"""Kinds of which several of one sentence are stated together; of the others the likeliest alone."""

MARKED, TOLD_SO = -1.0, -2.5
"""Log-odds that the reader must give a slot, and those that will do where the clause itself tells that it is the one: of
people and days so told and marked 26 of 28 were right on everyday questions (which were looked at), of those marked less
8 of 14."""

SAID, NEAR = 0.6, 0.3
"""How much of the question a sentence and its neighbours must say, and how near the best it must be (a share of `BEHIND`),
for its clause to tell so."""

_PART = re.compile(r"“[^”]*[旬初底末][^”]*”")
"""A part of a month, of which the month would say too much."""

HALF = 0.5
"""Share of the question that a sentence must say whose day is only understood."""

SHORTEST = 3
"""Characters that a place has at least."""

MOST = 8
"""Heads of one answer."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """A slot that may be stated, the sentence that licenses it, and how likely it is to be what is asked for."""

    slot: Slot
    judged: Judged
    likelihood: float


def licensed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Licensed]:
    """The heads that an answer to the question may state, all of one sentence, in its order; [] for none."""
    found = [Licensed(slot, j, _likely(frame, j, seen)) for slot, j, seen in allowed(frame, about, judged)]
    best = max(found, key=lambda f: f.likelihood, default=None)
    if best is None or best.likelihood < least():
        return []
    if best.slot.kind not in TOGETHER:
        return [best]
    own = [f for f in found if f.judged is best.judged and f.likelihood >= least()]
    return list({f.slot.value: f for f in own}.values())[:MOST]


def allowed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[tuple[Slot, Judged, Signs]]:
    """Every slot of the best sentences that nothing speaks against, with its signs; of places that hold each other the
    longest."""
    read = _reader(frame)
    found: list[tuple[Slot, Judged, Signs]] = []
    told = [j for j in judged if j.passage.kind is PassageKind.SENTENCE]
    for j in told[:LOOKED_AT] if read else ():
        slots = read(frame, j) if read else []
        here = setting(frame, about, j) if slots else None
        seen = [(slot, signs(frame, about, slot, slots, told[0], here)) for slot in slots] if here else []
        own = [(slot, free) for slot, s in seen if (free := _unbarred(frame, slot, j, s))]
        found += [(slot, j, s) for slot, s in own if not any(_within(slot, other) for other, _ in own)]
    return found


def _likely(frame: Frame, j: Judged, seen: Signs) -> float:
    """How likely; of what the question offers itself, and in a sentence that was not read, the clause alone decides."""
    return likelihood(seen) if _marks(frame, j) else seen["told"]


def _marks(frame: Frame, j: Judged) -> bool:
    """Whether the reader marks what answers: it takes no name of the question for the answer (甲还是乙)."""
    return j.read is not None and not frame.choices


def _unbarred(frame: Frame, slot: Slot, j: Judged, seen: Signs) -> Signs | None:
    """The signs with whether the clause tells it so and whether something makes it doubtful; None where it is barred."""
    doubted = _DOUBTED[slot.kind](frame, slot, seen)
    told = not doubted and seen["said_near"] > SAID and seen["gap"] < NEAR and _told(slot.kind, seen)
    unmarked = seen["marked"] * LOGIT < (TOLD_SO if told else MARKED)
    if (unmarked and _marks(frame, j)) or _BARRED[slot.kind](frame, slot, seen):
        return None
    return seen | {"told": float(told), "doubted": float(doubted)}


def _within(slot: Slot, other: Slot) -> bool:
    return slot.kind is HeadKind.PLACE and slot.value != other.value and slot.value in other.value


def _reader(frame: Frame) -> Callable[[Frame, Judged], list[Slot]] | None:
    if frame.asks is Asks.LIST:
        return people if wants_people(frame) else None
    return _READERS.get(frame.asks)


def _person(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Invoked and not present, or not the one who does it."""
    if seen["rank_missing"] or seen["body_missing"] or seen["invoked"]:
        return True
    if seen["doctrine"] or seen["genitive"] or seen["does_not"] or seen["nobody_does"] or seen["not_chair"]:
        return True
    asked = frame.wording.offices or (frame.language is Language.EN and frame.offices)
    return bool(asked) and bool(seen["office_missing"])


def _day(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Of another act than the one asked about; what is only understood is the day of an act that is read as an event."""
    if slot.start == NOWHERE:
        return not seen["visits_event"] or seen["rest_said"] < HALF
    return bool(seen["exact_year"] or seen["no_year"]) or not seen["in_clause"] or bool(_PART.search(slot.note))


def _place(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """A whole region, a kind of place, or a scrap."""
    return bool(seen["region"] or seen["bare_kind"] or len(slot.value) < SHORTEST)


def _doubtful_place(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Where somebody else was, or of what somebody or something is."""
    if seen["asked_place_missing"] or not statable(frame, slot.value):
        return True
    if seen["other_place"] or seen["genitive"] or not (seen["event_place"] or seen["going"] or seen["listed"]):
        return True
    tails = frame.wording.thing.tails
    return bool(tails) and not slot.value.endswith(tails)


def _figure(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Of another measure."""
    return bool(seen["other_measure"])


def _doubtful_figure(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Counted in other words than the question's, one of several, or of nothing that is asked about."""
    if seen["other_unit"] or Cue.SEVERAL_FIGURES in frame.cues or (seen["in_characters"] and not seen["unit"]):
        return True
    return bool(seen["no_noun"]) and not seen["in_part"]


def _office(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Not printed in the sentence, said in the question, no office at all, or not to be had in English."""
    if slot.start == NOWHERE or frame.language is Language.EN:
        return True
    return frame.wording.sought.says(slot.value) or not is_office(slot.value)


def _doubtful_office(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Held before, where that is not asked, or now, where it is."""
    return Cue.TO_COME not in frame.cues and bool(seen["former"]) is not (Cue.OTHER_TIME in frame.cues)


def _nothing(frame: Frame, slot: Slot, seen: Signs) -> bool:
    return False


_READERS: Mapping[Asks, Callable[[Frame, Judged], list[Slot]]] = MappingProxyType(
    {Asks.WHO: people, Asks.WHEN: days, Asks.WHERE: places, Asks.NUMBER: figures, Asks.ROLE: offices}
)

_BARRED: Mapping[HeadKind, Callable[[Frame, Slot, Signs], bool]] = MappingProxyType(
    {
        HeadKind.PERSON: _person,
        HeadKind.DATE: _day,
        HeadKind.PLACE: _place,
        HeadKind.NUMBER: _figure,
        HeadKind.OFFICE: _office,
    }
)


_DOUBTED: Mapping[HeadKind, Callable[[Frame, Slot, Signs], bool]] = MappingProxyType(
    {
        HeadKind.PERSON: _nothing,
        HeadKind.DATE: _nothing,
        HeadKind.PLACE: _doubtful_place,
        HeadKind.NUMBER: _doubtful_figure,
        HeadKind.OFFICE: _doubtful_office,
    }
)


def likelihood(seen: Signs) -> float:
    """Between 0 and 1."""
    return 1 / (1 + math.exp(-sum(w * seen.get(name, 0.0) for name, w in _weights().items())))


def _told(kind: HeadKind, seen: Signs) -> bool:
    """Whether the clause or the event table has them do what is asked about, or dates that very act."""
    if kind is HeadKind.PERSON:
        return bool(seen["does"] or (seen["actor"] and seen["act"] and not seen["no_deed"]))
    theirs = seen.get("visits_event") and seen.get("clause_with_people") and seen["last_said"] > HALF
    theirs = theirs and seen["rest_said"] > SAID
    of_the_act = seen.get("full") and seen["in_clause"] > HALF and seen["last_said"] > HALF
    return kind is HeadKind.DATE and bool(theirs or of_the_act)


def least() -> float:
    """The likelihood from which on a head is stated."""
    return _table()["least"]


def _weights() -> dict[str, float]:
    return {name: weight for name, weight in _table().items() if name != "least"}


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    return {name: float(weight) for name, weight, *_ in rows("head_weights.tsv")}
