"""Whether the best sentence holds the kind of thing that is asked for, done by those it is asked of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.constraints.given import names_sum
from rag.asking.constraints.lack import Lack, Support
from rag.asking.expected.confirm import chaired, visited
from rag.asking.expected.kinds import holds
from rag.asking.expected.times import takes_office, wants_hour
from rag.asking.expected.wants import wants_people, wants_reason, wants_words
from rag.asking.matching.bodies import any_of_body_asked
from rag.asking.matching.standing import denies, plans
from rag.asking.matching.terms import Term, said
from rag.asking.matching.titled import GROUPS
from rag.asking.matching.types import type_of
from rag.asking.retrieval.judge import Judged

NEARLY_ALL = 0.75
"""Share of a question for the reason that a sentence and what stands around it must say to tell it in other words."""

_REACHED = re.compile(r"已|完成|顺利|圆满")
_CLAUSE = re.compile(r"[，,；;。]")


def kind(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """The kind of thing asked for, which the sentence does not hold.

    A reason is often told without a word for it, so a sentence that says nearly all of the question need not have one.
    """
    wanted = (
        takes_office(query)
        or wants_words(query)
        or "held" in type_of(query).constraints
        or wants_people(query)
        or query.wording.points > 0
        or (wants_reason(query) and best.features.said_near < NEARLY_ALL)
        or bool(query.wording.told and not wants_hour(query))
    )
    if wanted and not names_sum(query, best) and not holds(query, best.passage, best.candidate):
        return Support(Lack.KIND)
    if query.asks is Asks.NUMBER and len(query.people) > 1 and not any(n in best.passage.text for n in query.people):
        return Support(Lack.KIND)
    offices = [o for o in query.offices if not o.endswith(GROUPS)]
    named = wants_people(query) and (Cue.HOLDER in query.cues or set(query.focus) & set(offices))
    if named and not _holder(query, offices, best):
        return Support(Lack.KIND)
    return Support()


def _holder(query: Frame, offices: Sequence[str], best: Judged) -> bool:
    """Whether anybody in the article, others than those asked about, holds one of the offices."""
    roles = [p.role for p in best.candidate.roles if p.name not in query.people]
    return not offices or any(any_of_body_asked(query, offices, role) for role in roles)


def deed(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked whom they visited or what they inspected, in an article in which they did neither."""
    asked = not wants_people(query)
    did = visited(query, best.candidate) and chaired(query, best.candidate)
    return Support(Lack.KIND) if asked and not did else Support()


def planned(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Whether something was done (投产了吗) of which the sentence tells the plan only."""
    if Cue.DONE not in query.cues:
        return Support()
    words = [t for t in about if t.word not in (*query.people, *query.places)]
    clauses = [c for c in _CLAUSE.split(best.passage.text) if words and said(words[-1], c)]
    told = clauses and all(plans().search(c) and not _REACHED.search(c) for c in clauses)
    return Support(Lack.PLANNED) if told else Support()


def absent(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Those who did not do it, in a sentence that says so of nobody."""
    return Support() if denies().search(best.passage.text) else Support(Lack.KIND)
