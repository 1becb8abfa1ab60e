"""Whether the pages tell what was asked: what the question names must stand in what would answer it.

A retrieval score cannot decide this: a visit by somebody else, on another day or in another town is as near as the
right one. So each thing the question pins down is looked for by itself, and the first one missing is the reason given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.asking.appointed import appointed
from rag.asking.bylines import unsigned
from rag.asking.candidates import around, sounds
from rag.asking.company import company
from rag.asking.confirm import visited
from rag.asking.facts import answers_best
from rag.asking.judge import Judged
from rag.asking.kinds import counts_acts, holds, strings_many, wants_people, wants_reason, wants_words
from rag.asking.lack import Lack
from rag.asking.occasions import occasions
from rag.asking.offices import offices
from rag.asking.ordinals import ordinals
from rag.asking.roundup import roundup
from rag.asking.terms import Term, coverage, generic_nouns, plain, said
from rag.asking.timeline import timeline
from rag.asking.times import takes_office, tells_hour, wants_hour
from rag.asking.titled import answers_to
from rag.asking.unsaid import unsaid
from rag.records import Asks, Passage, Query
from rag.tables import rows

_EXACT_DAY = re.compile(r"哪(?:一)?天|几[日号]|几月几|具体.{0,6}(?:日期|时间|哪)|\b(?:what|which) (?:date|day)\b", re.I)
_DAY = re.compile(r"\d{1,2}[日号]")
_UNKNOWN_DAY = re.compile(
    r"明[年天日]|后[年天]|今[天日晚早]|[上下]一?(?:周|星期|个?月|季度)|下一?(?:次|届|回)|昨[天日]|前天|[本这]周|将来|\b(?:next|tomorrow|upcoming|yesterday|today|tonight|last week)\b",
    re.I,
)
_RELATIVE = re.compile(r"[去今前]年(?:上半年|下半年|[年]?[初底末])?")
_NO_SUCH_DAY = re.compile(r"\d{1,2}月\d{1,2}[日号]")
_HOLDER_WANTED = re.compile(r"叫(?:什么|啥)|名字|姓名|(?:长|书记|主任|主席)是谁|\bname\b", re.I)


FEW = 2
"""Nouns asked for that must all be missing before a list counts as not told; one may well be paraphrased."""

HALF = 0.5
"""Share of the words naming a meeting or an undertaking that an article must say to be about it."""

APPOINTED = 5
"""Best sentences looked at for an office that is told (任某局局长) rather than put before the name."""

_DISTRICTS = ("省", "市", "区", "县", "镇", "乡", "街道", "州")


@dataclass(frozen=True, slots=True)
class Support:
    """`lack` is NOTHING where the best sentence may answer; `about` is the part of the question that is missing."""

    lack: Lack = Lack.NOTHING
    about: str = ""


def support(query: Query, about: Sequence[Term], judged: Sequence[Judged]) -> Support:
    """The first thing the question names that the article of the best sentence does not tell.

    An account of what somebody did, or held, needs no more than that any article tells of it.
    """
    if query.strangers:
        return Support(Lack.STRANGER, query.strangers[0])
    if not judged or not _pins_down(query):
        return Support(Lack.SUBJECT)
    if ahead := _UNKNOWN_DAY.search(query.question if not query.periods else "") or _NO_SUCH_DAY.search(
        query.question if not query.periods else ""
    ):
        return Support(Lack.DATE, ahead[0])
    if (unheard := _romanised(query, about, judged[0])).lack:
        return unheard
    if query.asks in ACCOUNTS or counts_acts(query, judged[0].passage):
        return Support() if accounted(query, judged) else _unaccounted(query)
    if roundup(query, about, list({j.candidate.key: j.candidate for j in judged}.values())):
        return Support()
    if company(query, judged):
        checks = tuple(c for c in _CHECKS if c is not _kind)
        return next((s for check in checks if (s := check(query, about, judged[0])).lack), Support())
    if (subject := _subject(query, about, judged[0])).lack:
        return subject
    best = answers_best(query, judged)
    return next((s for check in _CHECKS if (s := check(query, about, best)).lack), Support())


def _unaccounted(query: Query) -> Support:
    if query.asks is Asks.COUNT and query.periods:
        return Support(Lack.DATE, query.periods[0].printed)
    offices = [o for o in query.offices if not any(o in other for other in query.offices if other != o)]
    return Support(Lack.PERSON, "、".join(query.people or offices))


def _person(query: Query, about: Sequence[Term], best: Judged) -> Support:
    told = unsigned(best.candidate.text)
    missing = [p for p in query.people if p not in told]
    missing += [t.family + t.office for t in query.titled if not any(answers_to(p, t) for p in best.candidate.roles)]
    return Support(Lack.PERSON, missing[0]) if missing else Support()


def _number(query: Query, about: Sequence[Term], best: Judged) -> Support:
    missing = [o.printed for o in ordinals(query.question) if not o.stands_in(best.candidate.text)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def _festival(query: Query, about: Sequence[Term], best: Judged) -> Support:
    text = best.candidate.text
    asked = ((name, *(w for words in others for w in words.split())) for name, *others in rows("festivals.tsv"))
    missing = [words[0] for words in asked if words[0] in query.question and not any(w in text for w in words)]
    return Support(Lack.FOCUS, missing[0]) if missing else Support()


def _place(query: Query, about: Sequence[Term], best: Judged) -> Support:
    reading = best.candidate.reading
    where = f"{best.candidate.text} {reading.understood.city} {reading.page.newspaper}"
    least = _limit("place_said")
    missing = [p for p in named_places(query) if said(plain(p), where) < least and not shortened(p, where)]
    return Support(Lack.PLACE, missing[0]) if missing else Support()


def shortened(place: str, text: str) -> bool:
    """Whether a city is printed by its first character alone, as papers do behind a verb of coming (来海调研)."""
    pattern = rf"[来赴抵莅在]{re.escape(place[0])}(?=[就调考视检督参出召开指走访慰举宣学看，,。])"
    return re.search(pattern, text) is not None


def named_places(query: Query) -> list[str]:
    """Places of the question that have a name of their own and are no part of an office or a body's short form."""
    generic = _words("generic_places.tsv")
    return [p for p in query.places if p not in generic and not any(p in o for o in query.offices) and len(p) > 1]


