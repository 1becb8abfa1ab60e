"""Who does in a sentence what is asked about, or has it done to them, by the clause that tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Cue, Frame
from rag.asking.heads.clauses import Clause, clause_at
from rag.asking.heads.roles import TAKING_PART, Named, agents, patients
from rag.asking.matching.terms import Term, coverage, verbs
from rag.asking.retrieval.judge import Judged

Spot = tuple[int, int]


def doers(
    query: Frame, about: Sequence[Term], best: Judged, parts: Sequence[Clause], deeds: Sequence[Spot]
) -> frozenset[str] | None:
    """Who does what is asked about, or has it done to them, as the question wants; None where the sentence does not say the verb."""
    text = best.passage.text
    to_whom = Cue.WHOM in query.cues
    verbs = [m.span() for w in query.wording.whom for m in each(w, text)] if to_whom else list(deeds)
    if Cue.COMPANY in query.cues:
        verbs = [m.span() for m in TAKING_PART.finditer(text)]
    passive = to_whom or Cue.PASSIVE in query.cues
    if not verbs:
        return None if passive or Cue.COMPANY in query.cues else _who_acts(about, best, parts)
    read = patients if passive else agents
    return frozenset(name for verb in verbs for name in read(text, parts, _named(best), verb))


def _who_acts(about: Sequence[Term], best: Judged, parts: Sequence[Clause]) -> frozenset[str] | None:
    """Who does what a verb of the question says where it is no deed by itself (谁提出要扩建食堂); None where nobody is read.

    Of several clauses with that verb it is the one that says most of the question.
    """
    text = best.passage.text
    found = sorted(m.span() for t in about if t.word in verbs() for m in each(t.word, text))
    starts = [c.start if (c := clause_at(parts, at)) else at for at, _ in found]
    ends = [*starts[1:], len(text)][: len(found)]
    told = [coverage(about, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    likeliest = [v for v, share in zip(found, told, strict=True) if share == max(told)]
    return frozenset(n for v in likeliest for n in agents(text, parts, _named(best), v)) or None


def each(word: str, text: str) -> list[re.Match[str]]:
    """Where a word stands in a text; nowhere for no word."""
    return list(re.finditer(re.escape(word), text)) if word else []


def _named(best: Judged) -> list[Named]:
    text = best.passage.text
    return [Named(n, m.start(), m.end()) for n in (p.name for p in best.candidate.roles) for m in each(n, text)]
