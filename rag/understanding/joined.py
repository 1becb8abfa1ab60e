"""Acts of the clauses of one sentence joined: one visit of several clauses, what is done at a meeting, what goes on with a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rag.records import Standing
from rag.tables import any_of
from rag.understanding.act import Act
from rag.understanding.lexicon import Use

SITTINGS = (Use.CHAIR, Use.CONVENE, Use.MEET)
"""Families of acts in which what else is done in the sentence (研究, 部署) is done at the meeting; whoever goes somewhere to
one (来到某村召开座谈会) makes no visit beside it."""

MEETS = (*SITTINGS, Use.JOIN)
"""Families of acts that are done where somebody went for them."""

_COURTESY = re.compile(rf"{any_of('warm_words')}|(?:表示|表达|提出)了?(?:[一-鿿]{{0,6}}?的?(?:{any_of('expressed')}))")


def in_passing(found: Sequence[Act], act: Act) -> bool:
    """Whether somebody's words are only part of what he did in the clause before (…，并表示感谢): nothing is reported of them."""
    if act.family != "say" or not found or found[-1].subject.people != act.subject.people:
        return False
    bare = act.hits[-1].verb.use is Use.TELL and (not act.target or act.target.startswith("并"))
    return bare or _COURTESY.match(act.verbs[-1] + act.target) is not None


def carried(found: Sequence[Act], act: Act, stands: Standing) -> Act:
    """An act that goes on with one planned or past in the same sentence (将赴…，并出席…) is no more done than that.

    The same holds where a clause without an act says how what follows `stands` (将继续做好…，加强检查;
    此前已确认…，并要求…). What somebody says behind what he will do is said now (将继续支持…，希望…).
    """
    spoken = act.family == "say" and stands is Standing.PLANNED
    if stands is not Standing.DONE and act.standing is Standing.DONE and not spoken:
        return act._replace(standing=stands)
    last = found[-1] if found else None
    if last is None or last.family == "say" or act.standing is not Standing.DONE or last.standing is None:
        return act
    return act._replace(standing=last.standing) if last.subject.people == act.subject.people else act


def arrived(found: Sequence[Act]) -> Iterator[Act]:
    """The acts, those at a meeting with the place for which somebody is said to set out right before (前往某镇，参加…)."""
    before: Act | None = None
    for act in found:
        went = before and before.family == "visit" and before.hits[-1].verb.use is Use.MOVE
        if before and went and act.family in MEETS and not act.places and before.subject.people == act.subject.people:
            act = act._replace(places=before.places)
        yield act
        before = act


def joined(found: list[Act], told: Sequence[Act], text: str) -> list[Act]:
    """Clauses of one visit made one act, unless a semicolon parts them."""
    for act in told:
        last = found[-1] if found else None
        if last and act.family == "visit" == last.family and _same(last, act, text):
            found[-1] = last._replace(
                hits=(*last.hits, *act.hits),
                end=act.end,
                places=tuple(dict.fromkeys((*last.places, *act.places))),
                target=act.and_then(last.target, last.places),
            )
        elif last and _at_sitting(last, act) and _same(last, act, text):
            found[-1] = last._replace(end=act.end)
        else:
            found.append(act)
    return found


def _at_sitting(last: Act, act: Act) -> bool:
    """Whether what is done is done at the meeting just told (研究, 部署); who is appointed there is news of its own."""
    mere = act.hits[0].verb.asked or not act.subject.body
    return act.family == Use.DO and last.family in SITTINGS and mere


def _same(last: Act, act: Act, text: str) -> bool:
    parted = any(mark in text[last.end : act.start + 1] for mark in "；;")
    return not parted and last.subject.people == act.subject.people and last.standing == act.standing
