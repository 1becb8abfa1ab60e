"""What is weighed of a run of slots: what the reader makes of it and of its sentence, and how much of the question is told
where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from rag.answered import HeadKind
from rag.asked import Asks, Counted, Cue, Frame, Language
from rag.asking.heads.bars import told_with
from rag.asking.heads.figures import fit
from rag.asking.heads.places import SHORTEST, is_region
from rag.asking.heads.runs import Run
from rag.asking.heads.setting import Setting
from rag.asking.heads.slots import NOWHERE, Slot
from rag.asking.matching.legs import of_asked
from rag.asking.matching.terms import Term, coverage, said
from rag.asking.matching.titled import GROUPS
from rag.asking.reranking.likeliest import of_any
from rag.asking.retrieval.judge import MOST, Judged
from rag.text import has_han

BEST, AHEAD = 4.0, 3.0
"""Log-odds beyond which more does not count: of a mark or an opinion, and of what a run is ahead of another."""

FITS = 3
"""The most that speaks for a figure being of what is counted."""

ALWAYS = "always"
"""The sign that everything has."""

Signs = dict[str, float]


def signs(
    query: Frame, about: Sequence[Term], run: Run, others: Sequence[Run], every: Sequence[Judged], s: Setting
) -> Signs:
    """The signs of one run; `others` are the other runs of its sentence, `every` all sentences looked at."""
    marks = [marking(slot, s.best) for slot in run]
    most, outside = max(marks), _outside(run, s.best)
    own = _told(query, about, run, others, s)
    rest = [_told(query, about, other, [*others, run], s) for other in others]
    fits, fit_rest = (
        _fits(query, run, others, s.best),
        [_fits(query, other, [*others, run], s.best) for other in others],
    )
    top = max(j.opinion for j in every)
    return {
        ALWAYS: 1.0,
        f"{query.asks.value}_{run[0].kind.value}": 1.0,
        "several_figures": float(several_figures(query)),
        "english": float(query.language is Language.EN),
        "marked": _within(most, BEST),
        "marked_least": _within(min(marks), BEST),
        "doubted": _within(most, 0.0),
        "ahead": _within(most - outside, AHEAD),
        "behind": _within(most - outside, 0.0),
        "answers": _within(s.best.opinion, BEST),
        "first": _within(s.best.opinion - top, 0.0),
        "any": _within(of_any(every), BEST),
        "told": own,
        "told_ahead": own - max(rest, default=own),
        "alone": float(not others),
        "fits": fits / FITS,
        "fits_each": float(several_figures(query) and fits > 1),
        "fits_best": float(0 < fits >= max(fit_rest, default=0)),
        **_day(query, run, own, alone=not others),
        "does": sum(bool(s.doers) and slot.value in (s.doers or ()) for slot in run) / len(run),
        "other_leg": sum(slot.start > NOWHERE and not _of_leg(query, slot, s.best) for slot in run) / len(run),
        "unsaid": float(run[0].kind is HeadKind.PERSON and _unsaid(query, about, s.best)),
        "short": sum(slot.kind is HeadKind.PLACE and len(slot.value) < SHORTEST for slot in run) / len(run),
        **_kinds(query, run),
        "understood": float(run[0].start == NOWHERE),
    }


def several_figures(query: Frame) -> bool:
    """Whether several figures are asked for at once (监督立了几件、撤了几件)."""
    return Cue.SEVERAL_FIGURES in query.cues and query.asks is Asks.NUMBER


def _day(query: Frame, run: Run, own: float, *, alone: bool) -> Signs:
    """What is weighed of a day by itself: how much of the question its clause says, whether it is the only one, whether the
    clause tells the act that is asked for, and the language, in which nobody prints it."""
    if run[0].kind is not HeadKind.DATE:
        return {}
    of_act = float(bool(query.wording.milestones))
    english = float(query.language is Language.EN)
    return {
        "day_told": own,
        "day_alone": float(alone),
        "of_act": of_act,
        "act_told": of_act * own,
        "day_english": english,
    }


def _kinds(query: Frame, run: Run) -> Signs:
    """Whether it is of the kind asked for (哪个村, 哪个医生) or of another one: places and bodies by how they end, people by
    their offices; and how many of them are whole regions."""
    noun = query.wording.thing.noun if has_han(query.wording.thing.noun) else ""
    if run[0].kind is HeadKind.PERSON:
        told = [slot.note for slot in run if slot.note and noun and not noun.endswith(GROUPS)]
        fitting = sum(any(sign in role for sign in noun) for role in told) / len(run)
        return {"of_kind": fitting, "other_kind": len(told) / len(run) - fitting}
    if run[0].kind not in (HeadKind.PLACE, HeadKind.ORGANISATION):
        return {}
    fitting = sum(slot.value[-1] in noun for slot in run) / len(run)
    region = sum(is_region(slot.value) for slot in run) / len(run)
    return {"of_kind": fitting, "other_kind": 1 - fitting if noun else 0.0, "region": region}


def _of_leg(query: Frame, slot: Slot, j: Judged) -> bool:
    """Whether a place or a body stands in a part of the sentence that is told of what is asked about."""
    if slot.kind not in (HeadKind.PLACE, HeadKind.ORGANISATION):
        return True  # of others `bars.py` looks
    return of_asked(query, j.passage, j.candidate, slot.start, (slot.value,))


def _unsaid(query: Frame, about: Sequence[Term], j: Judged) -> bool:
    """Whether the article does not say the rarest word of the question that is nobody's name and no word of its act."""
    acts = {*query.deed, *(w for told in query.wording.milestones for w in told), *query.people, *query.offices}
    things = [t for t in about if len(t.word) > 1 and t.word not in acts]
    rarest = max(things, key=lambda t: t.weight, default=None)
    return rarest is not None and not said(rarest, f"{j.passage.heading}{j.candidate.text}")


