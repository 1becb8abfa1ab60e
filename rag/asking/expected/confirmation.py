"""Whether it was so: the article bears out that those asked about did it."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected.confirm import confirms
from rag.asking.matching.candidates import Candidate
from rag.records import Activity, Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """For who chaired: somebody asked about is said to have; other deeds have too many words to be told by theirs."""
    if not confirms(query, candidate):
        return False
    if not query.people or Activity.MEETING_CHAIR not in query.activities:
        return True
    before, chaired, _ = passage.text.partition("主持")
    nearest = max((n for n in candidate.actors if n in before), key=before.rfind, default=passage.actor)
    return bool(chaired) and any(n in nearest.split("、") for n in query.people)
