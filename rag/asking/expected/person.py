"""Who: somebody whom the question does not name does what is asked about."""

from __future__ import annotations

from rag.asked import Asks, Cue, Frame
from rag.asking.expected.chairs import tells_chair
from rag.asking.expected.deeds import tells_deed
from rag.asking.expected.people import about_people, acted, holders_of, new_people
from rag.asking.expected.wants import asks_whom, wants_people
from rag.asking.expected.whom import tells_whom
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.candidates import Candidate
from rag.records import Passage


def holds(query: Frame, passage: Passage, candidate: Candidate) -> bool:
    """Somebody the question does not name; a body without a name only where the article names nobody."""
    if not tells_deed(query, passage, candidate.reading.understood.events):
        return False
    if not tells_chair(query, passage, candidate.passages):
        return False
    if asks_whom(query):
        acting = about_people(query, passage) or acted(query, passage, candidate)
        return acting and tells_whom(query.wording.whom, passage, candidate.passages)
    text = unsigned(passage.text)
    if holders := holders_of(query, candidate):
        return bool(new_people(query, text, holders))
    if wants_people(query) and query.asks is Asks.LIST and query.wording.offices:
        return False
    people = [p.name for p in candidate.roles]
    if not people and Cue.NAME not in query.cues:
        people = list(candidate.actors)
    return bool(new_people(query, text, people))
