"""When: a day, or what the question takes for one: the taking up of an office, a deadline, an hour."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected.figures import TIME
from rag.asking.expected.times import deadline, installs, sets_term, takes_office, tells_hour, wants_hour
from rag.asking.matching.candidates import Candidate
from rag.records import Passage
from rag.time import moments


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A day is known of the whole article or printed in the sentence."""
    if takes_office(query):
        return installs(passage.text)
    if deadline(query):
        return sets_term(passage.text)
    if wants_hour(query):
        theirs = not query.people or any(n in passage.text or n in passage.actor.split("、") for n in query.people)
        return tells_hour(passage.text) and theirs
    if candidate.reading.understood.when.value is not None:
        return True
    return TIME.search(passage.text) is not None or bool(moments(passage.text))
