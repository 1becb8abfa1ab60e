"""Which officials did something of a kind, over all articles: 8月上旬有哪些领导检查了防汛, 谁到过东江县."""

from __future__ import annotations

from collections.abc import Sequence

from rag.asked import Asks, Cue, Frame
from rag.asking.answers.heads import MOST_NAMES, person, stated_people
from rag.asking.answers.told import SAID, day_of, telling
from rag.asking.expected.absence import asks_absent
from rag.asking.expected.wants import wants_people
from rag.asking.matching.candidates import Candidate
from rag.asking.matching.terms import Term, coverage, generic_nouns, verbs
from rag.asking.matching.there import names_places, setting
from rag.asking.retrieval.table import Table
from rag.asking.writing.draft import Claim, Source
from rag.asking.writing.phrases import AND, COLON, phrase
from rag.indexing.overview import Selection
from rag.records import VISITS, Activity, Event, PassageKind, Person, Standing
from rag.spans import overlap
from rag.time import period_contains

LONGEST = 12
"""Entries shown at most."""

FEWEST = 2
"""Groups of people that make a list; one alone is answered by its sentence, unless it is all that a month or a year has, or tells of
all who have been in a place."""


def roundup(query: Frame, about: Sequence[Term], candidates: Sequence[Candidate]) -> list[Claim]:
    """An entry for each group of people whom an article tells to have acted so, by day; [] where one at most is told, or
    one article is asked about."""
    if not _asks_many(query):
        return []
    entries = sorted((e for c in candidates for e in _entries(query, about, c)), key=lambda entry: entry[0])
    been = bool(query.places) and not query.activities
    fewest = 1 if been or any(p.first != p.last for p in query.periods) else FEWEST
    return [claim for _, claim in entries][:LONGEST] if len(entries) >= fewest else []


def rounded_up(query: Frame, about: Sequence[Term], table: Table) -> list[Claim]:
    """The same over all the articles that tell of such an act, not only those that were found."""
    if not _asks_many(query):
        return []
    kinds = tuple(sorted(_alike(query)))
    return roundup(query, about, table.telling(Selection(activities=kinds, periods=query.periods))) if kinds else []


def _asks_many(query: Frame) -> bool:
    """Whether people or their doings are asked for over many articles, and not who was at one meeting."""
    if (
        query.people
        or query.within
        or asks_absent(query)
        or query.asks not in (Asks.LIST, Asks.WHO)
        or Cue.MANY not in query.cues
    ):
        return False
    stretch = any(p.first != p.last for p in query.periods)
    visits = bool(_activities(query)) and _activities(query) <= set(VISITS)
    doings = wants_people(query) or (stretch and Cue.DOINGS in query.cues)
    return doings and Cue.TOGETHER not in query.cues and (visits or stretch)


def _entries(query: Frame, about: Sequence[Term], c: Candidate) -> list[tuple[str, Claim]]:
    groups: dict[frozenset[str], tuple[Event, list[Person]]] = {}
    for event in c.reading.understood.events:
        if _fits(query, event, c) and _about(query, about, event, c) and (who := _people(query, event.actors, c)):
            groups.setdefault(frozenset(p.name for p in who), (event, who))
    return [_entry(query, c, event, who) for event, who in groups.values()]


def _entry(query: Frame, c: Candidate, event: Event, who: Sequence[Person]) -> tuple[str, Claim]:
    day = day_of(event, c)
    names = AND[query.language].join(person(p, query.language) for p in who[:MOST_NAMES])
    label = day or phrase("undated", query.language)
    told = [p for p in c.passages if p.kind is PassageKind.SENTENCE and overlap(p.spans, event.spans)]
    source = next((p for p in told if who[0].name in p.text), (told or list(c.passages))[0])
    text = f"{label}{COLON[query.language]}{names}——{c.reading.article.title}"
    return day or "9999", Claim(text, (Source(source, c),), states=stated_people(who[:MOST_NAMES]))


def _fits(query: Frame, event: Event, c: Candidate) -> bool:
    if event.standing is not Standing.DONE or (_activities(query) and event.activity not in _alike(query)):
        return False
    day = day_of(event, c)
    return not query.periods or any(period_contains(p, day) for p in query.periods)


def _activities(query: Frame) -> set[Activity]:
    """The activities asked about; to have been somewhere (去了企业) is to have visited or inspected it."""
    return set(query.activities) or (set(VISITS) if Cue.GONE in query.cues else set())


def _alike(query: Frame) -> set[Activity]:
    """With visits and inspections, which are told in each other's words."""
    asked = _activities(query)
    return asked | (set(VISITS) if asked & set(VISITS) else set())


def _about(query: Frame, about: Sequence[Term], event: Event, c: Candidate) -> bool:
    """Whether the event is told of the matter and the places asked about; the town of the article counts as its place."""
    known = {*query.places, *query.offices, *generic_nouns(), *verbs()}
    matter = [t for t in about if t.word not in known and not any(t.word in p for p in query.places)]
    told = c.reading.article.title + "".join(telling(event, c))
    where = "".join((told, *event.places, setting(c)))
    return (not matter or coverage(matter, told) >= SAID) and names_places(query, where)


def _people(query: Frame, actors: Sequence[Person], c: Candidate) -> list[Person]:
    """The actors that are people of the article, with the offices it gives them, each once; without those left out (除了甲)."""
    known = {p.name: p for p in c.roles}
    return [
        known[name] for name in dict.fromkeys(a.name for a in actors) if name in known and name not in query.excluded
    ]
