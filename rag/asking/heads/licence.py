"""What may be stated: a slot whose clause licenses it, and whose signs make it likely enough.

Some things no likelihood outweighs: somebody who does not do the deed in the clause that tells it, a figure of another
measure than is asked for, a place of somebody else's visit. What is left is weighed, as `head_weights.tsv` has it from
`tests/tuning/head_weights.py`.
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
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind
from rag.tables import rows

LOOKED_AT = 4
"""Best sentences in which a head is looked for."""

ALONE = (HeadKind.DATE, HeadKind.NUMBER)
"""Kinds of which one is asked for: it is stated only where no other is about as likely."""

MARGIN = 0.15

SAID, NEAR = 0.6, 0.3
"""How much of the question a sentence and its neighbours must say, and how near the best it must be (a share of `BEHIND`),
for its clause to license a head by itself: chosen where 32 of 33 people doing the deed were right on questions to learn from,
10 of 11 on other articles; days and actors of the event table were not measured apart."""

_PART = re.compile(r"“[^”]*[旬初底末][^”]*”")
"""A part of a month, of which the month would say too much."""

HALF = 0.5
"""Share of the question that a sentence must say whose day is only understood."""

MOST = 8
"""Heads of one answer."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """A slot that may be stated, the sentence that licenses it, and how likely it is to be what is asked for."""

    slot: Slot
    judged: Judged
    likelihood: float


def licensed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Licensed]:
    """The heads that an answer to the question may state, all of one sentence, in its order; [] for none.

    Several people or places are stated together; of days, figures and offices the likeliest alone, or the posts of one.
    """
    found = weighed(frame, about, judged)
    best = max(found, key=lambda f: f.likelihood, default=None)
    if best is None or best.likelihood < least(best.slot.kind):
        return []
    if best.slot.kind in ALONE:
        rival = max((f.likelihood for f in found if f.slot.value != best.slot.value), default=0.0)
        return [best] if best.likelihood - rival >= MARGIN else []
    own = [f for f in found if f.judged is best.judged and f.likelihood >= least(f.slot.kind)]
    return list({f.slot.value: f for f in own}.values())[:MOST]


def weighed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[Licensed]:
    """Every slot of the best sentences that nothing speaks against, with its likelihood."""
    return [Licensed(slot, j, likelihood(slot.kind, seen)) for slot, j, seen in allowed(frame, about, judged)]


def allowed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[tuple[Slot, Judged, Signs]]:
    """Every slot of the best sentences that nothing speaks against, with its signs."""
    read = _reader(frame)
    found: list[tuple[Slot, Judged, Signs]] = []
    told = [j for j in judged if j.passage.kind is PassageKind.SENTENCE]
    for j in told[:LOOKED_AT] if read else ():
        slots = read(frame, j) if read else []
        here = setting(frame, about, j) if slots else None
        for slot in slots:
            seen = signs(frame, about, slot, slots, told[0], here) if here else {}
            if not _BARRED[slot.kind](frame, slot, seen):
                found.append((slot, j, seen))
    return found


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
    return bool(seen["exact_year"]) or not seen["in_clause"] or bool(_PART.search(slot.note))


def _place(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Where somebody else was, or of what somebody or something is."""
    if seen["asked_place_missing"] or not statable(frame, slot.value):
        return True
    if seen["other_place"] or seen["genitive"] or not (seen["event_place"] or seen["going"] or seen["listed"]):
        return True
    tails = frame.wording.thing.tails
    return not slot.value.endswith(tails) if tails else bool(seen["region"] or seen["bare_kind"])


def _figure(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Of another measure, or of nothing that is asked about."""
    if frame.unit and seen["other_unit"]:
        return True
    if frame.language is Language.EN and seen["alone"] < 1:
        return True  # English names no measure that would tell one figure of a sentence from another
    if Cue.SEVERAL_FIGURES in frame.cues or (seen["in_characters"] and not seen["unit"]):
        return True
    return bool(seen["no_noun"]) and not seen["in_part"]


def _office(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Held before, where that is not asked, or now, where it is; said in the question; or not to be had in English."""
    if frame.language is Language.EN or frame.wording.sought.says(slot.value) or not is_office(slot.value):
        return True
    if Cue.TO_COME in frame.cues:
        return False
    return bool(seen["former"]) is not (Cue.OTHER_TIME in frame.cues)


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


def likelihood(kind: HeadKind, seen: Signs) -> float:
    """Between 0 and 1; 1 for what the clause itself licenses, 0 for a kind that has no weights."""
    if seen["said_near"] > SAID and seen["gap"] < NEAR and _told(kind, seen):
        return 1.0
    weights = _weights().get(kind, {})
    return 1 / (1 + math.exp(-sum(w * seen.get(name, 0.0) for name, w in weights.items()))) if weights else 0.0


def _told(kind: HeadKind, seen: Signs) -> bool:
    """Whether the clause or the event table has them do what is asked about, or dates that very act."""
    if kind is HeadKind.PERSON:
        return bool(seen["does"] or (seen["actor"] and seen["act"] and not seen["no_deed"]))
    theirs = seen.get("visits_event") and seen.get("clause_with_people") and seen["last_said"] > HALF
    theirs = theirs and seen["rest_said"] > SAID
    of_the_act = seen.get("full") and seen["in_clause"] > HALF and seen["last_said"] > HALF
    return kind is HeadKind.DATE and bool(theirs or of_the_act)


def least(kind: HeadKind) -> float:
    """The likelihood from which on a head of the kind is stated."""
    return _weights().get(kind, {}).get("least", 1.0)


@lru_cache(maxsize=1)
def _weights() -> dict[HeadKind, dict[str, float]]:
    found: dict[HeadKind, dict[str, float]] = {}
    for kind, name, weight, *_ in rows("head_weights.tsv"):
        found.setdefault(HeadKind(kind), {})[name] = float(weight)
    return found
