"""What speaks for a slot being what is asked for: a few signs, each between -1 and 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answered import HeadKind
from rag.asked import Cue, Frame
from rag.asking.heads.clauses import Clause, clause_at, clauses
from rag.asking.heads.doing import doers, each, telling
from rag.asking.heads.people import BODIES
from rag.asking.heads.places import kinds
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.candidates import around
from rag.asking.matching.terms import Term, coverage, plain, said
from rag.asking.retrieval.judge import MOST, Judged
from rag.mentions.figures import units
from rag.spans import overlap

LIKELY, AHEAD = 1.5, 3.0
"""Log-odds beyond which more does not count: of the sentence to answer, and of a slot before the next."""

BEHIND = 6.0
"""Log-odds behind the best sentence at which a sentence counts as far behind as can be."""

HALF = 0.5
"""How far a body asked about must be said near a name."""

OPENING = 12
"""Characters of a clause within which a time stands for what the whole sentence tells, until another one is named."""

_EVERY = re.compile(r"(?:每|逐|历)年[^，。；]{0,2}$")
_SAME_YEAR = ("同年", "当年", "次年", "翌年")
_GOING = re.compile(r"(?:来到|走进|前往|赶赴|奔赴|抵达|深入|走访|位于|在|到|赴|至|于|去)[^，,。；、]{0,12}$")
_GENITIVE = re.compile(r"^(?:同志)?(?:的|家属|家中|家里|家)")
_INVOKED = re.compile(r"(?:学习|贯彻|落实|按照|根据|践行|以|在)[^，,。；]{0,12}$")
_DOCTRINE = re.compile(r"^(?:总书记|同志|新时代|主席关于|[^，。；、]{0,8}(?:思想|讲话|精神|批示|指示))")


Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence with what is looked up for each of its slots: its clauses and where the words asked about stand."""

    best: Judged
    clauses: tuple[Clause, ...]
    asked: tuple[tuple[int, int, float], ...]
    deeds: tuple[tuple[int, int], ...]
    doers: frozenset[str] | None


def setting(query: Frame, about: Sequence[Term], best: Judged) -> Setting:
    """The sentence laid out once for all of its slots."""
    text = best.passage.text
    asked = [(m.start(), m.end(), t.weight) for t in about for w in (t.word, *t.others) for m in each(w, text)]
    deeds = [(m.start(), m.end()) for w in query.deed for m in each(w, text)]
    parts = clauses(text)
    return Setting(best, parts, tuple(asked), tuple(deeds), doers(query, about, best, parts, deeds))


def signs(query: Frame, about: Sequence[Term], slot: Slot, rivals: Sequence[Slot], top: Judged, s: Setting) -> Signs:
    """The signs of one slot among its rivals, which are all slots of its sentence; `top` is the best judged sentence."""
    j, text = s.best, s.best.passage.text
    rest = [t for t in about if t.word not in query.people]
    clause = clause_at(s.clauses, slot.start) if slot.start != NOWHERE else None
    own = _scope(slot, rivals, s, clause) if clause else ""
    part = "".join(text[c.start : c.end] for c in s.clauses if clause and c.part == clause.part)
    marked, other = marking(slot, j), _elsewhere(slot, rivals, j)
    found = {
        slot.kind.value: 1.0,
        "gap": min((top.score - j.score) / BEHIND, 1.0),
        "said_near": j.features.said_near,
        "act": j.features.act,
        "in_clause": coverage(rest, own) if own else 0.0,
        "in_part": coverage(rest, part) if part else 0.0,
        "rest_said": coverage(rest, text),
        "last_said": said(rest[-1], own or text) if rest else 0.0,
        "answers": j.opinion / MOST,
        "likely": min(j.opinion, LIKELY) / MOST,
        "marked": marked / MOST,
        "unmarked": min(marked, 0.0) / MOST,
        "ahead": min(marked - other, AHEAD) / MOST,
        "behind": min(marked - other, 0.0) / MOST,
    }
    return found | _OF_KIND[slot.kind](query, slot, s, own, clause)


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


