"""Whether those the question names are in the article: people, places, festivals, meetings known by their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.asked import Asks, Cue, Frame, Language
from rag.asking.constraints.lack import Lack, Support
from rag.asking.constraints.limits import limit
from rag.asking.expected.people import any_told_of
from rag.asking.expected.wants import wants_people
from rag.asking.matching.abbreviated import spelled_out_in
from rag.asking.matching.bylines import unsigned
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.dating import of_festival
from rag.asking.matching.meetings import held
from rag.asking.matching.ordinals import stands_in
from rag.asking.matching.regions import OWN, TOWNS, regions_of
from rag.asking.matching.terms import Term, plain, said
from rag.asking.matching.titled import answers_to
from rag.asking.retrieval.judge import Judged
from rag.records import VISITS
from rag.regions import is_region
from rag.rendering.sounds import sound, sounded
from rag.spans import overlap
from rag.tables import any_of, rows
from rag.text import has_han

SITE = 2
"""Characters that a word for a place has at most and is no name (医院)."""

_OF_ONE = (Asks.WHO, Asks.WHEN, Asks.WHERE, Asks.LIST)
"""What is asked of one meeting and would be told of another one as well."""

_OF_SEVERAL = (Asks.COMPARISON, Asks.TIMELINE, Asks.SUMMARY, Asks.COUNT)

QUOTED, OF_QUOTED, OF_TITLE = 4, 0.7, 0.8
"""Characters from which on a quotation names something, and the share of its pairs of characters that the article must
print, which may shorten it; more of the title of a document, as such titles are alike."""

_KINDS = re.compile(rf"(?:实验|中心|有限){{0,3}}(?:{any_of('of_many_places', 'asking_cues.tsv')})$")
_REGION = re.compile(r"^(?:[一-鿿]{2,3}[省市区县州]|[省市区县州])++")
_DISTRICT = f"(?:{'|'.join(TOWNS)}|村)"


def person(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked about who is not in the article."""
    missing = missing_people(query, best.candidate)
    return Support(Lack.PERSON, missing[0]) if missing else Support()


def missing_people(query: Frame, c: Candidate) -> list[str]:
    """Those asked about whom the article does not name, or only as who signed it."""
    told = unsigned(c.text)
    missing = [p for p in query.people if p not in told]
    return [*missing, *(t.family + t.office for t in query.titled if not any(answers_to(p, t) for p in c.roles))]


