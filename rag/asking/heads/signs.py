"""What speaks for a slot being what is asked for: what the reader makes of it, and what bars it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answered import HeadKind
from rag.asked import Cue, Frame, Language
from rag.asking.expected.appointed import of_that_time
from rag.asking.expected.people import any_told_of
from rag.asking.heads.clauses import Clause, clause_at, clauses
from rag.asking.heads.doing import doers, each
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.terms import Term, coverage, said
from rag.asking.matching.titled import GROUPS, of_rank
from rag.asking.retrieval.judge import MOST, Judged
from rag.dictionary import is_word
from rag.mentions.figures import units
from rag.records import MentionKind
from rag.spans import overlap
from rag.tables import rows
from rag.understanding import invoked

LIKELY, AHEAD = 1.5, 3.0
"""Log-odds beyond which more does not count: of the sentence to answer, and of a slot before the next."""

BEHIND = 6.0
"""Log-odds behind the best sentence at which a sentence counts as far behind as can be."""

OPENING = 12
"""Characters of a clause within which a time stands for what the whole sentence tells, until another one is named."""

_EVERY = re.compile(r"(?:每|逐|历)年[^，。；]{0,2}$")
_UNSETTLED = re.compile(r"(?:日期|时间|日子|何时)[^，。；]{0,6}(?:未定|待定|不定|另行)|择[期日]")
"""Says of a day that nobody knows it yet: what else the sentence dates was before (原定10日的仪式推迟，日期未定)."""
_EXACT = re.compile(r"-\d\d-\d\d$")
"""How a day ends, be it of an unknown year; no month does."""

_SAME_YEAR = ("同年", "当年", "次年", "翌年")

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what is looked up once for all of its slots: its clauses, and who does what is asked about."""

    best: Judged
    clauses: tuple[Clause, ...]
    doers: frozenset[str] | None


def setting(query: Frame, about: Sequence[Term], best: Judged) -> Setting:
    """The sentence laid out once for all of its slots."""
    text = best.passage.text
    deeds = [(m.start(), m.end()) for w in query.deed for m in each(w, text)]
    parts = clauses(text)
    return Setting(best, parts, doers(query, about, best, parts, deeds))


def signs(query: Frame, about: Sequence[Term], slot: Slot, rivals: Sequence[Slot], top: Judged, s: Setting) -> Signs:
    """The signs of one slot among its rivals, which are all slots of its sentence; `top` is the best judged sentence."""
    j = s.best
    rest = [t for t in about if t.word not in query.people]
    clause = clause_at(s.clauses, slot.start) if slot.start != NOWHERE else None
    own = _scope(slot, rivals, s, clause) if clause else ""
    marked, other = marking(slot, j), _elsewhere(slot, rivals, j)
    found = {
        slot.kind.value: 1.0,
        "gap": min((top.score - j.score) / BEHIND, 1.0),
        "said_near": j.features.said_near,
        "in_clause": coverage(rest, own) if own else 0.0,
        "answers": j.opinion / MOST,
        "likely": min(j.opinion, LIKELY) / MOST,
        "marked": marked / MOST,
        "ahead": min(marked - other, AHEAD) / MOST,
        "behind": min(marked - other, 0.0) / MOST,
    }
    bars = _OF_KIND.get(slot.kind)
    another = (
        _of_another(query, slot, j) or _of_another_act(query, slot, own) or _of_another_subject(query, about, slot, j)
    )
    return found | {"another": float(another)} | (bars(query, slot, s) if bars else {})


def _of_another(query: Frame, slot: Slot, j: Judged) -> bool:
    """Whether the sentence names people and whoever is asked about is none of them, nor acts in it: what it tells is told of
    somebody else. Who came with somebody may be told behind the sentence that names him."""
    if not query.people or query.choices:
        return False
    somebody = slot.kind is HeadKind.PERSON or any(m.kind is MentionKind.PERSON for m in j.passage.mentions)
    near = j.passage.number - int(slot.kind is HeadKind.PERSON), j.passage.number
    return somebody and not any(any_told_of(query.people, p) for p in j.candidate.passages if p.number in near)


def _of_another_act(query: Frame, slot: Slot, own: str) -> bool:
    """Whether a day is asked of an act that has one of its own (开工), and what this one is told of does not say it."""
    if slot.kind is not HeadKind.DATE:
        return False
    if Cue.DEADLINE in query.cues and not _ENDS.search(own):
        return True
    return any(not any(word in own for word in told) for _, *told in query.wording.milestones)