def _person(query: Frame, slot: Slot, s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = [e for e in events if overlap(e.spans, s.best.passage.spans)]
    kinds = telling([e for e in told if not query.activities or e.activity in query.activities], s.asked, s.best)
    before, behind = (text[: slot.start], text[slot.end :]) if clause else ("", "")
    near = f"{_near(s)} {slot.note}"
    return {
        "does": float(s.doers is not None and slot.value in s.doers),
        "does_not": float(bool(s.doers) and slot.value not in (s.doers or ())),
        "nobody_does": float(s.doers is not None and not s.doers),
        "actor": float(any(slot.value == a.name for e in kinds for a in e.actors)),
        "office_missing": float(bool(query.offices) and not any(o in slot.note for o in query.offices)),
        "rank_missing": float(any(r not in slot.note for r in query.wording.ranks)),
        "body_missing": float(any(said(plain(b), near) < HALF for b in query.places if b.endswith(BODIES))),
        "genitive": float(_GENITIVE.match(behind) is not None),
        "doctrine": float(_DOCTRINE.match(behind) is not None),
        "invoked": float(_INVOKED.search(before) is not None),
        "no_deed": float(bool(query.deed) and not s.deeds),
        "not_chair": float(Cue.CHAIRS in query.cues and "主持" not in own),
    }


def _near(s: Setting) -> str:
    """The sentence with its neighbours, the headline, the town and the paper."""
    c = s.best.candidate
    return (
        f"{c.reading.article.title} {around(c, s.best.passage)} {c.reading.understood.city} {c.reading.page.newspaper}"
    )


def _day(query: Frame, slot: Slot, s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = {e.when.value for e in events if overlap(e.spans, s.best.passage.spans)}
    return {
        "full": float(len(slot.value) == len("2022-05-06")),
        "exact_year": float(Cue.EXACT_DAY in query.cues and len(slot.value) < len("2022-05-06")),
        "visits_event": float(bool(query.activities) and slot.value in told),
        "clause_with_people": float(any(n in (own or text) for n in query.people)),
        "no_year": float(_EVERY.search(text[: max(slot.start, 0)]) is not None or _yearless(text, slot)),
    }


def _yearless(text: str, slot: Slot) -> bool:
    """Whether its year is the one told before (同年8月), and was told in no earlier part of the sentence."""
    return slot.start > NOWHERE and text.startswith(_SAME_YEAR, slot.start) and "年" not in text[: slot.start]


def _place(query: Frame, slot: Slot, s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = [e for e in events if overlap(e.spans, s.best.passage.spans)]
    theirs = [e for e in told if not query.people or {a.name for a in (*e.actors, *e.participants)} & set(query.people)]
    before, behind = text[: slot.start], text[slot.end :]
    return {
        "event_place": float(any(slot.value in e.places for e in told)),
        "other_place": float(
            any(slot.value in e.places for e in told) and not any(slot.value in e.places for e in theirs)
        ),
        "going": float(_GOING.search(before) is not None),
        "region": float(slot.value.endswith(("省", "市", "区", "县", "州"))),
        "genitive": float(behind.startswith(("的", "人", "籍", "市委", "县委", "区委", "省委"))),
        "asked_place_missing": float(any(said(plain(p), _near(s)) < HALF for p in query.places)),
        "bare_kind": float(slot.value in kinds()),
        "listed": float(behind.startswith(("、", "和", "及")) or before.endswith(("、", "和", "及"))),
    }


def _figure(query: Frame, slot: Slot, s: Setting, own: str, clause: Clause | None) -> Signs:
    unit, focus = query.unit, [w for w in query.focus if w]
    asked, printed = units().get(unit), units().get(slot.note)
    return {
        "unit": float(bool(unit) and slot.value.endswith(unit)),
        "other_unit": float(bool(unit) and not slot.value.endswith(unit)),
        "other_measure": float(asked is not None and printed is not None and asked.kind is not printed.kind),
        "no_noun": float(bool(focus) and not any(w in own for w in focus)),
        "in_characters": float(not slot.value[0].isdigit()),
    }


def _office(query: Frame, slot: Slot, s: Setting, own: str, clause: Clause | None) -> Signs:
    text = s.best.passage.text
    return {"former": float(any(x in text[max(slot.start - 4, 0) : slot.start] for x in ("原", "时任", "前", "曾")))}


_OF_KIND = {
    HeadKind.PERSON: _person,
    HeadKind.DATE: _day,
    HeadKind.PLACE: _place,
    HeadKind.NUMBER: _figure,
    HeadKind.OFFICE: _office,
}