def another(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A visit of somebody else, where it is asked what those asked about visited (王海走访了哪里: 王海龙到宏达公司走访)."""
    if not query.people or wants_people(query) or not _visiting(query):
        return Support()
    told = [e for e in best.candidate.reading.understood.events if overlap(e.spans, best.passage.spans)]
    visitors = {a.name for e in told if e.activity in VISITS for a in e.actors} & {p.name for p in best.candidate.roles}
    words = best.passage.text
    for name in visitors.difference(query.people):
        words = words.replace(name, "")
    theirs = any(n in words or n in best.passage.actor.split("、") for n in query.people)
    return Support(Lack.PERSON, query.people[0]) if visitors and not theirs else Support()


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


def missing_festivals(query: Frame, c: Candidate) -> list[str]:
    """Those asked about of which no sentence of the article is."""
    return [n for n in query.wording.festivals if not any(of_festival(n, p, c) for p in c.passages)]


def meeting(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A meeting that is named where somebody, a day or a place of it is asked for, in an article of other meetings.

    A person or a day that is named pins down what was said or done there, by whatever name the question calls the meeting. Of two that are
    named (既参加了甲会又参加了乙会) each part of the question is told by one.
    """
    if query.asks not in _OF_ONE or query.people or query.periods:
        return Support()
    missing = [o.printed for o in query.wording.meetings if not held(o, best.candidate)]
    return Support(Lack.FOCUS, missing[0]) if missing and len(missing) == len(query.wording.meetings) else Support()


def place(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A place that neither the article nor its city or newspaper names."""
    missing = missing_places(query, best.candidate, by_sound=True)
    return Support(Lack.PLACE, missing[0]) if missing else Support()


def missing_places(query: Frame, c: Candidate, by_sound: bool = False) -> list[str]:
    """The places asked about that neither the article nor its city or newspaper names; `by_sound` also not by what sounds
    like the name, which takes some milliseconds an article."""
    where = f"{c.text} {c.reading.understood.city} {c.reading.page.newspaper}"
    least = limit("place_said")
    missing = [p for p in named_places(query) if said(plain(p), where) < least and not shortened(p, where)]
    missing = [p for p in missing if not (_spelled(query, p) and _namesake(p, where))]
    others = (
        p
        for p in query.places
        if not (_of_office(p, query) or p in missing or (_spelled(query, p) and _namesake(p, where)))
    )
    missing = [*missing, *(p for p in others if not _told_apart_in(p, where, by_sound))]
    return [p for p in missing if not spelled_out_in(p, where)]


def _of_office(place: str, query: Frame) -> bool:
    """Whether the question says an office right behind it (某某区监委主任): the district's own paper leaves its name out."""
    said = query.wording.sought.says
    return any(said(place + office[k:]) for office in query.offices for k in range(len(office)))


def _told_apart_in(place: str, text: str, by_sound: bool) -> bool:
    """Whether the text prints the place, or what tells it from others like it: its regions and its own name."""
    if place in text:
        return True
    regions = all(r in text or (by_sound and sounded(sound(r), text)) for r in regions_of(place))
    return regions and _own_name_in(place, text, by_sound)


def _spelled(query: Frame, place: str) -> bool:
    """Whether the question has a place by its sound alone, so that it may be another one that sounds so (Suining)."""
    return query.language is Language.EN and not query.wording.sought.says(place)


def _namesake(place: str, text: str) -> bool:
    """Whether the text names a place that sounds like this one."""
    stem = place[:-1] if len(place) > OWN and place.endswith(TOWNS) else place
    named = re.finditer(rf"(?=([一-鿿]{{{len(stem)}}}){place.removeprefix(stem) or _DISTRICT})", text)
    return any(sounded(sound(stem), m[1]) for m in named)


def _own_name_in(place: str, text: str, by_sound: bool) -> bool:
    """Whether the text prints what tells one school, park or club from another (北洋幼儿园: 北洋), or what sounds like it if
    that will do."""
    if not (kind := _KINDS.search(place)):
        return True
    own = _REGION.sub("", place[: kind.start()])
    if len(own) < OWN or own in text or (len(own) > OWN and (own[:OWN] in text or own[-OWN:] in text)):
        return True
    return by_sound and sounded(sound(own), text)


def quoted(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """What stands in quotation marks or is the title of a document, of which the article prints too little."""
    if query.asks in _OF_SEVERAL:
        return Support()
    text = "".join(filter(str.isalnum, best.candidate.text))
    named = (q for q in query.quoted if has_han(q) and len(q) >= QUOTED)
    least = {True: OF_TITLE, False: OF_QUOTED}
    short = (q for q in named if _pairs_in(q, text) < least[q in query.wording.titles])
    missing = [q for q in short if not sounded(sound(q), text)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def _pairs_in(words: str, text: str) -> float:
    bare = "".join(filter(str.isalnum, words))
    pairs = [bare[k : k + 2] for k in range(len(bare) - 1)]
    return sum(p in text for p in pairs) / len(pairs) if pairs else 1.0


def shortened(place: str, text: str) -> bool:
    """Whether a city is printed by its first character alone, as papers do behind a verb of coming (来海调研)."""
    pattern = rf"[来赴抵莅在]{re.escape(place[0])}(?=[就调考视检督参出召开指走访慰举宣学看，,。])"
    return re.search(pattern, text) is not None


def named_places(query: Frame) -> list[str]:
    """Places of the question that have a name of their own and are no part of an office or a body's short form."""
    generic = _generic()
    return [p for p in query.places if p not in generic and not any(p in o for o in query.offices) and len(p) > 1]


def elsewhere(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A stop of the article where it was somebody else who went; towns and districts are not stops.

    Only of a visit: what a body or a village did, said or is need not stand in the sentence that names it.
    """
    if wants_people(query) or not _visiting(query):
        return Support()
    sites = (w for w in query.words if Cue.GOING in query.cues and len(w) > SITE and w.endswith(_sites()))
    stops = (p for p in (*named_places(query), *sites) if not _of_office(p, query))
    for place in (p for p in stops if not _is_district(p, best.candidate.text)):
        telling = [p for p in best.candidate.passages if place in p.text]
        others = telling and query.people and all(any_told_of(best.candidate.actors, p) for p in telling)
        if others and not any(any_told_of(query.people, p) for p in telling):
            return Support(Lack.PLACE, place)
    return Support()


def _visiting(query: Frame) -> bool:
    return Cue.WENT in query.cues or not set(VISITS).isdisjoint(query.activities)


def _is_district(place: str, text: str) -> bool:
    """Whether the place is a town or district, by its name, by the list or by the name that the article gives it (青石: 青石镇)."""
    return place.endswith(TOWNS) or is_region(place) or any(place + tail in text for tail in TOWNS)


@lru_cache(maxsize=1)
def _sites() -> tuple[str, ...]:
    return tuple(suffix for suffix, kind, *_ in rows("place_suffixes.tsv") if kind == "site")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    return frozenset(word for (word, *_) in rows("generic_places.tsv"))


def stranger(query: Frame, about: Sequence[Term], best: Judged) -> Support:
    """A name that nothing prints."""
    return Support(Lack.STRANGER, query.strangers[0]) if query.strangers else Support()
