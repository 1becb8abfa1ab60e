"""What speaks for a slot being what is asked for: a few signs, each between -1 and 1."""

from __future__ import annotations

import math
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
from rag.asking.retrieval.judge import Judged
from rag.records import Activity, PassageKind
from rag.spans import overlap

FAR = 12.0
"""Characters between a slot and a word asked about at which its nearness counts a third."""

BEHIND = 6.0
"""Log-odds behind the best sentence at which a sentence counts as far behind as can be."""

USUAL = 0.85
"""The cosine taken for a sentence that has none."""

HALF = 0.5
"""How far a body asked about must be said near a name."""

OPENING = 12
"""Characters of a clause within which a time stands for what the whole sentence tells, until another one is named."""

_OBLIQUE = re.compile(r"(?:向|对|给|为|代表|替|受|看望|慰问|走访|会见|同|与|跟|将|把|在|传达|学习)$")
_COMPANY = re.compile(r"^[^，,。；]{0,24}?(?:等)?(?:的?陪同下|陪同|一同|一道|随同|参加|出席)")
_PLAN = re.compile(r"计划|预计|拟|将|力争|争取|有望|定于|确保")
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
    gap = min((top.score - j.score) / BEHIND, 1.0)
    distance, ahead = _nearest(slot, s.asked)
    found = {
        "bias": 1.0,
        "gap": gap,
        "elsewhere": float(j.candidate.key != top.candidate.key),
        "title": float(j.passage.kind is PassageKind.TITLE),
        "said": j.features.said,
        "said_near": j.features.said_near,
        "said_in_article": j.features.said_in_article,
        "like": j.features.like,
        "cosine": max(j.candidate.likeness.get(j.passage.id, USUAL) - 0.8, -0.1) * 5,
        "date": j.features.date,
        "act": j.features.act,
        "in_clause": coverage(rest, own) if own else 0.0,
        "in_part": coverage(rest, part) if part else 0.0,
        "rest_said": coverage(rest, text),
        "last_said": said(rest[-1], own or text) if rest else 0.0,
        "near": math.exp(-distance / FAR) if slot.start != NOWHERE else 0.0,
        "ahead": ahead,
        "understood": float(slot.start == NOWHERE),
        "alone": 1.0 / max(len(rivals), 1),
        "alone_in_clause": 1.0 / max(sum(clause_at(s.clauses, r.start) == clause for r in rivals), 1)
        if clause
        else 0.0,
        "asked_of": float(any(n in own for n in query.people)) if query.people else 0.5,
        "length": min(len(text) / 200, 1.0),
    }
    return found | _OF_KIND[slot.kind](query, slot, rivals, s, own, clause)


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


def _nearest(slot: Slot, asked: Sequence[tuple[int, int, float]]) -> tuple[float, float]:
    """(characters to the nearest word asked about, 1 where it stands behind the slot and -1 before it)."""
    best, side = 99.0, 0.0
    for start, end, _ in asked:
        if start >= slot.end:
            d, at = start - slot.end, 1.0
        elif end <= slot.start:
            d, at = slot.start - end, -1.0
        else:
            continue
        if d < best:
            best, side = float(d), at
    return best, side


