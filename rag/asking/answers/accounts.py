"""Accounts of people over many articles: what somebody did, how often, which office they held; each told or said to be missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame, Language
from rag.asking.answers.borne_out import licensed_only
from rag.asking.answers.chronicle import chronicle
from rag.asking.answers.facts import facts
from rag.asking.answers.finding import Draft, Evidence
from rag.asking.answers.occasions import occasions
from rag.asking.answers.offices import beside_somebody, offices
from rag.asking.answers.timeline import timeline
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.limits import limit
from rag.asking.constraints.support import pinned
from rag.asking.expected.appointed import appointed, of_that_time
from rag.asking.expected.things import lacks_thing
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.listed import said_of_list
from rag.asking.matching.there import there
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Claim

APPOINTED = 5
"""Best sentences looked at for an office that is told (任某局局长) rather than put before the name."""

FIRST = 3
"""Articles that the office of somebody named is taken from, the best ones."""


def account(e: Evidence) -> Draft:
    """What somebody did, over all articles; the best sentence where it says something of them that is no event."""
    if claims := timeline(e.query, e.about, e.candidates):
        return Draft(claims)
    if e.query.periods or not _acting(e.query, e.judged[0]):
        return Draft(missing=_unaccounted(e.query))
    lack = pinned(e.query, e.about, e.judged[0])
    return (
        Draft(missing=lack)
        if lack.lack
        else Draft(chronicle(e.query, e.about, e.timely) or facts(e.query, e.about, e.timely))
    )


def rounds(e: Evidence) -> Draft:
    """How often somebody did something."""
    claims = occasions(e.query, e.about, e.candidates)
    return Draft(claims) if claims else Draft(missing=_unaccounted(e.query))


def held(e: Evidence) -> Draft:
    """Who holds an office, or which one somebody holds; the sentence where only that tells it, or the body asked for."""
    query = e.query
    if query.strangers:
        return Draft(missing=Support(Lack.STRANGER, query.strangers[0]))
    if query.people and Cue.ORIGIN in query.cues:
        return Draft(facts(query, e.about, e.timely))
    found = offices(query, e.candidates[:FIRST] if query.people and Cue.NOW not in query.cues else e.candidates)
    if not found and (beside_somebody(query) or (query.people and Cue.NOW in query.cues)):
        return Draft(missing=_unaccounted(query))
    if not found and not _told(e) and not (query.people and offices(query, e.candidates)):
        return Draft(missing=_unaccounted(query))
    lacks = query.people and any(lacks_thing(query.wording.thing, c.text) for c in found)
    if not found or lacks or (query.people and _otherwise(e, found)):
        return Draft(facts(query, e.about, e.timely))
    return Draft(licensed_only(e, found))


def _otherwise(e: Evidence, found: Sequence[Claim]) -> bool:
    """Whether the reader is sure of a sentence that gives them no office at all (他老家在哪儿)."""
    best, cited = e.judged[0], {s.passage.id for c in found for s in c.sources}
    roles = (p.role for p in best.candidate.roles if p.name in e.query.people)
    gives = any(role and role in best.passage.text for role in roles)
    return best.opinion >= limit("sure") and best.passage.id not in cited and not gives


def _told(e: Evidence) -> bool:
    """Whether one of the best sentences tells of an office of theirs, whatever the day."""
    return not e.query.periods and any(
        appointed(n, j.passage.text) and of_that_time(e.query, j.passage.text)
        for n in e.query.people
        for j in e.judged[:APPOINTED]
    )


def _acting(query: Frame, best: Judged) -> bool:
    """Whether the best sentence says more of somebody asked about than their name, though it is no event of theirs."""
    text = unsigned(best.passage.text)
    told = there(query, best.candidate)
    return told and any(
        re.search(rf"{re.escape(n)}[^，,。、；;]{{2,}}", text) or said_of_list(n, text) for n in query.people
    )


def _unaccounted(query: Frame) -> Support:
    if query.asks is Asks.COUNT and query.periods:
        return Support(Lack.DATE, query.periods[0].printed)
    offices = [o for o in query.offices if not any(o in other for other in query.offices if other != o)]
    named = () if query.language is Language.EN else offices
    return Support(Lack.PERSON, "、".join(query.people or named))
