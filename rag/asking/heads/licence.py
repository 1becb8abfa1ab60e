"""What may be stated: what the learned reader marks as the short answer, where nothing of the kind rivals it.

Somebody who does not do the deed in the clause that tells it, or holds another office than the one asked for, the day of
another act, a figure of another measure are no heads however likely. What is left is weighed by what the reader makes of it
and of its sentence, as `head_weights.tsv` has it from `tests/tuning/head_weights.py`.
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
from rag.asking.expected.absence import asks_absent
from rag.asking.expected.wants import wants_people
from rag.asking.heads.bodies import bodies
from rag.asking.heads.clauses import clause_at, clauses
from rag.asking.heads.days import days
from rag.asking.heads.figures import figures
from rag.asking.heads.lists import whole
from rag.asking.heads.offices import is_office, offices
from rag.asking.heads.people import people
from rag.asking.heads.places import kinds, places
from rag.asking.heads.several import several
from rag.asking.heads.signs import Signs, setting, signs
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.legs import of_asked
from rag.asking.matching.rivals import named_other
from rag.asking.matching.terms import Term, said
from rag.asking.retrieval.judge import MOST as LOGIT
from rag.asking.retrieval.judge import Judged
from rag.records import PassageKind
from rag.tables import rows

LOOKED_AT = 4
"""Best sentences in which a head is looked for."""

TOGETHER = (HeadKind.PERSON, HeadKind.PLACE, HeadKind.ORGANISATION, HeadKind.OFFICE)
"""Kinds of which several of one sentence are stated together; of the others the likeliest alone."""

MARKED = -2.5
"""Log-odds that the reader must give a slot for it to be weighed at all."""

RIVAL = 0.3
"""Likelihood from which another value, which would not be stated with the likeliest, makes it uncertain which is meant: of
466 questions on articles that the weights were not learned on, 0.015 instead of 0.037 got a false head at a likelihood of
0.8, and 0.194 instead of 0.256 of the facts a right one."""

_PART = re.compile(r"“[^“”]{0,60}[旬初底末][^“”]{0,60}”")
"""A part of a month, of which the month would say too much."""

ANSWERS = 0.0
"""Log-odds that the reader must give a sentence of which several figures are stated."""

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
    if asks_absent(frame) or Cue.ACCOMPANIED in frame.cues:
        return []  # the clause names those who did it, and nothing shows for sure who is meant
    if Cue.SEVERAL_FIGURES in frame.cues and frame.asks is Asks.NUMBER:
        return _several(frame, judged)
    found = [Licensed(slot, j, _likely(frame, seen)) for slot, j, seen in allowed(frame, about, judged)]
    if frame.choices:  # others of them do the like elsewhere
        first = next((f.judged for f in found if f.likelihood), None)
        found = [f for f in found if f.judged is first]
    stated = chosen(found, least(), many(frame))
    if not stated or Cue.ONE in frame.cues:
        return stated
    return stated if whole(frame, [f.slot for f in stated], stated[0].judged) else []


def _several(frame: Frame, judged: Sequence[Judged]) -> list[Licensed]:
    """The figures asked for, where the best sentence has one for each and the reader takes it for an answer."""
    told = next((j for j in judged if j.passage.kind is PassageKind.SENTENCE), None)
    if told is None or told.opinion < ANSWERS or _undated(frame, told):
        return []
    return [Licensed(slot, told, 1.0) for slot in several(frame, told) if _of_leg(frame, slot, told)]


def many(frame: Frame) -> int:
    """How many are asked for (哪三家, 哪位); 0 where that is not said."""
    return frame.wording.points + 1 if frame.wording.points else int(Cue.ONE in frame.cues)


def chosen(found: Sequence[Licensed], limit: float, asked: int = 0) -> list[Licensed]:
    """The likeliest with those stated together with it; [] where none reaches the limit, something rivals it, or where
    there are not as many as are asked for, if any number is."""
    best = max(found, key=lambda f: f.likelihood, default=None)
    if best is None or best.likelihood < limit:
        return []
    same = [f for f in found if f.judged is best.judged and f.slot.kind is best.slot.kind and f.likelihood >= limit]
    own = same if best.slot.kind in TOGETHER else [best]
    stated = list({f.slot.value: f for f in own}.values())[:MOST]
    rivals = (f for f in found if f.likelihood >= RIVAL and not any(_same(f.slot, s.slot) for s in stated))
    counted = best.slot.kind in (HeadKind.NUMBER, HeadKind.DATE, HeadKind.OFFICE) or asked in (0, len(stated))
    return stated if counted and not any(rivals) else []


def _same(slot: Slot, other: Slot) -> bool:
    return slot.value in other.value or other.value in slot.value


def allowed(frame: Frame, about: Sequence[Term], judged: Sequence[Judged]) -> list[tuple[Slot, Judged, Signs]]:
    """Every slot of the best sentences that nothing speaks against, with its signs; of places that hold each other, or that
    follow each other, the closest."""
    found: list[tuple[Slot, Judged, Signs]] = []
    told = [j for j in judged if j.passage.kind is PassageKind.SENTENCE and not _undated(frame, j)]
    for j in told[:LOOKED_AT]:
        slots = [slot for find in _finders(frame) for slot in find(frame, j)]
        here = setting(frame, about, j) if slots else None
        seen = [(slot, signs(frame, about, slot, slots, told[0], here)) for slot in slots] if here else []
        own = [
            (slot, s)
            for slot, s in seen
            if _marked(frame, j, s)
            and not s["another"]
            and (slot.start == NOWHERE or _of_leg(frame, slot, j))
            and not _BARRED[slot.kind](frame, slot, s)
        ]
        own = _closest(about, j, own, slots)
        found += [(slot, j, s) for slot, s in own if not any(_within(slot, other) for other, _ in own)]
    return found


def _closest(
    about: Sequence[Term], j: Judged, own: list[tuple[Slot, Signs]], slots: Sequence[Slot]
) -> list[tuple[Slot, Signs]]:
    """Without the people of a clause that says less of the question than one with people of its own (甲慰问老兵，乙慰问家属),
    be they barred themselves."""
    text, parts = j.passage.text, clauses(j.passage.text)
    said_in: dict[int, float] = {}
    for slot in slots:
        clause = clause_at(parts, slot.start) if slot.kind is HeadKind.PERSON else None
        if clause:
            said_in[slot.start] = sum(t.weight for t in about if said(t, text[clause.start : clause.end]))
    most = max(said_in.values(), default=0.0)
    return [(slot, s) for slot, s in own if said_in.get(slot.start, most) >= most]


def _undated(frame: Frame, j: Judged) -> bool:
    """Whether a time is asked about and nobody knows when that was which the sentence tells: it may be quoted, not stated."""
    return bool(frame.periods) and frame.asks is not Asks.WHEN and j.features.date == 0


def _of_leg(frame: Frame, slot: Slot, j: Judged) -> bool:
    """Whether it stands in a part of the sentence that is told of what is asked about; of a day its half and stage alone."""
    if slot.kind is HeadKind.DATE:
        return not named_other(frame, j.passage, j.candidate, slot.start)
    return of_asked(frame, j.passage, j.candidate, slot.start, (slot.value,))


def _likely(frame: Frame, seen: Signs) -> float:
    """How likely; of what the question offers itself the clause and the event table decide: the reader takes no name of the
    question for the answer (甲还是乙)."""
    return max(seen.get("does", 0.0), seen.get("acts", 0.0)) if frame.choices else likelihood(seen)


def _marked(frame: Frame, j: Judged, seen: Signs) -> bool:
    return bool(frame.choices) or (j.read is not None and seen["marked"] * LOGIT > MARKED)


def _within(slot: Slot, other: Slot) -> bool:
    """Whether the other place is told more closely: its name holds this one, or goes on behind it (某某镇某某村)."""
    if slot.kind is not HeadKind.PLACE or other.kind is not HeadKind.PLACE:
        return False
    return (slot.value != other.value and slot.value in other.value) or other.start == slot.end > NOWHERE


def _finders(frame: Frame) -> Sequence[Callable[[Frame, Judged], list[Slot]]]:
    """What finds the slots that may answer the question."""
    if wants_people(frame):
        named = frame.wording.called or frame.wording.offices or frame.offices
        return (people,) if named else (people, bodies)
    if frame.asks in (Asks.LIST, Asks.WHAT):
        return (bodies,) if frame.wording.thing.tails else ()
    return _FINDERS.get(frame.asks, ())


def _person(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Invoked and not present, not the one who does it, of another office than the one asked for, a name without an end, or
    anybody where the question names somebody by an office (县长没来，稿子谁念的): nothing shows for sure who is meant."""
    return any(
        seen[sign] for sign in ("invoked", "not_whom", "does_not", "office_missing", "rank_missing", "edge", "aside")
    )


