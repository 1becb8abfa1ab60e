"""When: a day, or what the question takes for one: the taking up of an office, a deadline, an hour."""

from __future__ import annotations

from rag.asked import Frame
from rag.asking.expected.people import about_people
from rag.asking.expected.times import deadline, hours, installs, sets_term, takes_office, wants_hour
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import article_day
from rag.asking.matching.mentioned import times
from rag.records import Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """A day is known of the whole article or printed in the sentence."""
    if takes_office(query):
        return installs(passage.text)
    if deadline(query):
        return sets_term(passage.text, passage.mentions)
    if wants_hour(query):
        return bool(hours(passage.mentions)) and about_people(query, passage)
    if article_day(candidate) is not None:
        return True
    return bool(times(passage.mentions))