def _of_another_subject(query: Frame, about: Sequence[Term], slot: Slot, j: Judged) -> bool:
    """Whether neither the sentence nor the one before it says the rarest word of the question that is nobody's name and no
    word of its act, while other sentences of the article do: what it tells is told of something else. Where none does nobody is
    stated, unless the reader is sure of the sentence."""
    acts = {*query.deed, *(w for told in query.wording.milestones for w in told), *query.people, *query.offices}
    things = [t for t in about if len(t.word) > 1 and t.word not in acts]
    rarest = max(things, key=lambda t: t.weight, default=None)
    if rarest is None or said(rarest, j.candidate.reading.article.title) or said(rarest, j.passage.heading):
        return False
    near = [p for p in j.candidate.passages if j.passage.number - 1 <= p.number <= j.passage.number]
    if any(said(rarest, p.text) for p in near):
        return False
    elsewhere = any(rarest.word in p.text for p in j.candidate.passages)
    unsaid = slot.kind is HeadKind.PERSON and not said(rarest, j.candidate.text)
    return elsewhere or (unsaid and j.opinion < LIKELY)


_ENDS = re.compile(r"止|结束|到期|前|闭幕|期限|落幕|[至到](?=\d)")
"""What says of a day that something ends on it."""


def marking(slot: Slot, j: Judged) -> float:
    """Log-odds that the reader takes the slot for the short answer; of what is only understood those of the actor put before."""
    if slot.start != NOWHERE:
        return j.short(slot.start, slot.end)
    at = f"{j.passage.actor}：".rfind(slot.value)
    start = at - len(j.passage.actor) - 1
    return j.short(start, start + len(slot.value)) if at >= 0 else -MOST


def _elsewhere(slot: Slot, rivals: Sequence[Slot], j: Judged) -> float:
    """The same of the likeliest other slot of the sentence, or of its likeliest piece that lies in none."""
    pieces = j.read.short if j.read else ()
    free = (odds for a, b, odds in pieces if not any(r.start < b and a < r.end for r in rivals))
    most = max((*free, *(marking(r, j) for r in rivals if r.value != slot.value)), default=-MOST)
    return max(min(most, MOST), -MOST)


def _scope(slot: Slot, rivals: Sequence[Slot], s: Setting, clause: Clause) -> str:
    """What a slot is told of: its clause; of a time that opens its clause all that follows up to the next time."""
    text = s.best.passage.text
    if slot.kind is not HeadKind.DATE or slot.start - clause.start > OPENING:
        return text[clause.start : clause.end]
    later = [r.start for r in rivals if r.start > slot.start]
    following = [c for c in s.clauses if c.part == clause.part and c.start >= clause.start]
    end = following[-1].end
    for c in following[1:]:
        if any(c.start <= at < c.end for at in later):
            end = c.start
            break
    return text[clause.start : end]


def _person(query: Frame, slot: Slot, s: Setting) -> Signs:
    text = s.best.passage.text
    events = [e for e in s.best.candidate.reading.understood.events if overlap(e.spans, s.best.passage.spans)]
    wanted = [e for e in events if not query.activities or e.activity in query.activities]
    named = [] if any(o.endswith(GROUPS) for o in query.offices) else query.offices
    asked = query.wording.offices or (named if query.language is Language.EN else ())
    return {
        "does": float(s.doers is not None and slot.value in s.doers),
        "acts": float(any(slot.value == a.name for e in wanted for a in e.actors)),
        "does_not": float(bool(s.doers) and slot.value not in (s.doers or ())),
        "office_missing": float(bool(asked) and not any_of_body_asked(query, asked, slot.note)),
        "aside": float(bool(named) and not asked),
        "edge": float(slot.start != NOWHERE and _runs_on(slot, s.best)),
        "rank_missing": float(not all(of_rank(slot.note, r) for r in query.wording.ranks)),
        "invoked": float(Cue.STUDY not in query.cues and slot.start != NOWHERE and invoked(text, slot.start, slot.end)),
        "not_whom": float(Cue.WHOM in query.cues and not query.wording.whom),
    }


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


def _day(query: Frame, slot: Slot, s: Setting) -> Signs:
    text = s.best.passage.text
    return {
        "exact_year": float(Cue.EXACT_DAY in query.cues and not _EXACT.search(slot.value)),
        "over": float(slot.planned and slot.value < (s.best.candidate.reading.issued or "")),
        "unsettled": float(_UNSETTLED.search(text) is not None),
        "no_year": float(_EVERY.search(text[: max(slot.start, 0)]) is not None or _yearless(text, slot)),
    }


def _yearless(text: str, slot: Slot) -> bool:
    """Whether its year is the one told before (同年8月), and was told in no earlier part of the sentence."""
    return slot.start > NOWHERE and text.startswith(_SAME_YEAR, slot.start) and "年" not in text[: slot.start]


def _office(query: Frame, slot: Slot, s: Setting) -> Signs:
    clause = clause_at(s.clauses, slot.start) if slot.start != NOWHERE else None
    own = s.best.passage.text[clause.start : clause.end] if clause else ""
    return {"of_another_time": float(not of_that_time(query, own))}


def _figure(query: Frame, slot: Slot, s: Setting) -> Signs:
    asked, printed = units().get(query.unit), units().get(slot.note)
    return {"other_measure": float(asked is not None and printed is not None and asked.kind is not printed.kind)}


_OF_KIND = {HeadKind.PERSON: _person, HeadKind.DATE: _day, HeadKind.NUMBER: _figure, HeadKind.OFFICE: _office}
