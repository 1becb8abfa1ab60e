"""The few words that answer by themselves, before the newspaper's sentence: who, when, which office."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rag.answered import HeadKind
from rag.asked import TERM, Asks, Frame, Language
from rag.asking.expected.chairs import chairing, wants_chair
from rag.asking.expected.times import deadline
from rag.asking.expected.wants import asks_whom
from rag.asking.expected.whom import met
from rag.asking.matching.bylines import unsigned
from rag.asking.retrieval.judge import Judged
from rag.asking.writing.draft import Stated
from rag.asking.writing.phrases import AND, day_in_words
from rag.asking.writing.romanised import romanised
from rag.records import Dated, Event, Person
from rag.spans import overlap

COURTESIES = ("", "同志", "先生", "女士")
"""What stands beside a name and is no office."""

MOST_NAMES = 8
"""Names given before the sentence that lists them all."""


@dataclass(frozen=True, slots=True)
class Short:
    """A short answer as it is written, and what it states."""

    text: str = ""
    states: tuple[Stated, ...] = ()


def head(query: Frame, best: Judged) -> Short:
    """The short answer that the best sentence bears out; empty where the sentence has to speak for itself."""
    maker = _HEADS.get(query.asks)
    return maker(query, best) if maker else Short()


def stated_people(people: Iterable[Person]) -> tuple[Stated, ...]:
    """Each of the people as a head."""
    return tuple(Stated(p.name, HeadKind.PERSON) for p in people)


def answering_people(query: Frame, best: Judged) -> tuple[Person, ...]:
    """People of the best sentence whom the question does not name; where it gives an office, those who hold it.

    A sentence that says 他 or nothing has the actor it was read with.
    """
    text, known = unsigned(best.passage.text), best.candidate.roles
    named = [
        p
        for p in known
        if p.name in text and not only_quoted(p.name, text) and p.name not in (*query.people, *query.excluded)
    ]
    if query.choices:
        named = [p for p in named if p.name in query.choices]
    named.sort(key=lambda p: text.index(p.name))
    holding = [p for p in named if any(o in p.role for o in query.offices)]
    acting = [p for p in known if p.name in best.passage.actor.split("、") and p.name not in query.people]
    acting = [p for p in acting if not query.choices or p.name in query.choices]
    return _unique(holding or _doers(query, best, named) or named or acting)


def events_of(best: Judged) -> list[Event]:
    """Events of which the sentence is evidence."""
    return [e for e in best.candidate.reading.understood.events if overlap(e.spans, best.passage.spans)]


def when(best: Judged) -> Dated:
    """When what the sentence tells happened: its event's date, else its article's."""
    dated = [e.when for e in events_of(best) if e.when.value]
    return dated[0] if dated else best.candidate.reading.understood.when


def when_asked(query: Frame, best: Judged) -> Dated:
    """When what is asked about happened: the day of the article's event of that kind by those people, else of the sentence."""
    told, people = best.candidate.reading.understood, set(query.people)
    fitting = [e for e in told.events if e.activity in query.activities and people & {a.name for a in e.actors}]
    if not events_of(best) and (dated := [e.when for e in fitting if e.when.value]):
        return dated[0]
    return when(best)


def person(p: Person, language: Language) -> str:
    """Name and office as an answer gives them; in English the name in pinyin before the characters."""
    if language is Language.ZH:
        return f"{p.name}（{p.role}）" if p.role else p.name
    return f"{romanised(p.name)} ({p.name}{', ' + p.role if p.role else ''})"


def only_quoted(name: str, text: str) -> bool:
    """Whether the name stands for a doctrine or an instruction (…同志重要指示精神), not for somebody present."""
    return re.search(re.escape(name) + r"(?:总书记|同志|新时代|主席关于|[^，。；、]{0,8}思想)", text) is not None


def _doers(query: Frame, best: Judged, named: list[Person]) -> list[Person]:
    """Of the people in the sentence those who do what is asked about, if the events tell them apart."""
    if wants_chair(query):
        presiding = chairing(best.passage.text, (p.name for p in named))
        return [p for p in named if p.name in presiding]
    kinds = set(query.activities)
    acting = {a.name for e in events_of(best) if e.activity in kinds for a in e.actors}
    return [p for p in named if p.name in acting]


def _unique(people: list[Person]) -> tuple[Person, ...]:
    by_name: dict[str, Person] = {}
    for p in people:
        if p.name not in by_name or len(p.role) > len(by_name[p.name].role):
            by_name[p.name] = p
    return tuple(by_name.values())


def _who(query: Frame, best: Judged) -> Short:
    people = answering_people(query, best)[:MOST_NAMES]
    if asks_whom(query):
        acting = {a.name for e in events_of(best) for a in e.actors} | set(query.people)
        people = tuple(p for p in people if p.name not in acting)
        people = met(query.wording.whom, best.passage.text, people)
    return Short(AND[query.language].join(person(p, query.language) for p in people), stated_people(people))


def _when(query: Frame, best: Judged) -> Short:
    dated = when_asked(query, best)
    if not dated.value or deadline(query) or query.wording.told or query.unit == TERM:
        return Short()
    said = day_in_words(dated.value, query.language)
    basis = f"（{dated.basis}）" if dated.basis and query.language is Language.ZH else ""
    return Short(said + basis, (Stated(dated.value, HeadKind.DATE),))


def _role(query: Frame, best: Judged) -> Short:
    asked = [p for p in best.candidate.roles if p.name in query.people and p.role not in COURTESIES]
    held = _unique(asked or list(answering_people(query, best)))
    text = AND[query.language].join(person(p, query.language) for p in held)
    return Short(text, tuple(Stated(p.role, HeadKind.OFFICE) for p in held) if asked else stated_people(held))


_HEADS: Mapping[Asks, Callable[[Frame, Judged], Short]] = MappingProxyType(
    {Asks.WHO: _who, Asks.WHEN: _when, Asks.ROLE: _role}
)