def _day(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Not as exact as is asked, of another act than the one asked about, or beside one that is not settled yet."""
    return (
        bool(seen["exact_year"] or seen["no_year"] or seen["over"] or seen["unsettled"])
        or not seen["in_clause"]
        or bool(_PART.search(slot.note))
    )


def _place(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """A kind of place, or a scrap."""
    return slot.value in kinds() or len(slot.value) < SHORTEST


def _figure(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Of another measure, or one of several that are asked for."""
    return bool(seen["other_measure"])


def _office(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Not printed in the sentence, said in the question, no office at all, held where one to come or one that is over is asked
    for, or not to be had in English."""
    if slot.start == NOWHERE or frame.language is Language.EN or seen["of_another_time"]:
        return True
    return frame.wording.sought.says(slot.value) or not is_office(slot.value)


def _body(frame: Frame, slot: Slot, seen: Signs) -> bool:
    """Of another kind than the one asked for."""
    tails = frame.wording.thing.tails
    return bool(tails) and not slot.value.endswith(tails)


_FINDERS: Mapping[Asks, Sequence[Callable[[Frame, Judged], list[Slot]]]] = MappingProxyType(
    {
        Asks.WHEN: (days,),
        Asks.WHERE: (places, bodies),
        Asks.NUMBER: (figures,),
        Asks.ROLE: (offices,),
    }
)

_BARRED: Mapping[HeadKind, Callable[[Frame, Slot, Signs], bool]] = MappingProxyType(
    {
        HeadKind.PERSON: _person,
        HeadKind.DATE: _day,
        HeadKind.PLACE: _place,
        HeadKind.NUMBER: _figure,
        HeadKind.OFFICE: _office,
        HeadKind.ORGANISATION: _body,
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
