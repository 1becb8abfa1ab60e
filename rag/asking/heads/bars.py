"""What speaks against a slot being what is asked for, however likely the reader takes it to be."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from rag.answered import HeadKind
from rag.asked import Cue, Frame, Language
from rag.asking.expected.appointed import of_that_time
from rag.asking.expected.people import any_told_of
from rag.asking.heads.clauses import clause_at
from rag.asking.heads.offices import is_office
from rag.asking.heads.places import kinds
from rag.asking.heads.setting import Setting
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.legs import of_asked
from rag.asking.matching.rivals import named_other
from rag.asking.matching.terms import Term, coverage
from rag.asking.matching.titled import GROUPS, of_rank
from rag.asking.retrieval.judge import Judged
from rag.dictionary import is_word
from rag.mentions.figures import units
from rag.records import MentionKind
from rag.tables import any_of, rows
from rag.understanding import invoked

OPENING = 12
"""Characters of a clause within which a time stands for what the whole sentence tells, until another one is named."""

_EVERY = re.compile(r"(?:每|逐|历)年[^，。；]{0,2}$")
_UNSETTLED = re.compile(r"(?:日期|时间|日子|何时)[^，。；]{0,6}(?:未定|待定|不定|另行)|择[期日]")
"""Says of a day that nobody knows it yet: what else the sentence dates was before (原定10日的仪式推迟，日期未定)."""
_EXACT = re.compile(r"-\d\d-\d\d$")
"""How a day ends, be it of an unknown year; no month does."""
_ENDS = re.compile(rf"{any_of('last_days', 'asking_cues.tsv')}|止|前|[至到](?=\d)")
"""What says of a day that something ends on it."""
_SAME_YEAR = ("同年", "当年", "次年", "翌年")


def barred(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Whether it is told of somebody or something else than is asked about, or is none of what is asked for."""
    return (
        _of_another(query, slot, s.best)
        or _of_another_leg(query, slot, s.best)
        or _BARRED[slot.kind](query, about, slot, slots, s)
    )


def _of_another(query: Frame, slot: Slot, j: Judged) -> bool:
    """Whether the sentence names people and whoever is asked about is none of them, nor acts in it: what it tells is told of
    somebody else. Who came with somebody may be told behind the sentence that names him."""
    if not query.people or query.choices:
        return False
    somebody = slot.kind is HeadKind.PERSON or any(m.kind is MentionKind.PERSON for m in j.passage.mentions)
    near = j.passage.number - int(slot.kind is HeadKind.PERSON), j.passage.number
    return somebody and not any(any_told_of(query.people, p) for p in j.candidate.passages if p.number in near)


def _of_another_leg(query: Frame, slot: Slot, j: Judged) -> bool:
    """Whether it stands in a part of the sentence that is told of something else than is asked about; of a day its half and
    stage alone. A place is what tells a part from the others, so that it is only weighed."""
    if slot.start == NOWHERE or slot.kind in (HeadKind.PLACE, HeadKind.ORGANISATION):
        return False
    if slot.kind is HeadKind.DATE:
        return bool(named_other(query, j.passage, j.candidate, slot.start))
    return not of_asked(query, j.passage, j.candidate, slot.start, (slot.value,))