def _elsewhere(query: Query, about: Sequence[Term], best: Judged) -> Support:
    """A stop of the article where it was somebody else who went; towns and districts are not stops."""
    if wants_people(query):
        return Support()
    for place in (p for p in named_places(query) if not p.endswith(_DISTRICTS)):
        telling = [p for p in best.candidate.passages if place in p.text]
        others = telling and query.people and all(_about(best.candidate.actors, p) for p in telling)
        if others and not any(_about(query.people, p) for p in telling):
            return Support(Lack.PLACE, place)
    return Support()


def _about(people: Sequence[str], passage: Passage) -> bool:
    """Whether the sentence names one of these people or was read with one of them as its actor."""
    return any(n in passage.text or n in passage.actor.split("、") for n in people)


def _date(query: Query, about: Sequence[Term], best: Judged) -> Support:
    """Another day is known of the article, or none at all where a single day is asked about."""
    if any(p.printed in best.passage.text for p in query.periods if _RELATIVE.fullmatch(p.printed)):
        return Support()
    if not query.people and any(p.first != p.last and p.printed in best.passage.text for p in query.periods):
        return Support()
    unknown = best.features.date == 0 and any(p.first == p.last for p in query.periods)
    return Support(Lack.DATE, query.periods[0].printed) if best.features.date < 0 or unknown else Support()


def _subject(query: Query, about: Sequence[Term], best: Judged) -> Support:
    f = best.features
    if f.said_in_article < _limit("said_in_article") or f.said_near < _limit("said_near"):
        rarest = max(about, key=lambda t: t.weight * (1 - said(t, best.candidate.text)), default=None)
        return Support(Lack.SUBJECT, rarest.word if rarest else "")
    if matter := _matter(query, about, best):
        return Support(Lack.SUBJECT, matter)
    word = unsaid(query, best.candidate.text)
    return Support(Lack.SUBJECT, word) if word else Support()


def _matter(query: Query, about: Sequence[Term], best: Judged) -> str:
    """The first word of what somebody is asked to have taken part in, where the article says too little of it."""
    if query.asks is not Asks.YES_NO or not query.people:
        return ""
    known = {*query.people, *query.places, *_words("verbs.tsv"), *generic_nouns()}
    matter = [t for t in about if t.word not in known and len(t.word) > 1]
    where = f"{best.candidate.reading.article.title} {best.candidate.text}"
    return matter[0].word if matter and coverage(matter, where) < HALF else ""


