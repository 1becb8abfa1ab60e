"""Whether the article is of the day asked about, and tells a day or an hour where one is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.expected.kinds import holds
from rag.asking.expected.times import tells_hour, wants_hour
from rag.asking.matching.stretches import stretches
from rag.asking.matching.terms import Term
from rag.asking.retrieval.judge import Judged

_DAY = re.compile(r"\d{1,2}[日号]")
_RELATIVE = re.compile(r"[去今前]年(?:上半年|下半年|[年]?[初底末])?")


def date(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Another day is known of the article, or none at all where a single day is asked about."""
    if any(p.printed in best.passage.text for p in query.periods if _RELATIVE.fullmatch(p.printed)):
        return Support()
    if not query.people and any(p.first != p.last and p.printed in best.passage.text for p in query.periods):
        return Support()
    unknown = best.features.date == 0 and any(p.first == p.last for p in query.periods)
    return Support(Lack.DATE, query.periods[0].printed) if best.features.date < 0 or unknown else Support()


def stretch(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A quarter or half of a year (二季度), of which the sentence does not speak, or speaks of another."""
    asked = query.wording.stretches
    known = stretches(best.passage.text) or stretches(best.candidate.text)
    return Support(Lack.DATE, min(asked - known)) if asked - known else Support()


def day(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """The day or the hour asked for, which the article does not tell."""
    known, text = best.candidate.reading.understood.when.value, best.passage.text
    if wants_hour(query):
        return Support() if tells_hour(text) else Support(Lack.HOUR)
    if known is None and not holds(query, best.passage, best.candidate):
        return Support(Lack.DAY)
    full = (known is not None and len(known) == len("2000-01-01")) or _DAY.search(text)
    return Support(Lack.DAY) if Cue.EXACT_DAY in query.cues and not full else Support()