def _person(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Invoked and not present, not the one who does it, of another office than the one asked for, a name without an end, or told
    in a clause that says less of the question than somebody else's."""
    text = s.best.passage.text
    named = [] if any(o.endswith(GROUPS) for o in query.offices) else query.offices
    asked = query.wording.offices or (named if query.language is Language.EN else ())
    return (
        (bool(s.doers) and slot.value not in (s.doers or ()))
        or (bool(asked) and not any_of_body_asked(query, asked, slot.note))
        or (bool(named) and not asked)
        or not all(of_rank(slot.note, r) for r in query.wording.ranks)
        or (Cue.WHOM in query.cues and not query.wording.whom)
        or _says_less(about, slot, slots, s)
        or (slot.start > NOWHERE and _runs_on(slot, s.best))
        or (Cue.STUDY not in query.cues and slot.start > NOWHERE and invoked(text, slot.start, slot.end))
    )


def _says_less(about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Whether its clause says less of the question than one with people of its own (甲慰问老兵，乙慰问家属)."""
    said_in = {
        clause: coverage(about, s.best.passage.text[clause.start : clause.end])
        for other in slots
        if other.kind is HeadKind.PERSON and (clause := clause_at(s.clauses, other.start))
    }
    own = clause_at(s.clauses, slot.start)
    return own is not None and said_in[own] < max(said_in.values())


def _runs_on(slot: Slot, j: Judged) -> bool:
    """Whether the end of a name and what follows it are a word of the dictionary (敬献 of 沙金敬献花), and the article prints the
    name nowhere else, so that nobody knows where it ends; or what follows makes a place of it (方东路社区)."""
    text, article = j.passage.text, j.candidate.text
    if text.startswith(_place_tails(), slot.end):
        return True
    return article.count(slot.value) == 1 and is_word(text[slot.end - 1 : slot.end + 1])


@lru_cache(maxsize=1)
def _place_tails() -> tuple[str, ...]:
    """Words of several characters that end the names of places; one alone (江, 山) may begin a word of its own."""
    return tuple(suffix for suffix, *_ in rows("place_suffixes.tsv") if len(suffix) > 1)


def _day(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Not as exact as is asked, of another act than the one asked about, planned and over, or beside one that is not settled
    yet."""
    text = s.best.passage.text
    return (
        (Cue.EXACT_DAY in query.cues and not _EXACT.search(slot.value))
        or (slot.planned and slot.value < (s.best.candidate.reading.issued or ""))
        or bool(_UNSETTLED.search(text))
        or bool(_EVERY.search(text[: max(slot.start, 0)]))
        or _yearless(text, slot)
        or _of_another_act(query, told_with(slot, slots, s))
    )


def _yearless(text: str, slot: Slot) -> bool:
    """Whether its year is the one told before (同年8月), and was told in no earlier part of the sentence."""
    return slot.start > NOWHERE and text.startswith(_SAME_YEAR, slot.start) and "年" not in text[: slot.start]


def _of_another_act(query: Frame, own: str) -> bool:
    """Whether a day is asked of an act that has one of its own (开工), and what this one is told of does not say it."""
    if Cue.DEADLINE in query.cues and not _ENDS.search(own):
        return True
    return any(not any(word in own for word in told) for _, *told in query.wording.milestones)


def told_with(slot: Slot, slots: Sequence[Slot], s: Setting) -> str:
    """What a slot is told of: its clause; of a time that opens its clause all that follows up to the next time. Empty for
    what is only understood."""
    text = s.best.passage.text
    clause = clause_at(s.clauses, slot.start) if slot.start > NOWHERE else None
    if clause is None:
        return ""
    if slot.kind is not HeadKind.DATE or slot.start - clause.start > OPENING:
        return text[clause.start : clause.end]
    later = [other.start for other in slots if other.start > slot.start]
    following = [c for c in s.clauses if c.part == clause.part and c.start >= clause.start]
    end = following[-1].end
    for c in following[1:]:
        if any(c.start <= at < c.end for at in later):
            end = c.start
            break
    return text[clause.start : end]


def _place(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """A kind of place, somebody's name, or not to be had in English."""
    if query.language is Language.EN:
        return True
    return slot.value in kinds() or any(p.name == slot.value for p in s.best.candidate.roles)


def _figure(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Of another measure, or in brackets, where it is a part of what stands before."""
    before = s.best.passage.text[: slot.start]
    if before.rfind("（") > before.rfind("）") and any(other.end < before.rfind("（") for other in slots):
        return True
    asked, printed = units().get(query.unit), units().get(slot.note)
    return asked is not None and printed is not None and asked.kind is not printed.kind


def _office(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Not printed in the sentence, said in the question, no office at all, held where one to come or one that is over is asked
    for, or not to be had in English."""
    if slot.start == NOWHERE or query.language is Language.EN or not of_that_time(query, told_with(slot, slots, s)):
        return True
    return query.wording.sought.says(slot.value) or not is_office(slot.value)


def _body(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Of another kind than the one asked for, or not to be had in English."""
    if query.language is Language.EN:
        return True
    tails = query.wording.thing.tails
    return bool(tails) and not slot.value.endswith(tails)


def _nothing(query: Frame, about: Sequence[Term], slot: Slot, slots: Sequence[Slot], s: Setting) -> bool:
    """Nothing speaks against an hour."""
    return False


_BARRED: Mapping[HeadKind, Callable[[Frame, Sequence[Term], Slot, Sequence[Slot], Setting], bool]] = MappingProxyType(
    {
        HeadKind.PERSON: _person,
        HeadKind.DATE: _day,
        HeadKind.PLACE: _place,
        HeadKind.NUMBER: _figure,
        HeadKind.OFFICE: _office,
        HeadKind.ORGANISATION: _body,
        HeadKind.OTHER: _nothing,
    }
)
