"""Whether those the question names are in the article: people, places, festivals, meetings known by their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked import Cue, Frame
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.limits import limit
from rag.asking.expected.wants import wants_people
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.dating import of_festival
from rag.asking.matching.ordinals import stands_in
from rag.asking.matching.terms import Term, plain, said
from rag.asking.matching.titled import answers_to
from rag.asking.retrieval.judge import Judged
from rag.records import Passage
from rag.tables import rows

SITE = 2
"""Characters that a word for a place has at most and is no name (医院)."""

_DISTRICTS = ("省", "市", "区", "县", "镇", "乡", "街道", "州")


def person(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked about who is not in the article."""
    told = unsigned(best.candidate.text)
    missing = [p for p in query.people if p not in told]
    missing += [t.family + t.office for t in query.titled if not any(answers_to(p, t) for p in best.candidate.roles)]
    return Support(Lack.PERSON, missing[0]) if missing else Support()


def number(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A meeting or a list of another number."""
    missing = [o.printed for o in query.wording.ordinals if not stands_in(o, best.candidate.text)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def bound(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A stage, a prize or a place in a list of which the article does not tell (二期, 二等奖, 第三项)."""
    missing = [ways[0] for ways in query.wording.bound if not any(way in best.candidate.text for way in ways)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def festival(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A festival that the article does not name, and that what the sentence tells does not fall on."""
    missing = [name for name in query.wording.festivals if not of_festival(name, best.passage, best.candidate)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def place(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A place that neither the article nor its city or newspaper names."""
    reading = best.candidate.reading
    where = f"{best.candidate.text} {reading.understood.city} {reading.page.newspaper}"
    least = limit("place_said")
    missing = [p for p in named_places(query) if said(plain(p), where) < least and not shortened(p, where)]
    return Support(Lack.PLACE, missing[0]) if missing else Support()


def shortened(place: str, text: str) -> bool:
    """Whether a city is printed by its first character alone, as papers do behind a verb of coming (来海调研)."""
    pattern = rf"[来赴抵莅在]{re.escape(place[0])}(?=[就调考视检督参出召开指走访慰举宣学看，,。])"
    return re.search(pattern, text) is not None


def named_places(query: Frame) -> list[str]:
    """Places of the question that have a name of their own and are no part of an office or a body's short form."""
    generic = _generic()
    return [p for p in query.places if p not in generic and not any(p in o for o in query.offices) and len(p) > 1]


def elsewhere(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A stop of the article where it was somebody else who went; towns and districts are not stops."""
    if wants_people(query):
        return Support()
    sites = (w for w in query.words if Cue.GOING in query.cues and len(w) > SITE and w.endswith(_sites()))
    for place in (p for p in (*named_places(query), *sites) if not _is_district(p, best.candidate.text)):
        telling = [p for p in best.candidate.passages if place in p.text]
        others = telling and query.people and all(_about(best.candidate.actors, p) for p in telling)
        if others and not any(_about(query.people, p) for p in telling):
            return Support(Lack.PLACE, place)
    return Support()


def _is_district(place: str, text: str) -> bool:
    """Whether the place is a town or district, by its name or by the name that the article gives it (青石: 青石镇)."""
    return place.endswith(_DISTRICTS) or any(place + tail in text for tail in _DISTRICTS)


def _about(people: Sequence[str], passage: Passage) -> bool:
    """Whether the sentence names one of these people or was read with one of them as its actor."""
    return any(n in passage.text or n in passage.actor.split("、") for n in people)


@lru_cache(maxsize=1)
def _sites() -> tuple[str, ...]:
    return tuple(suffix for suffix, kind, *_ in rows("place_suffixes.tsv") if kind == "site")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("generic_places.tsv"))


def stranger(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A name that nothing prints."""
    return Support(Lack.STRANGER, query.strangers[0]) if query.strangers else Support()