def _kind(query: Query, about: Sequence[Term], best: Judged) -> Support:
    wanted = (
        takes_office(query)
        or wants_words(query)
        or query.asks in _HELD
        or wants_people(query)
        or strings_many(query) > 0
        or wants_reason(query)
    )
    if wanted and not holds(query, best.passage, best.candidate):
        return Support(Lack.KIND)
    offices = [o for o in query.offices if not o.endswith(("领导", "干部", "负责人", "代表"))]
    named = wants_people(query) and (_HOLDER_WANTED.search(query.question) or set(query.focus) & set(offices))
    if named and not _holder(query, offices, best):
        return Support(Lack.KIND)
    return Support()


def _holder(query: Query, offices: Sequence[str], best: Judged) -> bool:
    """Whether anybody in the article, others than those asked about, holds one of the offices."""
    roles = [p.role for p in best.candidate.roles if p.name not in query.people]
    return not offices or any(o in role for o in offices for role in roles)


def _focus(query: Query, about: Sequence[Term], best: Judged) -> Support:
    focus = [w for w in query.focus if w not in generic_nouns()]
    if not focus or query.asks not in (Asks.NUMBER, Asks.WHAT, Asks.LIST):
        return Support()
    near = around(best.candidate, best.passage) if query.asks is Asks.NUMBER else best.candidate.text
    missing = [w for w in focus if said(plain(w), near) == 0.0]
    enough = {Asks.NUMBER: 1, Asks.WHAT: len(focus)}.get(query.asks, max(len(focus), FEW))
    return Support(Lack.FOCUS, missing[0]) if len(missing) >= enough else Support()


def _day(query: Query, about: Sequence[Term], best: Judged) -> Support:
    if query.asks is not Asks.WHEN:
        return Support()
    known, text = best.candidate.reading.understood.when.value, best.passage.text
    if wants_hour(query):
        return Support() if tells_hour(text) else Support(Lack.DAY)
    if known is None and not holds(query, best.passage, best.candidate):
        return Support(Lack.DAY)
    full = (known is not None and len(known) == len("2000-01-01")) or _DAY.search(text)
    return Support(Lack.DAY) if _EXACT_DAY.search(query.question) and not full else Support()


def _pins_down(query: Query) -> bool:
    """Whether the question says anything that an answer could be held to."""
    return bool(any(len(w) > 1 for w in query.words) or query.people or query.places or query.periods or query.within)


def _romanised(query: Query, about: Sequence[Term], best: Judged) -> Support:
    """A name in pinyin that sounds in no name of the article."""
    if not query.romanised:
        return Support()
    missing = [n for n in query.romanised if not sounds(n, best.candidate)]
    return Support(Lack.PLACE, missing[0]) if missing else Support()


_HELD = (Asks.WHO, Asks.NUMBER, Asks.WHERE, Asks.YES_NO)
"""Kinds of which the sentence itself must hold what is asked for."""

ACCOUNTS = (Asks.TIMELINE, Asks.ROLE)


def accounted(query: Query, judged: Sequence[Judged]) -> bool:
    """Whether any article in play has an entry for the account asked for."""
    candidates = list({j.candidate.key: j.candidate for j in judged}.values())
    if query.asks is not Asks.ROLE:
        return bool((occasions if query.asks is Asks.COUNT else timeline)(query, (), candidates))
    told = any(appointed(n, j.passage.text) for n in query.people for j in judged[:APPOINTED])
    return bool(offices(query, candidates)) or (told and not query.periods)


def _deed(query: Query, about: Sequence[Term], best: Judged) -> Support:
    """Somebody asked whom they visited or what they inspected, in an article in which they did neither."""
    asked = query.asks in (Asks.WHAT, Asks.WHERE, Asks.LIST) and not wants_people(query)
    return Support(Lack.KIND) if asked and not visited(query, best.candidate) else Support()


_CHECKS: tuple[Callable[[Query, Sequence[Term], Judged], Support], ...] = (
    _person,
    _number,
    _festival,
    _place,
    _elsewhere,
    _date,
    _focus,
    _deed,
    _kind,
    _day,
)


@lru_cache(maxsize=4)
def _words(table: str) -> frozenset[str]:
    return frozenset(word for (word, *_) in rows(table))


def _limit(name: str) -> float:
    return {key: float(value) for key, value, *_ in rows("limits.tsv")}[name]