def _person(query: Frame, slot: Slot, rivals: Sequence[Slot], s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = [e for e in events if overlap(e.spans, s.best.passage.spans)]
    kinds = telling([e for e in told if not query.activities or e.activity in query.activities], s.asked, s.best)
    before, behind = (text[: slot.start], text[slot.end :]) if clause else ("", "")
    deed = [d for d in s.deeds if clause and clause.start <= d[0] < clause.end]
    chairs = Cue.CHAIRS in query.cues
    near = f"{_near(s)} {slot.note}"
    return {
        "does": float(s.doers is not None and slot.value in s.doers),
        "does_not": float(bool(s.doers) and slot.value not in (s.doers or ())),
        "nobody_does": float(s.doers is not None and not s.doers),
        "actor": float(any(slot.value == a.name for e in kinds for a in e.actors)),
        "participant": float(any(slot.value == a.name for e in kinds for a in e.participants)),
        "other_actor": float(any(slot.value == a.name for e in told if e not in kinds for a in e.actors)),
        "office_asked": float(any(o in slot.note for o in query.offices)),
        "office_missing": float(bool(query.offices) and not any(o in slot.note for o in query.offices)),
        "rank_missing": float(any(r not in slot.note for r in query.wording.ranks)),
        "body_missing": float(any(said(plain(b), near) < HALF for b in query.places if b.endswith(BODIES))),
        "office": float(bool(slot.note)),
        "oblique": float(_OBLIQUE.search(before) is not None),
        "genitive": float(_GENITIVE.match(behind) is not None),
        "doctrine": float(_DOCTRINE.match(behind) is not None),
        "invoked": float(_INVOKED.search(before) is not None),
        "company": float(_COMPANY.match(behind) is not None),
        "deed_in_clause": float(bool(deed)),
        "before_deed": float(any(slot.end <= d[0] for d in deed)),
        "behind_deed": float(any(slot.start >= d[1] for d in deed)),
        "deed_elsewhere": float(bool(s.deeds) and not deed),
        "no_deed": float(bool(query.deed) and not s.deeds),
        "chair": float(chairs and "主持" in own and own.find("主持") + (clause.start if clause else 0) >= slot.end),
        "not_chair": float(chairs and "主持" not in own),
        "first": float(clause is not None and slot.start == min(r.start for r in rivals if r.start >= clause.start)),
    }


def _near(s: Setting) -> str:
    """The sentence with its neighbours, the headline, the town and the paper."""
    c = s.best.candidate
    return (
        f"{c.reading.article.title} {around(c, s.best.passage)} {c.reading.understood.city} {c.reading.page.newspaper}"
    )


def _day(query: Frame, slot: Slot, rivals: Sequence[Slot], s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = {e.when.value for e in events if overlap(e.spans, s.best.passage.spans)}
    acts = {e.when.value for e in events if e.activity in query.activities}
    return {
        "event_day": float(slot.value in told),
        "act_day": float(slot.value in acts),
        "article_day": float(slot.value == s.best.candidate.reading.understood.when.value),
        "full": float(len(slot.value) == 10),
        "year": float(len(slot.value) == 4),
        "plan": float(_PLAN.search(own) is not None),
        "opens": float(clause is not None and not text[clause.start : slot.start].strip()),
        "exact_year": float(Cue.EXACT_DAY in query.cues and len(slot.value) < 10),
        "visits": float(bool(query.activities)),
        "visits_event": float(bool(query.activities) and slot.value in told),
        "clause_with_people": float(any(n in (own or text) for n in query.people)),
    }


def _place(query: Frame, slot: Slot, rivals: Sequence[Slot], s: Setting, own: str, clause: Clause | None) -> Signs:
    text, events = s.best.passage.text, s.best.candidate.reading.understood.events
    told = [e for e in events if overlap(e.spans, s.best.passage.spans)]
    theirs = [e for e in told if not query.people or {a.name for a in (*e.actors, *e.participants)} & set(query.people)]
    before, behind = text[: slot.start], text[slot.end :]
    return {
        "event_place": float(any(slot.value in e.places for e in told)),
        "their_place": float(bool(query.people) and any(slot.value in e.places for e in theirs)),
        "other_place": float(
            any(slot.value in e.places for e in told) and not any(slot.value in e.places for e in theirs)
        ),
        "visit": float(
            any(slot.value in e.places and e.activity in (Activity.INSPECT, Activity.RESEARCH_VISIT) for e in told)
        ),
        "going": float(_GOING.search(before) is not None),
        "title_case": float(slot.value in s.best.candidate.reading.article.title),
        "short": float(len(slot.value) <= 3),
        "long": float(len(slot.value) > 12),
        "region": float(slot.value.endswith(("省", "市", "区", "县", "州"))),
        "genitive": float(behind.startswith(("的", "人", "籍", "市委", "县委", "区委", "省委"))),
        "focus_tail": float(any(slot.value.endswith(w[-1]) for w in query.focus)),
        "asked_place_missing": float(any(said(plain(p), _near(s)) < HALF for p in query.places)),
        "bare_kind": float(slot.value in kinds()),
        "listed": float(behind.startswith(("、", "和", "及")) or before.endswith(("、", "和", "及"))),
    }


def _figure(query: Frame, slot: Slot, rivals: Sequence[Slot], s: Setting, own: str, clause: Clause | None) -> Signs:
    text = s.best.passage.text
    before, behind = text[: slot.start], text[slot.end :]
    unit = query.unit
    focus = [w for w in query.focus if w]
    return {
        "unit": float(bool(unit) and slot.value.endswith(unit)),
        "other_unit": float(bool(unit) and not slot.value.endswith(unit)),
        "no_unit_asked": float(not unit),
        "unit_and_noun": float(
            bool(unit) and slot.value.endswith(unit) and any(behind[:10].find(w[-2:]) >= 0 for w in focus)
        ),
        "noun_behind": float(any(w in behind[:8] for w in focus)),
        "noun_before": float(any(w in before[-10:] for w in focus)),
        "noun_in_clause": float(any(w in own for w in focus)),
        "no_noun": float(bool(focus) and not any(w in own for w in focus)),
        "percent": float(slot.value.endswith(("%", "％", "百分点"))),
        "money": float(slot.value.endswith("元")),
        "same_unit": float(sum(r.value[-1] == slot.value[-1] for r in rivals) > 1),
        "first_number": float(rivals[0] is slot),
        "in_characters": float(not slot.value[0].isdigit()),
        "bare": float(slot.value[-1].isdigit()),
    }


def _office(query: Frame, slot: Slot, rivals: Sequence[Slot], s: Setting, own: str, clause: Clause | None) -> Signs:
    text = s.best.passage.text
    return {
        "beside": float(any(slot.value + n in text for n in query.people)),
        "long": float(len(slot.value) > 12),
        "short": float(len(slot.value) <= 3),
        "former": float(any(x in text[max(slot.start - 4, 0) : slot.start] for x in ("原", "时任", "前", "曾"))),
    }


_OF_KIND = {
    HeadKind.PERSON: _person,
    HeadKind.DATE: _day,
    HeadKind.PLACE: _place,
    HeadKind.NUMBER: _figure,
    HeadKind.OFFICE: _office,
}