def apart(most: float, others: Sequence[float]) -> float:
    """How much more the reader marks a run than any of other sentences that says something else."""
    found = max(most - max(others, default=-MOST), -AHEAD)
    return min(found, AHEAD) / MOST


def _within(odds: float, most: float) -> float:
    return max(min(odds, most), -MOST) / MOST


def marking(slot: Slot, j: Judged) -> float:
    """Log-odds that the reader takes the slot for the short answer; of what is only understood those of the actor put before."""
    if slot.start != NOWHERE:
        return j.short(slot.start, slot.end)
    at = f"{j.passage.actor}：".rfind(slot.value)
    start = at - len(j.passage.actor) - 1
    return j.short(start, start + len(slot.value)) if at >= 0 else -MOST


def _outside(run: Run, j: Judged) -> float:
    """The log-odds of the likeliest piece of the sentence that lies outside the run."""
    start, end = run[0].start, run[-1].end
    pieces = j.read.short if j.read else ()
    free = (odds for a, b, odds in pieces if run[0].start == NOWHERE or b <= start or a >= end)
    return max(min(max(free, default=-MOST), MOST), -MOST)


def _told(query: Frame, about: Sequence[Term], run: Run, others: Sequence[Run], s: Setting) -> float:
    """The share of the question, its people aside, that is said where the run stands."""
    rest = [t for t in about if t.word not in query.people]
    slots = [slot for other in (*others, run) for slot in other]
    return sum(coverage(rest, own) if (own := told_with(slot, slots, s)) else 0.0 for slot in run) / len(run)


def _fits(query: Frame, run: Run, others: Sequence[Run], j: Judged) -> int:
    """How much speaks for a figure being of what is counted; 0 where no number is asked for."""
    asked: Sequence[Counted] = query.wording.counted if query.asks is Asks.NUMBER else ()
    slots = [slot for other in (*others, run) for slot in other]
    return min((max((fit(c, slot, slots, j) for c in asked), default=0) for slot in run), default=0)
