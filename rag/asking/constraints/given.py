"""Figures: one that the question gives must stand where the answer does, and one it asks for belongs to what its clause names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.expected.people import any_told_of
from rag.asking.expected.quantity import counts
from rag.asking.expected.wants import wants_people
from rag.asking.matching.mentioned import parts
from rag.asking.matching.ordinals import another, stands_in
from rag.asking.matching.rivals import named_other, only_others, thing_of_other
from rag.asking.matching.sums import article_prints, prints
from rag.asking.matching.terms import Term, coverage, plain, said
from rag.asking.retrieval.judge import Judged
from rag.records import MentionKind

_OWN = (Asks.NUMBER,)
_PART = re.compile(r"[；;。]")
_NAMING = (Asks.WHO, Asks.WHAT, Asks.WHERE, Asks.LIST)
"""What is asked of a figure that is given (总投资6.8亿元的是哪个项目): the sentence that prints it names it."""


def holding(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """The sentences that print each figure the question gives before the others, where it asks what that is a figure of.

    Those that tell of another number of the same thing (第六届 for 第五届) are left out where any sentence prints it, and
    those of another half of the day, stage or the like where any sentence is of the one asked about.
    """
    judged = _of_them(query, _of_number(query, judged))
    judged = [j for j in judged if not named_other(query, j.passage, j.candidate)] or judged
    if not query.wording.sums or query.asks not in _NAMING:
        return list(judged)
    return sorted(judged, key=lambda j: not all(prints(s, j.passage.mentions) for s in query.wording.sums))


def _of_number(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    asked = [o for o in query.wording.ordinals if any(stands_in(o, j.passage.text) for j in judged)]
    return [j for j in judged if not any(another(o, j.passage.text) for o in asked)]


def _of_them(query: Frame, judged: Sequence[Judged]) -> list[Judged]:
    """Without the sentences that name people and none of those asked about, nor were read with them, where something is
    asked that each has of their own (甲捐了多少: 乙捐了五百元); all where no sentence of theirs is left."""
    if not query.people or query.asks not in _OWN:
        return list(judged)
    return [j for j in judged if not _of_others(query, j)] or list(judged)


def _of_others(query: Frame, j: Judged) -> bool:
    named = {m.text for m in j.passage.mentions if m.kind is MentionKind.PERSON}
    return bool(named) and not any_told_of(query.people, j.passage)


def names_sum(query: Frame, best: Judged) -> bool:
    """Whether the question gives a figure and asks for the thing, not the person, of which the sentence prints it."""
    given = query.wording.sums
    things = query.asks in _NAMING and not wants_people(query)
    return things and bool(given) and all(prints(s, best.passage.mentions) for s in given)


def summed(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A figure that the article does not print."""
    missing = [s.printed for s in query.wording.sums if not article_prints(s, best.candidate)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def apart(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Another half of the day, stage, sex or the like, where the sentence is told of it, or what it says of those named, or
    the article of nothing else."""
    text, own = best.passage.text, [r.worded for r in query.wording.rivals]
    named = [n for n in (*query.people, *query.places) if not any(n in w or w in n for w in own)]
    places = [m.start() for n in named for m in re.finditer(re.escape(n), text)]
    other = named_other(query, best.passage, best.candidate) or only_others(query, best.candidate.text)
    if not other and places and all(thing_of_other(query, best.passage, at) for at in places):
        other = own[0]
    return Support(Lack.FOCUS, other) if other else Support()


def owner(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A number that the sentence gives of something it names before it comes to what is asked about."""
    told = list(parts(best.passage.text, best.passage.mentions, _PART))
    if query.asks is not Asks.NUMBER or len(told) < 2:
        return Support()
    whose = [t for t in about if t.word not in query.focus and t.word != query.unit]
    things = _things(query)
    found = [k for k, (p, own) in enumerate(told) if counts(query, own) and all(said(plain(w), p) for w in things)]
    named = max(range(len(told)), key=lambda k: (coverage(whose, told[k][0]), -k))
    behind = bool(found) and named > max(found) and coverage(whose, told[named][0]) > 0
    return Support(Lack.KIND) if whose and behind else Support()


def _things(query: Frame) -> list[str]:
    return [w for w in query.focus if len(w) > 1]
